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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.News;
import org.opencmas.compliance.RegistryStory;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.sql.RoundTrip;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.TopicProbe;

/** The registry's events come as the registry sends them, through the broker. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("CON-ACTIVE-CHECK: an order is judged by the status of the CMAS on its day, whenever that was told")
class StatusOverTimeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource dataSource = OwnerDatabase.dataSource();

    @Inject
    EvaluateSubmittedOrder handler;

    private News news;

    @ParameterizedTest(name = "dated {0}: {1}, {2}")
    @CsvSource({
        "2026-10-15, PASS, ISSUE",
        "2026-11-01, PASS, ISSUE",
        "2026-11-02, FAIL, RETURN",
        "2026-11-20, FAIL, RETURN",
        "2027-01-15, FAIL, RETURN"
    })
    void terminatedUnderASupplementOfNextYear(String dated, String verdict, String decision) throws Exception {
        told("terminated-under-a-later-supplement");

        assertJudged(judged(dated), verdict, decision);
    }

    @ParameterizedTest(name = "dated {0}: {1}, {2}")
    @CsvSource({
        "2026-10-15, PASS, ISSUE",
        "2026-11-09, PASS, ISSUE",
        "2026-11-10, FAIL, RETURN",
        "2026-11-15, FAIL, RETURN",
        "2026-11-30, FAIL, RETURN",
        "2026-12-01, PASS, ISSUE"
    })
    void suspendedAndByNowActiveAgain(String dated, String verdict, String decision) throws Exception {
        told("suspended-and-reactivated");

        assertJudged(judged(dated), verdict, decision);
    }

    @ParameterizedTest(name = "amended on {0}: {1}")
    @CsvSource({"2026-11-09, PASS", "2026-11-15, WARN", "2026-12-01, PASS"})
    void anAmendmentOfAnOrderFromBeforeTheSuspensionIsNotReturned(String amendedOn, String verdict) throws Exception {
        told("suspended-and-reactivated");

        JsonNode amended = amended("2026-10-15", amendedOn);

        assertJudged(amended, "PASS", "ISSUE");
        assertThat(verdict(amended, "ORD-AMEND-EXPIRED")).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "dated {0}: {1}, {2}")
    @CsvSource({"2026-09-14, PASS, ISSUE", "2026-09-15, FAIL, RETURN", "2026-10-20, FAIL, RETURN"})
    void terminatedForAPastDay(String dated, String verdict, String decision) throws Exception {
        told("terminated-for-a-past-day");

        assertJudged(judged(dated), verdict, decision);
    }

    @Test
    void eventsFromBeforeThereWereTimelinesCountFromTheirDayAndItIsSaid() throws Exception {
        RegistryStory story = RegistryStory.of("terminated-for-a-past-day");
        String old = story.cmas().replace("0003A", "0004A");
        copied(new RegistryStory(
                old,
                story.contractor(),
                story.events().stream()
                        .map(event -> old(event, story.cmas(), old))
                        .toList()));

        assertJudged(judged("2026-10-14"), "PASS", "ISSUE");
        assertJudged(judged("2026-10-15"), "FAIL", "RETURN");
        assertThat(message(judged("2026-11-20"))).contains("is terminated on 2026-11-20", "told no first day");
    }

    /** As an older registry sent it, under another number. */
    private static CloudEvent old(CloudEvent event, String number, String other) {
        try {
            ObjectNode payload = (ObjectNode) JSON.readTree(event.payload().replace(number, other));
            payload.remove("statusTimeline");
            return new CloudEvent(
                    event.id(),
                    event.source(),
                    event.type(),
                    other,
                    event.aggregateVersion(),
                    event.position(),
                    event.occurredAt(),
                    payload.toString());
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private void told(String story) {
        copied(RegistryStory.of(story));
    }

    /** Told once, whichever test comes first. */
    private void copied(RegistryStory story) {
        news = new News(story.cmas(), story.contractor()).agency("CITY");
        if (number("select count(*) from contractor where contractor_id = '" + story.contractor() + "'") == 0) {
            news.contractor();
        }
        if (version(story) == 0) {
            TopicProbe probe = TopicProbe.ofServiceUnderTest();
            story.events().forEach(event -> probe.publish("cmas.agreements", event));
        }
        Eventually.within(News.DEADLINE, () -> {
            assertThat(version(story)).isEqualTo(story.events().size());
            assertThat(number("select count(*) from agency where agency_id = '" + news.agency + "'"))
                    .isOne();
            assertThat(number("select count(*) from contractor where contractor_id = '" + news.contractor + "'"))
                    .isOne();
        });
    }

    private long version(RegistryStory story) {
        return number(
                "select coalesce(max(version), 0) from agreement_snapshot where cmas_number = '" + story.cmas() + "'");
    }

    private long number(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private JsonNode judged(String dated) throws Exception {
        return inTransaction(connection -> judge(connection, UUID.randomUUID(), 1, dated, dated));
    }

    private JsonNode amended(String ordered, String amendedOn) throws Exception {
        return inTransaction(connection -> {
            UUID order = UUID.randomUUID();
            assertThat(judge(connection, order, 1, ordered, ordered)
                            .get("decision")
                            .asText())
                    .isEqualTo("ISSUE");
            return judge(connection, order, 2, ordered, amendedOn);
        });
    }

    private interface Judging {
        JsonNode in(Connection connection) throws Exception;
    }

    private JsonNode inTransaction(Judging judging) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            JsonNode receipt = judging.in(connection);
            connection.rollback();
            return receipt;
        }
    }

    /** The receipt of an order's version, an amendment from the second on. */
    private JsonNode judge(Connection connection, UUID order, int version, String ordered, String dated)
            throws Exception {
        // The registry's stories tell no base prices, so a person has compared them.
        String compared = """
                [{"rule": "CON-PRICE-CEILING", "statement": "compared with the base contract", "attestedBy": "B. Buyer",
                  "attestedOn": "%s"}]""".formatted(dated);
        String submitted = news.submitted(order, version, dated, version - 1, "120.00", "240.00", compared)
                .replace("\"orderDate\": \"2026-03-02\"", "\"orderDate\": \"" + ordered + "\"")
                .replace("2026-03-02T18:00:00Z", dated + "T20:00:00Z");
        ReceivedEvent event = new ReceivedEvent(
                UUID.randomUUID(),
                "order.submitted.v1",
                "/order-service",
                "cmas.orders",
                order.toString(),
                version,
                version,
                Instant.EPOCH,
                submitted,
                null);
        EventBatch batch = new EventBatch(connection, List.of(event), new RoundTrip(), action -> {});
        handler.handle(batch);
        batch.send();
        try (PreparedStatement select = connection.prepareStatement("""
                select to_jsonb(evaluation) || jsonb_build_object('facts', facts::jsonb, 'findings', findings::jsonb)
                  from evaluation where order_id = ? and document_version = ?
                """)) {
            select.setObject(1, order);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return JSON.readTree(row.getString(1));
            }
        }
    }

    private static void assertJudged(JsonNode receipt, String verdict, String decision) {
        assertThat(verdict(receipt, "CON-ACTIVE-CHECK")).isEqualTo(verdict);
        assertThat(receipt.get("decision").asText())
                .as("%s", receipt.get("findings"))
                .isEqualTo(decision);
    }

    private static String message(JsonNode receipt) {
        return finding(receipt, "CON-ACTIVE-CHECK").get("message").asText();
    }

    private static String verdict(JsonNode receipt, String rule) {
        return finding(receipt, rule).get("verdict").asText();
    }

    private static JsonNode finding(JsonNode receipt, String rule) {
        for (JsonNode finding : receipt.get("findings")) {
            if (finding.get("ruleId").asText().equals(rule)) {
                return finding;
            }
        }
        throw new AssertionError(rule + " found nothing");
    }
}
