package org.opencmas.compliance.rehearsal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.ruleset.RuleSets;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A rule set or a proposed figure is tried on every stored decision by a job that shows how far it is")
class RehearsalTest {
    private static final String ANALYST = Tokens.person("ana", "dgs-analyst");

    @Inject
    DataSource ofTheService;

    @Inject
    Rehearsals rehearsals;

    private final DataSource dataSource = OwnerDatabase.dataSource();

    @Test
    void aFigureShowsTheDecisionsThatFlipByRuleAgencyAndDollars() throws SQLException {
        UUID agency = UUID.randomUUID();
        UUID first = store(agency, FactsJson.text(CandidateTest.issued()));
        UUID second = store(agency, FactsJson.text(CandidateTest.issued()));
        UUID unreadable = store(agency, "{\"order\": 7}");
        UUID empty = store(agency, "null");
        UUID ofUnknownRules = store(agency, "PO-1", FactsJson.text(CandidateTest.issued()), "\"ruleVersion\":99,");
        String rehearsal = ask("{\"parameterId\": \"%s\"}".formatted(proposed("NSP_LOW_LIMIT", "3999.99")));

        JsonPath done = done(rehearsal);

        String own = "find { it.agencyId == '" + agency + "' }.";
        assertThat(done.getInt("byAgency." + own + "toReturn")).isEqualTo(2);
        assertThat(done.getInt("byAgency." + own + "orders")).isEqualTo(1);
        assertThat(done.getString("byAgency." + own + "dollars")).isEqualTo("14000.00");
        assertThat(done.getInt("byRule.find { it.ruleId == 'NSP-DOLLAR-LOW' }.toReturn"))
                .isGreaterThanOrEqualTo(2);
        assertThat(done.getInt("progress.unreadable")).isGreaterThanOrEqualTo(3);
        assertThat(done.getInt("progress.replayed")).isEqualTo(done.getInt("progress.decisions"));
        get(rehearsal + "/flips?limit=200", 200)
                .body("items.evaluationId", hasItem(first.toString()))
                .body("items.find { it.evaluationId == '" + second + "' }.decisionNow", equalTo("RETURN"))
                .body("items.find { it.evaluationId == '" + second + "' }.total", equalTo("14000.00"));
        get("", 200).body("items.rehearsalId", hasItem(rehearsal));
        get(rehearsal + "/unreplayed-receipts?limit=200", 200)
                .body("items.find { it.evaluationId == '" + unreadable + "' }.reason", equalTo("UNREADABLE"))
                .body("items.find { it.evaluationId == '" + empty + "' }.reason", equalTo("UNREADABLE"))
                .body("items.find { it.evaluationId == '" + ofUnknownRules + "' }.reason", equalTo("RULE_UNKNOWN"));
    }

    /** It would be passed over for ever: decisions are replayed in the order of their ids, and it became visible after later ones. */
    @Test
    void aDecisionThatIsUnderWayIsWaitedFor() throws SQLException {
        UUID agency = UUID.randomUUID();
        String rehearsal;
        try (Connection underWay = ofTheService.getConnection()) {
            underWay.setAutoCommit(false);
            underWay.createStatement().execute("select 1");
            rehearsal = ask("{\"parameterId\": \"%s\"}".formatted(proposed("NSP_LOW_LIMIT", "3999.99")));
            try (Connection connection = dataSource.getConnection()) {
                assertThat(rehearsals
                                .find(connection, UUID.fromString(rehearsal))
                                .orElseThrow()
                                .state())
                        .isEqualTo(Rehearsal.State.WAITING);
            }
            try (Connection connection = ofTheService.getConnection()) {
                assertThat(rehearsals.findOpen(connection).map(Rehearsal::rehearsalId))
                        .isNotEqualTo(Optional.of(UUID.fromString(rehearsal)));
            }
            store(agency, "PO-9", FactsJson.text(CandidateTest.issued()), "");
            underWay.rollback();
        }

        assertThat(done(rehearsal).getString("byAgency.find { it.agencyId == '" + agency + "' }.dollars"))
                .isEqualTo("14000.00");
    }

    @Test
    void theRuleSetInForceFlipsNothingThatItDecided() throws SQLException {
        UUID agency = UUID.randomUUID();
        store(agency, FactsJson.text(CandidateTest.issued()));
        String rehearsal =
                ask("{\"ruleSetVersion\": \"%s\"}".formatted(RuleSets.inForce().version()));

        assertThat(done(rehearsal).getList("byAgency.agencyId")).doesNotContain(agency.toString());
    }

