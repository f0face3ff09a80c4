package org.opencmas.bench.row.console;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.opencmas.bench.row.Row;
import org.opencmas.bench.row.Run;
import org.opencmas.bench.suite.HttpConnection;
import org.opencmas.bench.suite.RunningSuite;
import org.opencmas.bench.suite.SignedIn;

/**
 * How long the console takes for a page that a person works in, beside the same calls of the services' API that the page makes, with the same
 * person's rights: searching, the check of an order that is written, a contractor's matrix of reports, a dashboard. Each of these pages makes one call: what the check
 * needs beside it, whose an agreement is and the words of attestations, the console asks for once a minute and not with each check.
 */
public final class ConsolePages implements Row {
    private static final String HEADING = "console-pages";
    private static final String AGREEMENT = "3-26-05-0001A";
    private static final int LINES = 20_000;
    private static final int REQUESTS = 200;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String help() {
        return "pages of the console beside the calls of the API that they make; goal at most 1.3 times those";
    }

    @Override
    public void measure(Run run) throws Exception {
        RunningSuite suite = run.suite();
        String analyst = suite.analyst();
        suite.createAgreement(AGREEMENT, analyst);
        suite.importPriceList(AGREEMENT, RunningSuite.priceList(LINES), analyst);
        try (var console = new HttpConnection(suite.consolePort());
                var registry = new HttpConnection(suite.registryPort());
                var compliance = new HttpConnection(suite.compliancePort());
                var fees = new HttpConnection(suite.feesPort())) {
            String asDgs = SignedIn.at(suite.console(), "dgs-analyst");
            compare(
                    run,
                    "search",
                    () -> page(console, "/agreements?words=monitor", asDgs),
                    () -> ask(registry, "/v1/agreements?description=monitor&facets=true&limit=50", analyst));
            compare(
                    run,
                    "dashboard",
                    () -> page(console, "/dashboard?by=QUARTER&from=2021-Q1&through=2026-Q4", asDgs),
                    () -> ask(fees, "/v1/dashboards/fees?by=quarter&from=2021-Q1&through=2026-Q4&limit=50", analyst));
            String filer = suite.filer();
            String asFiler = SignedIn.at(suite.console(), suite.filerPerson());
            compare(
                    run,
                    "matrix of reports",
                    () -> page(console, "/reports", asFiler),
                    () -> ask(fees, "/v1/report-obligations?state=DUE&state=OVERDUE&limit=200", filer));
            String buyer = suite.buyer();
            String asBuyer = SignedIn.at(suite.console(), suite.buyerPerson());
            String typed = typed(suite);
            String checked = checked(suite);
            compare(
                    run,
                    "check of an order that is written",
                    () -> console.post(
                                    "/drafts/new",
                                    typed,
                                    "Cookie",
                                    asBuyer,
                                    "Sec-Fetch-Site",
                                    "same-origin",
                                    "Content-Type",
                                    "application/x-www-form-urlencoded")
                            .expect(200),
                    () -> compliance
                            .post(
                                    "/v1/order-checks",
                                    checked,
                                    "Authorization",
                                    buyer,
                                    "Content-Type",
                                    "application/json")
                            .expect(200));
        }
    }

    /** One request. */
    private interface Request {
        HttpConnection.Answer send() throws Exception;
    }

    private static void compare(Run run, String what, Request page, Request call) throws Exception {
        long end = System.nanoTime() + run.warmUp().toNanos() / 4;
        while (System.nanoTime() < end) {
            page.send();
            call.send();
        }
        long[] ofPage = new long[REQUESTS];
        long[] ofCall = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            ofPage[i] = nanos(page);
            ofCall[i] = nanos(call);
        }
        Arrays.sort(ofPage);
        Arrays.sort(ofCall);
        run.results()
                .remark(
                        HEADING,
                        what,
                        "page p50 %s, p99 %s; its call p50 %s, p99 %s; p50 %s times that"
                                .formatted(
                                        millis(ofPage, 50),
                                        millis(ofPage, 99),
                                        millis(ofCall, 50),
                                        millis(ofCall, 99),
                                        BigDecimal.valueOf(at(ofPage, 50))
                                                .divide(BigDecimal.valueOf(at(ofCall, 50)), 2, RoundingMode.HALF_UP)));
    }

    private static long nanos(Request request) throws Exception {
        long start = System.nanoTime();
        request.send();
        return System.nanoTime() - start;
    }

    private static long at(long[] sorted, int percentile) {
        return sorted[sorted.length * percentile / 100];
    }

    private static String millis(long[] sorted, int percentile) {
        return BigDecimal.valueOf(at(sorted, percentile)).movePointLeft(6).setScale(1, RoundingMode.HALF_UP) + " ms";
    }

    private static HttpConnection.Answer page(HttpConnection console, String address, String cookie)
            throws IOException {
        return console.get(address, "Cookie", cookie, "Accept", "text/html").expect(200);
    }

    private static HttpConnection.Answer ask(HttpConnection service, String path, String token) throws IOException {
        return service.get(path, "Authorization", token).expect(200);
    }

    private static String typed(RunningSuite suite) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("do", "CHECK");
        fields.put("agencyOrderNumber", "PO-BENCH");
        fields.put("orderDate", suite.today().toString());
        fields.put("lines.0.lineId", "10");
        fields.put("lines.0.cmasNumber", AGREEMENT);
        fields.put("lines.0.itemId", "ITEM-1");
        fields.put("lines.0.description", "A monitor");
        fields.put("lines.0.unit", "EA");
        fields.put("lines.0.quantity", "3");
        fields.put("lines.0.unitPrice", "10.00");
        fields.put("lines.0.kind", "GOODS");
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String checked(RunningSuite suite) {
        return """
                {"agencyOrderNumber":"PO-BENCH","orderDate":"%s","contractorId":"%s","lines":[{"lineId":"10","cmasNumber":"%s","itemId":"ITEM-1",
                "description":"A monitor","unit":"EA","quantity":"3","unitPrice":"10.00","kind":"GOODS"}]}""".formatted(suite.today(), suite.contractorId(), AGREEMENT);
    }
}
