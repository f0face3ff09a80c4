package org.opencmas.compliance.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.compliance.check.OrderCheckResourceTest;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A submitted order is judged once, its receipt is kept and can be reproduced")
class EvaluationTest {
    private static final Path SCHEMA = Path.of("src/main/resources/events/order.evaluated.v1.schema.json");

    private final DataSource dataSource = OwnerDatabase.dataSource();

    @Test
    void anOrderThatMeetsTheRulesIsIssued() {
        News news = known();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "120.00", "240.00");

        JsonPath decided = decision(order, 1);

        assertThat(decided.getString("decision")).isEqualTo("ISSUE");
        assertThat(decided.getString("agencyId")).isEqualTo(news.agency.toString());
        assertThat(decided.getList("findings.verdict"))
                .doesNotContain("PASS", "NOT_APPLICABLE", "FAIL", "UNDETERMINED");
    }

    @Test
    void theEventKeepsToItsSchema() {
        News news = known();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "125.00", "250.00");

        JsonSchemas.assertValid(SCHEMA, event(order, 1).payload());
    }

    @Test
    void anOrderWithAFaultIsReturnedWithTheFindingAndJudgedAgainWhenMended() {
        News news = known();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "120.01", "240.02");
        JsonPath returned = decision(order, 1);

        assertThat(returned.getString("decision")).isEqualTo("RETURN");
        assertThat(returned.getList("findings.findAll { it.blocking }.ruleId")).isEqualTo(List.of("CON-PRICE-CEILING"));

        news.submit(order, 2, "120.00", "240.00");
        assertThat(decision(order, 2).getString("decision")).isEqualTo("ISSUE");
    }

    @Test
    void aNamedPersonsAttestationAnswersWhatIsNotKnownHere() {
        News news = new News().agency("CITY").contractor().agreement();
        awaitVerdict(news, "CON-ACTIVE-CHECK", "PASS");
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "2026-03-02", 0, "120.00", "240.00", """
                [{"rule": "ORD-LINES-ON-CONTRACT", "statement": "seen on the paper list", "attestedBy": "B. Buyer",
                  "attestedOn": "2026-03-02", "evidence": null},
                 {"rule": "CON-PRICE-CEILING", "statement": "compared with the paper list", "attestedBy": "B. Buyer",
                  "attestedOn": "2026-03-02"}]""");

        JsonPath decided = decision(order, 1);

        assertThat(decided.getString("decision")).isEqualTo("ISSUE");
        assertThat(decided.getList("findings.verdict")).contains("UNDETERMINED");
        assertThat(decided.getString("findings.find { it.ruleId == 'CON-PRICE-CEILING' }.message"))
                .contains("Attested by B. Buyer");
    }

    @Test
    void newsOfACmasThatCannotBeTakenInLeavesUndeterminedWhetherItIsActive() {
        News news = known();

        news.agreement("agreement.supplemented.v2", "ACTIVE", "2026-02-01", "2026-06-30", 1);

        awaitVerdict(news, "CON-ACTIVE-CHECK", "UNDETERMINED");
    }

    @Test
    void anAmendmentIsJudgedAgainstWhatWasIssuedBefore() {
        News news = known();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "120.00", "240.00");
        decision(order, 1);

        news.submit(order, 2, "2026-06-30", 1, "119.00", "238.00", "[]");
        assertThat(decision(order, 2).getString("decision")).isEqualTo("ISSUE");

        news.submit(order, 3, "2026-07-01", 2, "118.00", "236.00", "[]");
        JsonPath late = decision(order, 3);
        assertThat(late.getString("decision")).isEqualTo("RETURN");
        assertThat(late.getString("findings.find { it.ruleId == 'ORD-AMEND-EXPIRED' }.remedy"))
                .startsWith("An amendment was possible through 2026-06-30.");
    }

    @Test
    void aDryRunOfAnAmendmentKnowsWhatWasIssuedBefore() {
        News news = known();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "120.00", "240.00");
        decision(order, 1);

        amendmentCheck(news, order, "2026-06-30").body("decision", equalTo("ISSUE"));
        amendmentCheck(news, order, "2026-07-01")
                .body("decision", equalTo("RETURN"))
                .body("findings.findAll { it.blocking }.ruleId", equalTo(List.of("ORD-AMEND-EXPIRED")));
    }

    @Test
    void theLinesOfTheFactsAreAnsweredAsTheyAreKept() {
        News news = known();
        String id = evaluated(news);
        String token = Tokens.buyer(news.agency);

        String kept = receipt(token, id + "/receipt").extract().path("facts");
        receipt(token, id).body("facts.order.lines", equalTo(JsonPath.from(kept).getList("order.lines")));
    }

    @Test
    void theReceiptIsReadByTheAgencyItselfAndByThoseWhoOverseeAndByNobodyElse() {
        News news = known();
        String id = evaluated(news);

        receipt(Tokens.buyer(news.agency), id)
                .statusCode(200)
                .body("decision", equalTo("ISSUE"))
                .body("findings", hasSize(greaterThan(29)))
                .body("facts.agreements[0].cmas", equalTo(news.cmas))
                .body("facts.parameters", hasSize(RuleBooks.ORDERS.figures().size()))
                .body("receiptHash.length()", equalTo(64));
        List.of("dgs-analyst", "dgs-approver", "compliance-reviewer", "auditor")
                .forEach(role -> receipt(Tokens.of(role), id).statusCode(200));
        receipt(Tokens.buyer(UUID.randomUUID()), id).statusCode(404).contentType("application/problem+json");
        receipt(Tokens.contractor(news.contractor), id).statusCode(403);
        given().get("/v1/evaluations/" + id).then().statusCode(401);
        receipt(Tokens.of("auditor"), UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    void theReceiptIsReproducedAlthoughTheWorldHasChanged() {
        News news = known();
        String id = evaluated(news);
        news.agreement("agreement.status-changed.v1", "TERMINATED", "2026-01-01", "2026-06-30", 0)
                .priceList("1.00");
        awaitVerdict(news, "CON-ACTIVE-CHECK", "FAIL");

        receipt(Tokens.of("auditor"), id + "/reproduction")
                .statusCode(200)
                .body("reproduced", equalTo(true))
                .body("receiptIntact", equalTo(true))
                .body("decisionThen", equalTo("ISSUE"))
                .body("decisionNow", equalTo("ISSUE"))
                .body("differingRules", empty());
    }

    @Test
    void aReceiptOfTheFirstReleaseIsReproducedByTheRulesOfItsDay() throws Exception {
        SealedEvaluation stored = StoredReceipts.all().getFirst();
        Evaluation receipt = stored.evaluation();
        try (Connection connection = dataSource.getConnection();
                var insert = connection.prepareStatement("""
                        insert into evaluation (agency_id, evaluation_id, order_id, sequence, document_version,
                            agency_order_number, amendment_number, decision, rule_set_version, as_of, facts, findings,
                            receipt_hash, evaluated_at)
                        values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                        on conflict do nothing
                        """)) {
            insert.setObject(1, receipt.agencyId());
            insert.setObject(2, receipt.evaluationId());
            insert.setObject(3, receipt.orderId());
            insert.setInt(4, receipt.documentVersion());
            insert.setString(5, receipt.agencyOrderNumber());
            insert.setInt(6, receipt.amendmentNumber());
            insert.setString(7, receipt.decision().name());
            insert.setString(8, receipt.ruleSetVersion());
            insert.setString(9, receipt.asOf());
            insert.setString(10, receipt.facts());
            insert.setString(11, receipt.findings());
            insert.setString(12, stored.storedHash());
            insert.setString(13, receipt.evaluatedAt().toString());
            insert.executeUpdate();
        }

        receipt(Tokens.of("auditor"), receipt.evaluationId() + "/receipt")
                .statusCode(200)
                .body("facts", equalTo(receipt.facts()))
                .body("findings", equalTo(receipt.findings()))
                .body("asOf", equalTo(receipt.asOf()))
                .body("receiptHash", equalTo(receipt.receiptHash()));
        receipt(Tokens.buyer(UUID.randomUUID()), receipt.evaluationId() + "/receipt")
                .statusCode(404);
        receipt(Tokens.of("auditor"), receipt.evaluationId() + "/reproduction")
                .statusCode(200)
                .body("reproduced", equalTo(true))
                .body("receiptIntact", equalTo(true))
                .body("differingRules", empty())
                .body("ruleSetVersionThen", not(equalTo(RuleBooks.ORDERS.version())))
                .body("ruleSetVersionNow", equalTo(RuleBooks.ORDERS.version()));
    }

    @Test
    void noDateTakesAnOrderOutOfTheRulesReach() {
        News news = known();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "1994-12-31", 0, "9999999.00", "19999998.00", "[]");

        JsonPath returned = decision(order, 1);

        assertThat(returned.getString("decision")).isEqualTo("RETURN");
        assertThat(returned.getString("findings.find { it.ruleId == 'CON-ACTIVE-CHECK' }.message"))
                .contains("lies outside")
                .endsWith("A reading: the edition cited binds from 2019-08-01, the document is of 1994-12-31.");
        assertThat(returned.getList("findings.findAll { it.message.startsWith('No figure') }"))
                .isEmpty();
    }

    @Test
    void anAttestationToNoRuleOrFromTheFutureReturnsTheOrderAndIsNamed() {
        News news = known();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "2026-03-02", 0, "120.00", "240.00", """
                [{"rule": "NOPE", "statement": "all is well", "attestedBy": "B. Buyer", "attestedOn": "2026-03-02"},
                 {"rule": "CON-PRICE-CEILING", "statement": "compared", "attestedBy": "B. Buyer",
                  "attestedOn": "2199-01-01", "lineIds": ["10"], "documentVersion": 1, "recordedBy": "erp"}]""");

        JsonPath returned = decision(order, 1);

        assertThat(returned.getString("decision")).isEqualTo("RETURN");
        assertThat(returned.getList("findings.findAll { it.blocking }.numbers.rule"))
                .isEqualTo(List.of("NOPE", "CON-PRICE-CEILING"));
    }

    @Test
    void anAttestationAnswersForTheLinesAndTheVersionItWasMadeFor() {
        News news = new News().agency("CITY").contractor().agreement();
        awaitVerdict(news, "CON-ACTIVE-CHECK", "PASS");
        UUID order = UUID.randomUUID();
        String attestations = """
                [{"rule": "ORD-LINES-ON-CONTRACT", "statement": "seen on the paper list", "attestedBy": "B. Buyer",
                  "attestedOn": "2026-03-02", "lineIds": ["10"], "documentVersion": 1, "recordedBy": "erp"},
                 {"rule": "CON-PRICE-CEILING", "statement": "compared with the paper list", "attestedBy": "B. Buyer",
                  "attestedOn": "2026-03-02", "lineIds": ["10"], "documentVersion": 1, "recordedBy": "erp"}]""";
        news.submit(order, 1, "2026-03-02", 0, "120.00", "240.00", attestations);
        assertThat(decision(order, 1).getString("decision")).isEqualTo("ISSUE");

        news.submit(order, 2, "2026-03-02", 1, "120.00", "240.00", attestations);
        assertThat(decision(order, 2).getList("findings.findAll { it.blocking }.ruleId"))
                .isEqualTo(List.of("CON-PRICE-CEILING", "ORD-LINES-ON-CONTRACT"));
    }

    @Test
    void theAgencysOwnLimitIsThatOfTheOrdersDay() {
        News news = known();
        news.policy(2, "2026-02-20T20:00:00Z", "100.00", "BLOCK").policy(3, "2026-03-04T07:59:59Z", "1000.00", "BLOCK");

        awaitVerdict(news, "ORD-LIMIT-LOCAL", "FAIL");
        OrderCheckResourceTest.check(
                        Tokens.buyer(news.agency), news.check("120.00").replace("2026-03-02", "2026-03-03"))
                .body("findings.find { it.ruleId == 'ORD-LIMIT-LOCAL' }.verdict", equalTo("PASS"))
                .body("findings.find { it.ruleId == 'ORD-LIMIT-LOCAL' }.numbers.policyFrom", equalTo("2026-03-03"));
    }

    @Test
    void aReceiptCannotBeChanged() throws SQLException {
        String id = evaluated(known());
        try (Connection connection = dataSource.getConnection();
                var update = connection.createStatement()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> update.executeUpdate(
                            "update evaluation set decision = 'RETURN' where evaluation_id = '" + id + "'"))
                    .hasMessageContaining("never changed");
        }
    }

    private static ValidatableResponse amendmentCheck(News news, UUID order, String date) {
        String amends = """
                {"amends": {"orderDate": "2026-03-02", "amendmentNumber": 1, "amendmentDate": "%s"},""".formatted(date);
        String body = news.check("110.00").replaceFirst("\\{", amends).replace("PO-1", "PO-" + order);
        return OrderCheckResourceTest.check(Tokens.buyer(news.agency), body).statusCode(200);
    }

    static News known() {
        News news = new News().all();
        awaitVerdict(news, "CON-PRICE-CEILING", "PASS");
        return news;
    }

    private static String evaluated(News news) {
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "120.00", "240.00");
        return decision(order, 1).getString("evaluationId");
    }

    static void awaitVerdict(News news, String rule, String verdict) {
        Eventually.within(
                News.DEADLINE,
                () -> OrderCheckResourceTest.check(Tokens.buyer(news.agency), news.check("120.00"))
                        .body("findings.find { it.ruleId == '" + rule + "' }.verdict", equalTo(verdict))
                        .body("findings.find { it.ruleId == 'GEN-AGENCY-TYPE' }.verdict", equalTo("PASS")));
    }

    private static JsonPath decision(UUID order, int documentVersion) {
        return JsonPath.from(event(order, documentVersion).payload());
    }

    private static CloudEvent event(UUID order, int documentVersion) {
        return TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.evaluations",
                        1,
                        News.DEADLINE,
                        event -> event.aggregateId().equals(order.toString())
                                && JsonPath.from(event.payload()).getInt("documentVersion") == documentVersion)
                .getFirst();
    }

    private static ValidatableResponse receipt(String token, String id) {
        return given().auth().oauth2(token).get("/v1/evaluations/" + id).then();
    }
}
