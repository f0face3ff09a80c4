package org.opencmas.compliance.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.sql.RoundTrip;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

/** Another instance of the service is here a second connection: all that two instances share is the database. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An order is judged by what the database holds, although what hardly ever changes is cached")
class FreshFactsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AGENCY = "/facts/agency/name";
    private static final String CONTRACTOR = "/facts/contractor/legalName";
    private static final String STATUS = "/facts/agreements/0/agreement/status";
    private static final String NEWS_WAITING = "/facts/agreements/0/newsWaiting";

    private final DataSource dataSource = OwnerDatabase.dataSource();

    @Inject
    EvaluateSubmittedOrder handler;

    private News news;

    @BeforeEach
    void everythingIsCached() throws Exception {
        // What other tests let wait would keep agreements from being cached.
        execute("update parked_event set state = 'REPLAYED', replayed_at = now() where state = 'PARKED'");
        news = EvaluationTest.known();
        assertThat(judged().at(AGENCY).asText()).isEqualTo("City of Test");
        assertThat(judged().at(STATUS).asText()).isEqualTo("ACTIVE");
    }

    @Test
    void whatIsCachedIsNotReadAgain() throws Exception {
        // Without its triggers a change is no change that anyone is told of; so an answer from memory can be
        // recognized.
        execute("alter table agency disable trigger user; update agency set name = 'Unnoticed' where agency_id = '"
                + news.agency + "'; alter table agency enable trigger user");

        assertThat(judged().at(AGENCY).asText()).isEqualTo("City of Test");
    }

    @Test
    void anAgencyChangedByAnotherInstanceIsSeenByTheNextBatch() throws Exception {
        renameAgency("Town of Test");

        assertThat(judged().at(AGENCY).asText()).isEqualTo("Town of Test");
    }

    @Test
    void aContractorChangedByAnotherInstanceIsSeenByTheNextBatch() throws Exception {
        execute("update contractor set legal_name = 'Renamed, Inc.' where contractor_id = '" + news.contractor + "'");

        assertThat(judged().at(CONTRACTOR).asText()).isEqualTo("Renamed, Inc.");
    }

    @Test
    void anAgreementChangedByAnotherInstanceIsSeenByTheNextBatch() throws Exception {
        execute("""
                insert into agreement_snapshot (cmas_number, version, effective_on, supplement_number, contractor_id,
                    contractor_name, status, term_start, term_end, for_use_by, nsp_provision, travel_allowed, state_order_limit,
                    listed_certifications, status_since)
                select cmas_number, 900, effective_on, supplement_number, contractor_id, contractor_name, 'TERMINATED',
                    term_start, term_end, for_use_by, nsp_provision, travel_allowed, state_order_limit,
                    listed_certifications, effective_on
                  from agreement_snapshot where cmas_number = '%s'
                """.formatted(news.cmas));

        JsonNode judged = judged();
        assertThat(judged.at(STATUS).asText()).isEqualTo("TERMINATED");
        assertThat(judged.get("decision").asText()).isEqualTo("RETURN");
    }

    @Test
    void aFigureCountsForTheNextBatchOnceItIsActivated() throws Exception {
        String source = "figure " + UUID.randomUUID();
        String id = given().auth()
                .oauth2(Tokens.person("ana", "dgs-analyst"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("""
                        {"name": "BACK_DATING_DAYS", "value": "30", "validFrom": "2026-03-02", "source": "%s",
                         "confidence": "OWN"}""".formatted(source))
                .post("/v1/parameters")
                .then()
                .statusCode(201)
                .extract()
                .path("parameterId");
        assertThat(judged().at("/facts/parameters").toString()).doesNotContain(source);

        given().auth()
                .oauth2(Tokens.person("bob", "dgs-approver"))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/parameters/" + id + "/activation")
                .then()
                .statusCode(200);

        assertThat(judged().at("/facts/parameters").toString()).contains(source);
    }

    @Test
    void aChangeThatIsNotCommittedIsNotSeen() throws Exception {
        try (Connection other = begin();
                Statement statement = other.createStatement()) {
            statement.execute("update agency set name = 'Town of Test' where agency_id = '" + news.agency + "'");

            assertThat(judged().at(AGENCY).asText()).isEqualTo("City of Test");
            other.commit();
        }
        assertThat(judged().at(AGENCY).asText()).isEqualTo("Town of Test");
    }

    @Test
    void aBatchSeesWhatItsOwnTransactionChangedAndNobodyDoesAfterARollback() throws Exception {
        try (Connection connection = begin();
                Statement statement = connection.createStatement()) {
            statement.execute("update agency set name = 'Never Town' where agency_id = '" + news.agency + "'");
            assertThat(judged(connection).at(AGENCY).asText()).isEqualTo("Never Town");
            connection.rollback();
        }

        assertThat(judged().at(AGENCY).asText()).isEqualTo("City of Test");
        renameAgency("Town of Test");
        assertThat(judged().at(AGENCY).asText()).isEqualTo("Town of Test");
    }

    @Test
    void whileNewsOfAnAgreementWaitsEveryRuleThatReliesOnItIsUndetermined() throws Exception {
        assertThat(judged().at(NEWS_WAITING).asBoolean()).isFalse();

        park("cmas.agreements", news.cmas);
        JsonNode waiting = judged();
        assertThat(waiting.at(NEWS_WAITING).asBoolean()).isTrue();
        assertThat(waiting.at("/facts/agreements/0/agreement").isNull()).isTrue();
        assertThat(waiting.get("decision").asText()).isEqualTo("RETURN");
        for (String rule : List.of(
                "CON-ACTIVE-CHECK",
                "ORD-ISSUE-BEFORE-EXPIRY",
                "ORD-LINES-ON-CONTRACT",
                "CON-PRICE-CEILING",
                "CON-LOCAL-OPTIN")) {
            assertThat(verdict(waiting, rule)).as(rule).isEqualTo("UNDETERMINED");
        }

        takeIn(news.cmas);
        JsonNode takenIn = judged();
        assertThat(takenIn.at(NEWS_WAITING).asBoolean()).isFalse();
        assertThat(verdict(takenIn, "CON-ACTIVE-CHECK")).isEqualTo("PASS");
    }

    @Test
    void whileNewsOfTheAgencyWaitsItsTypeIsUndetermined() throws Exception {
        park("cmas.agencies", news.agency.toString());
        JsonNode waiting = judged();
        assertThat(waiting.at("/facts/newsWaiting/agency").asBoolean()).isTrue();
        assertThat(waiting.at("/facts/agency").isNull()).isTrue();
        assertThat(verdict(waiting, "GEN-AGENCY-TYPE")).isEqualTo("UNDETERMINED");

        takeIn(news.agency.toString());
        assertThat(verdict(judged(), "GEN-AGENCY-TYPE")).isEqualTo("PASS");
    }

    @Test
    void whileNewsOfTheContractorWaitsNothingIsKnownOfIt() throws Exception {
        park("cmas.contractors", news.contractor.toString());
        JsonNode waiting = judged();
        assertThat(waiting.at("/facts/newsWaiting/contractor").asBoolean()).isTrue();
        assertThat(waiting.at("/facts/contractor").isNull()).isTrue();

        takeIn(news.contractor.toString());
        assertThat(judged().at(CONTRACTOR).asText()).isEqualTo("Contractor, Inc.");
    }

    private void park(String topic, String key) throws SQLException {
        execute("""
                insert into parked_event (topic, partition, record_offset, record_key, headers, error, attempts, parked_at, state)
                values ('%s', 99, %d, '%s', '{}', 'a test', 1, now(), 'PARKED')
                """.formatted(topic, ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), key));
    }

    private void takeIn(String key) throws SQLException {
        execute("update parked_event set state = 'REPLAYED', replayed_at = now() where record_key = '" + key + "'");
    }

    private static String verdict(JsonNode receipt, String rule) {
        for (JsonNode finding : receipt.get("findings")) {
            if (finding.get("ruleId").asText().equals(rule)) {
                return finding.get("verdict").asText();
            }
        }
        throw new AssertionError(rule + " found nothing");
    }

    private void renameAgency(String name) throws SQLException {
        execute("update agency set name = '" + name + "' where agency_id = '" + news.agency + "'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection begin() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** The receipt that the next batch would store, which is one order. */
    private JsonNode judged() throws Exception {
        try (Connection connection = begin()) {
            JsonNode receipt = judged(connection);
            connection.rollback();
            return receipt;
        }
    }

    private JsonNode judged(Connection connection) throws SQLException, JsonProcessingException {
        UUID order = UUID.randomUUID();
        ReceivedEvent event = new ReceivedEvent(
                UUID.randomUUID(),
                "order.submitted.v1",
                "/order-service",
                "cmas.orders",
                order.toString(),
                1,
                1,
                Instant.EPOCH,
                news.submitted(order, 1, "2026-03-02", 0, "120.00", "240.00", "[]"),
                null);
        EventBatch batch = new EventBatch(connection, List.of(event), new RoundTrip(), action -> {});
        handler.handle(batch);
        batch.send();
        try (PreparedStatement select = connection.prepareStatement("""
                select to_jsonb(evaluation) || jsonb_build_object('facts', facts::jsonb, 'findings', findings::jsonb)
                  from evaluation where order_id = ?
                """)) {
            select.setObject(1, order);
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return JSON.readTree(row.getString(1));
            }
        }
    }
}
