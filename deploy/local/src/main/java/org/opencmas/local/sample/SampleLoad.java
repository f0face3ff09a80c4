package org.opencmas.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.opencmas.local.client.Answer;
import org.opencmas.local.client.Call;
import org.opencmas.local.client.Service;
import org.opencmas.local.client.SuiteClient;
import org.opencmas.local.demo.DemoStep;
import org.opencmas.local.server.Endpoints;

/**
 * Loads the sample data through the services' own doors. The key of each request follows from its content and what is there
 * already is left alone, so that a second start changes nothing.
 */
public final class SampleLoad implements DemoStep {
    private static final String ANALYST = "dgs-analyst";
    private static final Set<Integer> THERE_ALREADY = Set.of(409);

    /** Progress is rewritten in place where a person watches; a log gets the last line of each part only. */
    private static final boolean ON_A_TERMINAL =
            System.console() != null && System.console().isTerminal();

    @Override
    public String title() {
        return "Sample data";
    }

    @Override
    public boolean run(Endpoints endpoints, PrintStream out) {
        try {
            return load(new SuiteClient(endpoints), out);
        } catch (UncheckedIOException away) {
            out.printf("%n  %s%n", away.getMessage());
            return false;
        }
    }

    private static boolean load(SuiteClient client, PrintStream out) {
        List<Sample.Agreement> agreements = Sample.agreements();
        int prices = agreements.stream().mapToInt(Sample.Agreement::lines).sum();
        return load(
                        out,
                        "contractors",
                        Sample.contractors(),
                        body -> create(client, Service.REGISTRY, "/v1/contractors", body))
                && load(
                        out,
                        "agreements",
                        agreements,
                        agreement -> create(client, Service.REGISTRY, "/v1/agreements", agreement.body()))
                && load(
                        out,
                        "price lists (" + prices + " lines)",
                        agreements,
                        agreement -> priceList(client, agreement))
                && load(
                        out,
                        "agencies",
                        Sample.agencies(),
                        body -> create(client, Service.ORDER, "/v1/agencies", body));
    }

    private static Call create(SuiteClient client, Service service, String path, JsonNode body) {
        return client.post(service, path)
                .as(ANALYST)
                .key(key(path, body.toString()))
                .json(body);
    }

    private static Call priceList(SuiteClient client, Sample.Agreement agreement) {
        return client.post(Service.REGISTRY, "/v1/price-list-imports")
                .as(ANALYST)
                .query("agreement", agreement.number())
                .query("supplement", 0)
                .query("effectiveFrom", agreement.effectiveFrom())
                .key(key(agreement.number(), agreement.effectiveFrom() + agreement.priceList()))
                .csv(agreement.priceList());
    }

    private static String key(String where, String content) {
        byte[] named = (where + "\n" + content).getBytes(StandardCharsets.UTF_8);
        return "sample-" + UUID.nameUUIDFromBytes(named);
    }

    private static <T> boolean load(PrintStream out, String what, List<T> things, Function<T, Call> request) {
        long start = System.nanoTime();
        int made = 0;
        int there = 0;
        for (T thing : things) {
            Call call = request.apply(thing);
            Answer answer = call.send();
            if (answer.isReplayed() || THERE_ALREADY.contains(answer.status())) {
                there++;
            } else if (answer.isSuccess()) {
                made++;
            } else {
                out.printf(
                        "%n  %s%n  %s%n  -> %d %s%n", call.line(), call.shortBody(300), answer.status(), answer.body());
                return false;
            }
            if (ON_A_TERMINAL) {
                out.printf("\r  %-26s %3d of %d", what, made + there, things.size());
                out.flush();
            }
        }
        out.printf((ON_A_TERMINAL ? "\r" : "") + "  %-26s %3d of %d", what, made + there, things.size());
        out.printf("  new %d, there already %d, %d ms%n", made, there, (System.nanoTime() - start) / 1_000_000);
        return true;
    }
}