    @Test
    void whatCannotBeTriedIsRefused() {
        asking("{}").statusCode(400);
        asking("{\"ruleSetVersion\": \"abc\"}").statusCode(400).body("errors.pointer", hasItem("/ruleSetVersion"));
        asking("{\"parameterId\": \"%s\"}".formatted(UUID.randomUUID()))
                .statusCode(400)
                .body("errors.pointer", hasItem("/parameterId"));
        asking("{\"parameterId\": \"%s\"}".formatted(proposed("PROMPT_PAYMENT_DAYS", "44")))
                .statusCode(400)
                .body("errors.pointer", hasItem("/parameterId"));
        String active = given().get("/v1/parameters")
                .path("items.find { it.name == 'NSP_LOW_LIMIT' && it.activatedBy != null }.parameterId");
        asking("{\"parameterId\": \"%s\"}".formatted(active))
                .statusCode(409)
                .body("type", equalTo("/problems/parameter-active"));
        get(UUID.randomUUID().toString(), 404);
    }

    @Test
    void theDatabaseKeepsWhatWasRehearsed() throws SQLException {
        String rehearsal =
                ask("{\"ruleSetVersion\": \"%s\"}".formatted(RuleSets.inForce().version()));
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("delete from rehearsal"))
                    .hasMessageContaining("never changed");
            assertThatThrownBy(() -> statement.executeUpdate("update rehearsal set decisions = 0"))
                    .hasMessageContaining("never changed");
            done(rehearsal);
            assertThatThrownBy(() -> statement.executeUpdate("update rehearsal set showed = '{}'"))
                    .hasMessageContaining("never changed");
        }
    }

    private static JsonPath done(String rehearsal) {
        Eventually.within(Eventually.PATIENCE, () -> get(rehearsal, 200).body("state", equalTo("DONE")));
        return get(rehearsal, 200).extract().jsonPath();
    }

    private static String proposed(String name, String value) {
        return post("/v1/parameters", """
                {"name": "%s", "value": "%s", "validFrom": "2026-01-01", "source": "a test", "confidence": "OWN"}
                """.formatted(name, value))
                .statusCode(201)
                .extract()
                .path("parameterId");
    }

    private static String ask(String body) {
        return asking(body).statusCode(202).extract().path("rehearsalId");
    }

    private static ValidatableResponse asking(String body) {
        return post("/v1/rehearsals", body);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().auth()
                .oauth2(ANALYST)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse get(String path, int status) {
        return given().auth()
                .oauth2(ANALYST)
                .get("/v1/rehearsals" + (path.isEmpty() ? "" : "/" + path))
                .then()
                .statusCode(status);
    }

    private UUID store(UUID agency, String facts) throws SQLException {
        return store(agency, "PO-1", facts, "");
    }

    /**
     * Of a moment ago, as one that was decided before anything is asked for.
     *
     * @param ruleVersion the version of all its findings, as JSON; empty for those that judged it
     */
    private UUID store(UUID agency, String number, String facts, String ruleVersion) throws SQLException {
        UUID id = TimeOrderedId.next();
        String findings = "[]";
        if (facts.contains("agencyOrderNumber")) {
            OrderFacts read = FactsJson.facts(facts);
            findings = FactsJson.text(RuleBooks.ORDERS.judge(read).findings());
            findings = ruleVersion.isEmpty() ? findings : findings.replaceAll("\"ruleVersion\":\\d+,", ruleVersion);
        }
        try (Connection connection = dataSource.getConnection();
                var insert = connection.prepareStatement("""
                        insert into evaluation (agency_id, evaluation_id, order_id, sequence, document_version,
                            agency_order_number, amendment_number, decision, rule_set_version, as_of, facts, findings,
                            receipt_hash, evaluated_at)
                        values (?, ?, ?, 1, 1, ?, 0, 'ISSUE', ?, '{}', ?, ?, repeat('0', 64), now() - interval '1 minute')
                        """)) {
            insert.setObject(1, agency);
            insert.setObject(2, id);
            insert.setObject(3, UUID.randomUUID());
            insert.setString(4, number);
            insert.setString(5, RuleBooks.ORDERS.version());
            insert.setString(6, facts);
            insert.setString(7, findings);
            insert.executeUpdate();
        }
        return id;
    }
}
