package org.opencmas.local.demo;

import java.io.PrintStream;
import java.util.List;
import org.opencmas.local.server.Endpoints;
import org.opencmas.local.server.Progress;
import org.opencmas.local.server.Server;
import org.opencmas.local.stack.Stack;

/** Loads the sample data and walks the story on a running stack. */
public final class Demo {
    private final List<DemoStep> steps;
    private final PrintStream out;

    public Demo(List<DemoStep> steps, PrintStream out) {
        this.steps = List.copyOf(steps);
        this.out = out;
    }

    /** Runs the steps until one does not hold, and tells whether all held. */
    public boolean run(Endpoints endpoints) {
        for (DemoStep step : steps) {
            long began = System.nanoTime();
            out.println();
            out.println("== " + step.title());
            boolean held = runOne(step, endpoints);
            out.println((held ? "== held: " : "== DID NOT HOLD: ") + step.title() + " ("
                    + Progress.tenths(System.nanoTime() - began) + " s)");
            if (!held) {
                return false;
            }
        }
        return true;
    }

    private boolean runOne(DemoStep step, Endpoints endpoints) {
        try {
            return step.run(endpoints, out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            // A step may fail in any way; the demo tells how and goes on to stop in good order.
            out.println("   " + e);
            return false;
        }
    }

    /** Prints where to look next. */
    public void printGuide(Stack stack) {
        Endpoints at = stack.endpoints();
        out.printf(
                """

                The suite is up.
                  CONSOLE             %8$s   (pages for everybody; no sign-in needed to search)
                  contract registry   %1$s/q/swagger-ui
                  orders              %2$s/q/swagger-ui
                  compliance          %3$s/q/swagger-ui
                  fee reporting       %4$s/q/swagger-ui
                  OpenAPI documents   %1$s/q/openapi   (and so on)
                  health              %9$s/q/health   (and so on)
                  metrics             %9$s/q/metrics   (and so on)
                  dashboards          %4$s/v1/dashboards/fees?by=quarter&from=2026-Q1&through=2026-Q4
                  identity provider   %5$s   (admin console: user admin, password admin)
                  a token             TOKEN=$(curl -s -d grant_type=client_credentials -d client_id=dgs-analyst \\
                                        -d client_secret=dgs-analyst-secret %6$s | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  a call with it      curl -H "Authorization: Bearer $TOKEN" "%4$s/v1/dashboards/fees?by=quarter&from=2026-Q1&through=2026-Q4"
                  data and logs       %7$s
                """,
                at.registry(),
                at.order(),
                at.compliance(),
                at.fees(),
                at.issuer(),
                at.tokenUrl(),
                stack.home(),
                at.console(),
                stack.management(Server.ORDER));
    }
}
