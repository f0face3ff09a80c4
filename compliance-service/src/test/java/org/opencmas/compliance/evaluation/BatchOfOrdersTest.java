package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.sql.RoundTrip;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Orders that come together are judged as if they had come one by one")
class BatchOfOrdersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ORDERS = 12;

    private final DataSource dataSource = OwnerDatabase.dataSource();

    @Inject
    EvaluateSubmittedOrder handler;

    private final List<ReceivedEvent> events = new ArrayList<>();

    /** What a receipt and its event say, without what is new each time. */
    private record Decided(String receipt, String event) {}

    @Test
    void aBatchOfManyGivesTheSameReceiptsAndEventsAsOneByOne() throws SQLException {
        News news = EvaluationTest.known();
        for (int i = 0; i < ORDERS; i++) {
            submitAllKinds(news);
        }

        List<Decided> together;
        List<Decided> oneByOne;
        try (Connection connection = begin()) {
            // Both see one and the same state of the database, whatever is still coming in.
            execute(connection, "set transaction isolation level repeatable read");
            Savepoint nothingJudged = connection.setSavepoint();
            judge(connection, events);
            together = decided(connection);
            connection.rollback(nothingJudged);
            for (ReceivedEvent event : events) {
                judge(connection, List.of(event));
            }
            oneByOne = decided(connection);
            connection.rollback();
        }

        assertThat(together).hasSize(events.size()).isEqualTo(oneByOne);
        assertThat(together).extracting(Decided::receipt).anyMatch(receipt -> receipt.contains("\"ISSUE\""));
        assertThat(together).extracting(Decided::receipt).anyMatch(receipt -> receipt.contains("\"RETURN\""));
        assertThat(together)
                .extracting(Decided::receipt)
                .anyMatch(receipt -> receipt.contains("\"lookAlikes\":[\"" + news.cmas + "\"]"));
    }

    /** An order that is returned, mended and amended; one on an unknown CMAS, one of an unknown agency and contractor. */
    private void submitAllKinds(News news) {
        UUID mended = UUID.randomUUID();
        submit(mended, 1, news.submitted(mended, 1, "2026-03-02", 0, "120.01", "240.02", "[]"));
        UUID unknownNumber = UUID.randomUUID();
        submit(
                unknownNumber,
                1,
                news.submitted(unknownNumber, 1, "2026-03-02", 0, "120.00", "240.00", "[]")
                        .replace(news.cmas, news.cmas + "E"));
        submit(mended, 2, news.submitted(mended, 2, "2026-03-02", 0, "120.00", "240.00", "[]"));
        UUID unknownParties = UUID.randomUUID();
        submit(
                unknownParties,
                1,
                news.submitted(unknownParties, 1, "2026-01-01", 0, "1.00", "2.00", "[]")
                        .replace(news.agency.toString(), UUID.randomUUID().toString())
                        .replace(news.contractor.toString(), UUID.randomUUID().toString()));
        submit(mended, 3, news.submitted(mended, 3, "2026-06-30", 1, "119.00", "238.00", "[]"));
        submit(mended, 4, news.submitted(mended, 4, "2026-07-01", 2, "118.00", "236.00", "[]"));
    }

    @Test
    void twoVersionsOfOneOrderInOneBatchAreCountedInTheirOrder() throws Exception {
        News news = EvaluationTest.known();
        UUID order = UUID.randomUUID();
        submit(order, 1, news.submitted(order, 1, "2026-03-02", 0, "120.01", "240.02", "[]"));
        submit(order, 2, news.submitted(order, 2, "2026-03-02", 0, "120.00", "240.00", "[]"));

        try (Connection connection = begin()) {
            judge(connection, events);

            assertThat(receipts(connection))
                    .extracting(receipt -> receipt.get("sequence").asInt() + " "
                            + receipt.get("document_version").asInt() + " "
                            + receipt.get("decision").asText())
                    .containsExactly("1 1 RETURN", "2 2 ISSUE");
            assertThat(journaled(connection))
                    .extracting(entry -> entry.get("aggregate_version").asInt() + " "
                            + entry.get("payload").get("documentVersion").asInt())
                    .containsExactly("1 1", "2 2");
            connection.rollback();
        }
    }

    @Test
    void anAmendmentIsJudgedAgainstWhatWasIssuedEarlierInTheSameBatch() throws Exception {
        News news = EvaluationTest.known();
        UUID order = UUID.randomUUID();
        submit(order, 1, news.submitted(order, 1, "2026-03-02", 0, "120.00", "240.00", "[]"));
        submit(order, 2, news.submitted(order, 2, "2026-06-30", 1, "119.00", "238.00", "[]"));

        try (Connection connection = begin()) {
            judge(connection, events);

            JsonNode amendment = receipts(connection).getLast();
            assertThat(amendment.get("decision").asText()).isEqualTo("ISSUE");
            assertThat(amendment.at("/facts/issuedBefore/lines/0/unitPrice").asText())
                    .isEqualTo("120.00");
            connection.rollback();
        }
    }

    @Test
    void eachDecisionContinuesTheTraceOfItsOwnOrder() throws Exception {
        News news = EvaluationTest.known();
        UUID traced = UUID.randomUUID();
        UUID untraced = UUID.randomUUID();
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        submit(traced, 1, news.submitted(traced, 1, "2026-03-02", 0, "120.00", "240.00", "[]"), trace);
        submit(untraced, 1, news.submitted(untraced, 1, "2026-03-02", 0, "120.00", "240.00", "[]"));

        try (Connection connection = begin()) {
            judge(connection, events);

            assertThat(journaled(connection))
                    .extracting(entry -> entry.get("trace_parent").asText())
                    .containsExactly(trace, "null");
            connection.rollback();
        }
    }

    private void submit(UUID order, int version, String payload) {
        submit(order, version, payload, null);
    }

    private void submit(UUID order, int version, String payload, String traceParent) {
        events.add(new ReceivedEvent(
                UUID.randomUUID(),
                "order.submitted.v1",
                "/order-service",
                "cmas.orders",
                order.toString(),
                version,
                1,
                Instant.EPOCH,
                payload,
                traceParent));
    }

    private Connection begin() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private void judge(Connection connection, List<ReceivedEvent> batch) throws SQLException {
        EventBatch together = new EventBatch(connection, batch, new RoundTrip(), action -> {});
        handler.handle(together);
        together.send();
    }

    private List<Decided> decided(Connection connection) throws SQLException {
        List<JsonNode> receipts = receipts(connection);
        List<JsonNode> entries = journaled(connection);
        assertThat(entries).hasSameSizeAs(receipts);
        List<Decided> decided = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            ((ObjectNode) receipts.get(i)).remove(List.of("evaluation_id", "receipt_hash", "evaluated_at"));
            ((ObjectNode) entries.get(i).get("payload")).remove(List.of("evaluationId", "receiptHash", "evaluatedAt"));
            decided.add(new Decided(receipts.get(i).toString(), entries.get(i).toString()));
        }
        return decided;
    }

    /** The receipts of the test's orders, in the order in which they were decided. */
    private List<JsonNode> receipts(Connection connection) throws SQLException {
        return rows(connection, """
                select to_jsonb(evaluation) || jsonb_build_object('facts', facts::jsonb, 'findings', findings::jsonb)
                  from evaluation where order_id::text = any (?) order by evaluation_id
                """);
    }

    private List<JsonNode> journaled(Connection connection) throws SQLException {
        return rows(connection, """
                select jsonb_build_object('aggregate_version', aggregate_version, 'trace_parent', trace_parent,
                    'payload', payload::jsonb)
                  from journal where topic = 'cmas.evaluations' and aggregate_id = any (?) order by event_id
                """);
    }

    private List<JsonNode> rows(Connection connection, String sql) throws SQLException {
        List<JsonNode> rows = new ArrayList<>();
        String[] orders =
                events.stream().map(ReceivedEvent::aggregateId).distinct().toArray(String[]::new);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", orders));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(JSON.readTree(row.getString(1)));
                }
            }
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
        return rows;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
