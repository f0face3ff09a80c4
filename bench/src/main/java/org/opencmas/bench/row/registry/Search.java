package org.opencmas.bench.row.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.opencmas.bench.row.Row;
import org.opencmas.bench.row.Run;
import org.opencmas.bench.suite.HttpConnection;

/** How long a search by description takes over a million price lines in two agreements among fifty, with counts; and how soon a line is found. */
public final class Search implements Row {
    private static final String HEADING = "search-1m-price-lines";
    private static final int LARGE_LINES = 500_000;
    private static final int SMALL_LINES = 100;
    private static final int AGREEMENTS = 50;
    private static final List<String> TEXTS =
            List.of("engineer", "turf", "model 4711", "network engineer", "netwrk enginer");

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String help() {
        return "search by description over a million price lines in two agreements among fifty: p50 and p99; goal p99 at most 30 ms";
    }

    @Override
    public void measure(Run run) throws Exception {
        run.out().println("search: importing a million price lines");
        String analyst = run.suite().analyst();
        for (int i = 1; i <= AGREEMENTS; i++) {
            String number = "3-26-03-%04dA".formatted(i);
            run.suite().createAgreement(number, analyst);
            run.suite().importPriceList(number, priceList(i <= 2 ? LARGE_LINES : SMALL_LINES, i), analyst);
        }
        try (var connection = new HttpConnection(run.suite().registryPort())) {
            noteWait(run, connection, "B", "zyzzyva", "a line found, imported behind all those");
            String asker = run.suite().analyst();
            awaitAllLists(connection, asker);
            noteWait(run, connection, "C", "quixote", "a line found, imported when all those were");
            long end = System.nanoTime() + run.warmUp().toNanos();
            while (System.nanoTime() < end) {
                for (String text : TEXTS) {
                    find(connection, asker, text, false);
                    find(connection, asker, text, true);
                }
            }
            for (String text : TEXTS) {
                run.results().remark(HEADING, text, Latency.of(i -> find(connection, asker, text, false)));
                run.results()
                        .remark(
                                HEADING,
                                text + ", with all counts",
                                Latency.of(i -> find(connection, asker, text, true)));
            }
        }
    }

    /** Notes how long it takes from the start of the import of a list of one line until a search finds it. */
    private static void noteWait(Run run, HttpConnection connection, String suffix, String word, String what)
            throws Exception {
        String analyst = run.suite().analyst();
        String number = "3-26-03-%04d%s".formatted(AGREEMENTS, suffix);
        run.suite().createAgreement(number, analyst);
        long imported = System.nanoTime();
        run.suite()
                .importPriceList(
                        number,
                        "item_id,description,unit,price\nZ-1,%s trap,EA,1.00\n"
                                .formatted(word)
                                .getBytes(StandardCharsets.UTF_8),
                        analyst);
        while (!find(connection, analyst, word, false).contains(number)) {
            Thread.sleep(5);
        }
        run.results().remark(HEADING, what, Latency.millis(System.nanoTime() - imported));
    }

    private static void awaitAllLists(HttpConnection connection, String analyst) throws Exception {
        // An answer of a whole index says nothing of lists that wait.
        String found = find(connection, analyst, TEXTS.getFirst(), false);
        while (found.isEmpty() || found.contains("\"pendingPriceLists\"")) {
            Thread.sleep(100);
            found = find(connection, analyst, TEXTS.getFirst(), false);
        }
    }

    /** As an analyst's client: without a token, one address may ask less than this asks. */
    private static String find(HttpConnection connection, String analyst, String text, boolean counts)
            throws Exception {
        HttpConnection.Answer answer = connection.get(
                "/v1/agreements?limit=25&facets=" + counts + "&description="
                        + URLEncoder.encode(text, StandardCharsets.UTF_8),
                "Authorization",
                analyst);
        // A service that builds its index says so.
        return answer.expect(200, 503).status() == 200 ? answer.body() : "";
    }

    private static byte[] priceList(int lines, int agreement) {
        String[] things = {"engineer", "technician", "turf roll", "router", "chair", "training day"};
        String[] traits = {"network", "senior", "artificial", "managed", "ergonomic"};
        var csv = new StringBuilder(lines * 60).append("item_id,description,unit,price\n");
        for (int i = 1; i <= lines; i++) {
            csv.append("P-").append(agreement).append('-').append(i).append(',');
            csv.append(traits[i % traits.length]).append(' ').append(things[i % things.length]);
            csv.append(" model ")
                    .append(i % 10_000)
                    .append(",EA,")
                    .append(10 + i % 900)
                    .append(".00\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
