package org.opencmas.bench.row.registry;

import java.time.LocalDate;
import org.opencmas.bench.row.Row;
import org.opencmas.bench.row.Run;
import org.opencmas.bench.suite.HttpConnection;

/** How long it takes to read an agreement with fifty supplements as of a day, and where each of its fields comes from. */
public final class AgreementReads implements Row {
    private static final String HEADING = "agreement-with-50-supplements";
    private static final String NUMBER = "3-26-04-0050A";
    private static final int SUPPLEMENTS = 50;

    @Override
    public String name() {
        return "agreement-reads";
    }

    @Override
    public String help() {
        return "an agreement with fifty supplements as of a day, and the sources of its fields: p50 and p99";
    }

    @Override
    public void measure(Run run) throws Exception {
        run.out().println("agreement-reads: adding fifty supplements");
        String analyst = run.suite().analyst();
        run.suite().createAgreement(NUMBER, analyst);
        LocalDate first = run.suite().today().minusYears(1);
        try (var connection = new HttpConnection(run.suite().registryPort())) {
            for (int i = 1; i <= SUPPLEMENTS; i++) {
                supplement(connection, analyst, first.plusDays(i), i);
            }
            run.results().remark(HEADING, "as of a day", Latency.of(i -> read(connection, analyst, "", first, i)));
            run.results()
                    .remark(
                            HEADING,
                            "where its fields come from",
                            Latency.of(i -> read(connection, analyst, "/field-sources", first, i)));
        }
    }

    private static void read(HttpConnection connection, String analyst, String what, LocalDate first, int number)
            throws Exception {
        connection
                .get(
                        "/v1/agreements/" + NUMBER + what + "?asOf=" + first.plusDays(1 + number % SUPPLEMENTS),
                        "Authorization",
                        analyst)
                .expect(200);
    }

    private static void supplement(HttpConnection connection, String analyst, LocalDate effectiveOn, int number)
            throws Exception {
        connection
                .post(
                        "/v1/agreements/" + NUMBER + "/supplements",
                        """
                        {"effectiveOn":"%s","changeNote":"Supplement %d","termStart":"%s","termEnd":"%s","forUseBy":"STATE_AND_LOCAL",
                        "nspProvision":true,"productCodes":["%d"],"categories":["HARDWARE"],
                        "baseContract":{"number":"47QTCA-BENCH","type":"GSA","holder":"Bench Supplies, Inc."}}""".formatted(
                                        effectiveOn,
                                        number,
                                        effectiveOn.minusDays(number),
                                        effectiveOn.plusYears(2),
                                        7430 + number),
                        "Authorization",
                        analyst,
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "*",
                        "Idempotency-Key",
                        "bench-supplement-" + number + "-" + effectiveOn)
                .expect(201);
    }
}
