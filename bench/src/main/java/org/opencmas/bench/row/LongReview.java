package org.opencmas.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.opencmas.bench.result.Machine;
import org.opencmas.bench.suite.HttpConnection;
import org.opencmas.local.server.Server;

/**
 * A review of a contractor with 100,000 orders, all of one agency on one CMAS, which is the worst for what looks at the orders beside an
 * order. The service is killed in the midst of it and goes on when it is started again.
 */
public final class LongReview implements Row {
    private static final int ORDERS = 100_000;
    private static final int SAMPLE = 5_000;
    private static final int DAYS = 300;
    private static final String HEADING = "review";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return HEADING;
    }

    @Override
    public String help() {
        return "a review over 100,000 orders, killed in the midst: time of its steps, and memory";
    }

    @Override
    public void measure(Run run) throws Exception {
        fill(run);
        String review = plan(run);
        long start = System.nanoTime();
        await(run, review, state -> state.path("progress").path("ordersRead").asInt() >= ORDERS / 3);
        run.rest(Server.COMPLIANCE);
        run.stack().startOne(Server.COMPLIANCE);
        await(run, review, state -> !step(state).equals("READ"));
        remark(run, "orders noted, with a kill and a start in the midst", start);
        start = System.nanoTime();
        await(run, review, state -> !step(state).equals("CHOOSE"));
        remark(run, "sample chosen and neighbours found", start);
        start = System.nanoTime();
        JsonNode done =
                await(run, review, state -> !state.path("state").asText().equals("PLANNED"));
        remark(
                run,
                "%,d orders of the sample looked at"
                        .formatted(done.path("progress").path("ordersDone").asInt()),
                start);
        run.results().remark(HEADING, "state after it", done.path("state").asText());
        long pid = run.stack().process(Server.COMPLIANCE).orElseThrow().pid();
        run.results()
                .remark(HEADING, "most memory of the service, heap at most 320 MB", Machine.peakMegabytes(pid) + " MB");
    }

    private static String step(JsonNode review) {
        return review.path("progress").path("step").asText();
    }

    /** Copies of the receipt of one order that was really judged, over most of a year. */
    private static void fill(Run run) throws SQLException {
        run.out().printf("review: storing %,d receipts%n", ORDERS);
        try (Connection connection = DriverManager.getConnection(run.stack().superuserUrl("cmas_compliance"));
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute("""
                    insert into evaluation (agency_id, evaluation_id, order_id, sequence, document_version, agency_order_number,
                        amendment_number, decision, rule_set_version, as_of, facts, findings, receipt_hash, evaluated_at)
                    select agency_id, uuidv7(), uuidv7(), 1, document_version, 'REVIEWED-' || n, amendment_number, decision,
                        rule_set_version, as_of, replace(facts, order_date::text, (order_date - n %% %2$d)::text), findings,
                        receipt_hash, evaluated_at
                    from generate_series(1, %1$d) as n
                    cross join (select * from evaluation where decision = 'ISSUE' order by evaluated_at limit 1) as one
                    """.formatted(ORDERS, DAYS));
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze evaluation");
        }
    }

    private static String plan(Run run) throws IOException {
        String body = """
                {"contractorId":"%s","from":"%s","through":"%s","sample":{"method":"RANDOM","size":%d,"seed":42},"answerDays":30}""".formatted(
                        run.suite().contractorId(),
                        run.suite().today().minusDays(DAYS),
                        run.suite().today(),
                        SAMPLE);
        try (var connection = new HttpConnection(run.suite().compliancePort())) {
            return JSON.readTree(connection
                            .post(
                                    "/v1/reviews",
                                    body,
                                    "Authorization",
                                    run.suite().reviewer(),
                                    "Content-Type",
                                    "application/json",
                                    "Idempotency-Key",
                                    java.util.UUID.randomUUID().toString())
                            .expect(202)
                            .body())
                    .path("reviewId")
                    .asText();
        }
    }

    private interface Reached {
        boolean by(JsonNode review);
    }

    private static JsonNode await(Run run, String review, Reached reached) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try (var connection = new HttpConnection(run.suite().compliancePort())) {
                JsonNode state = JSON.readTree(connection
                        .get(
                                "/v1/reviews/" + review,
                                "Authorization",
                                run.suite().reviewer())
                        .expect(200)
                        .body());
                if (reached.by(state)) {
                    return state;
                }
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the review does not come forward");
    }

    private static void remark(Run run, String what, long start) {
        BigDecimal seconds =
                BigDecimal.valueOf(System.nanoTime() - start).movePointLeft(9).setScale(1, RoundingMode.HALF_UP);
        run.out().printf("  %s: %s s%n", what, seconds);
        run.results().remark(HEADING, what, seconds + " s");
    }
}
