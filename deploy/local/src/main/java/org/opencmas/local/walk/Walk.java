package org.opencmas.local.walk;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.opencmas.local.client.SuiteClient;
import org.opencmas.local.demo.DemoStep;
import org.opencmas.local.server.Endpoints;

/**
 * The stories and the real orders, as often as wanted: each run registers agreements and places orders of its own, while the
 * real orders are placed once and found again.
 */
public final class Walk implements DemoStep {
    private final Clock clock;

    public Walk() {
        this(Clock.system(ZoneId.of("America/Los_Angeles")));
    }

    Walk(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String title() {
        return "The walk: one agreement, two orders, one from its request for offer on, a quarter's report, the register's documents and names, and 14 real orders";
    }

    @Override
    public boolean run(Endpoints endpoints, PrintStream out) {
        long start = System.nanoTime();
        SuiteClient client = new SuiteClient(endpoints);
        Narrator narrator = new Narrator(out);
        long moment = clock.instant().getEpochSecond();
        String run = Long.toString(moment, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        boolean told = tell(narrator, new Story(client, narrator, LocalDate.now(clock), run, moment)::tell);
        boolean kept = tell(narrator, new RegisterStory(client, narrator, LocalDate.now(clock), run, moment)::tell);
        boolean replayed = tell(narrator, new RealOrders(client, narrator)::replay);
        out.printf(
                "%n%s: %d steps, %d requests, %d assertions held, %.1f s%n",
                told && kept && replayed ? "The walk held" : "The walk did NOT hold",
                narrator.steps(),
                narrator.requests(),
                narrator.held(),
                (System.nanoTime() - start) / 1e9);
        return told && kept && replayed;
    }

    private static boolean tell(Narrator narrator, Runnable part) {
        try {
            part.run();
            return true;
        } catch (StepFailed broken) {
            narrator.failed(String.valueOf(broken.getMessage()));
        } catch (RuntimeException broken) {
            narrator.failed(broken.toString());
        }
        return false;
    }
}
