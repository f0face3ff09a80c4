package org.opencmas.bench.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opencmas.bench.suite.HttpConnection;
import org.opencmas.bench.suite.RunningSuite;
import org.opencmas.local.server.Server;

/** Checks of an order against all rules: how many a second one client gets, and what each costs the compliance service, by the order's lines. */
public final class OrderChecks implements Row {
    private static final String HEADING = "order-checks";
    private static final String NUMBER = "3-26-04-0001A";
    private static final List<Integer> LINES = List.of(1, 10, 100, 1_000);
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "checks";
    }

    @Override
    public String help() {
        return "checks of an order of 1 to 1,000 lines: checks per second of one client, and CPU ms of the service per check";
    }

    @Override
    public void measure(Run run) throws Exception {
        RunningSuite suite = run.suite();
        String analyst = suite.analyst();
        suite.createAgreement(NUMBER, analyst);
        suite.importPriceList(NUMBER, RunningSuite.priceList(LINES.getLast()), analyst);
        run.rest(Server.ORDER, Server.FEES, Server.REGISTRY);
        String buyer = suite.buyer();
        try (var connection = new HttpConnection(suite.compliancePort())) {
            awaitKnown(connection, buyer, order(suite, LINES.getLast()));
            for (int lines : LINES) {
                String order = order(suite, lines);
                checks(connection, buyer, order, run.warmUp());
                run.results().remark(HEADING, lines + " lines", costs(run, connection, buyer, order));
            }
        }
        run.stack().start();
    }

    private static String costs(Run run, HttpConnection connection, String buyer, String order) throws Exception {
        long start = System.nanoTime();
        Duration before = cpu(run);
        long made = checks(connection, buyer, order, run.reading().multipliedBy(run.rounds()));
        Duration spent = cpu(run).minus(before);
        long nanos = System.nanoTime() - start;
        return "%s checks/s, %s CPU ms a check (%d checks)"
                .formatted(
                        BigDecimal.valueOf(made)
                                .multiply(BigDecimal.valueOf(1_000_000_000))
                                .divide(BigDecimal.valueOf(nanos), 1, RoundingMode.HALF_UP),
                        BigDecimal.valueOf(spent.toNanos())
                                .divide(BigDecimal.valueOf(made).movePointRight(6), 2, RoundingMode.HALF_UP),
                        made);
    }

    /** What the service has spent since it started; all of it, with its collections of garbage and what it compiles. */
    private static Duration cpu(Run run) {
        return run.stack()
                .process(Server.COMPLIANCE)
                .flatMap(process -> ProcessHandle.of(process.pid()))
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("the compliance service does not tell its CPU time"));
    }

    private static long checks(HttpConnection connection, String buyer, String order, Duration duration)
            throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        long made = 0;
        do {
            check(connection, buyer, order);
            made++;
        } while (System.nanoTime() < end);
        return made;
    }

    private static String check(HttpConnection connection, String buyer, String order) throws Exception {
        return connection
                .post("/v1/order-checks", order, "Authorization", buyer, "Content-Type", "application/json")
                .expect(200)
                .body();
    }

    private static void awaitKnown(HttpConnection connection, String buyer, String order) throws Exception {
        long deadline = System.nanoTime() + UNTIL_KNOWN.toNanos();
        while (!check(connection, buyer, order).contains("\"decision\":\"ISSUE\"")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the order passes no check: " + check(connection, buyer, order));
            }
            Thread.sleep(200);
        }
    }

    private static String order(RunningSuite suite, int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(line -> """
                        {"lineId":"%d","cmasNumber":"%s","itemId":"ITEM-%d","description":"Item %d","unit":"EA","quantity":"2","unitPrice":"199.99","kind":"GOODS"}""".formatted(line, NUMBER, line, line))
                .collect(Collectors.joining(",", """
                        {"agencyOrderNumber":"BENCH-CHECK","orderDate":"%s","contractorId":"%s","lines":[""".formatted(suite.today(), suite.contractorId()), "]}"));
    }
}
