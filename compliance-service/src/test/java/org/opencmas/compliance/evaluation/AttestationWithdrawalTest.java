package org.opencmas.compliance.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "An attestation on an order is taken back: the decision stays and shows what it would have been without, later versions go without")
class AttestationWithdrawalTest {
    private static final String WORD = """
            {"rule": "CON-PRICE-CEILING", "statement": "%s", "attestedBy": "B. Buyer", "attestedOn": "2026-03-02"}""";
    private static final String LISTED = """
            {"rule": "ORD-LINES-ON-CONTRACT", "statement": "seen", "attestedBy": "B. Buyer", "attestedOn": "2026-03-02"}""";

    private final News news = new News().agency("CITY").contractor().agreement();
    private final UUID order = UUID.randomUUID();

    @Test
    void theDecisionStaysAndLaterVersionsGoWithoutIt() throws Exception {
        EvaluationTest.awaitVerdict(news, "CON-ACTIVE-CHECK", "PASS");
        String evaluation = submitted(1, "compared", "ISSUE");

        withdraw(evaluation, "compared", LocalDate.of(2026, 3, 9))
                .statusCode(201)
                .body("decision", equalTo("ISSUE"))
                .body("decisionWithout", equalTo("RETURN"))
                .body("stoppedBy", contains("CON-PRICE-CEILING"));

        withdraw(evaluation, "compared", LocalDate.of(2026, 3, 10))
                .statusCode(409)
                .body("type", equalTo("/problems/attestation-withdrawn"));
        reading(evaluation, "")
                .body("decision", equalTo("ISSUE"))
                .body("attestationWithdrawals", hasSize(1))
                .body("attestationWithdrawals[0].reason", equalTo("It was another page."));
        reading(evaluation, "/reproduction").body("reproduced", equalTo(true));
        JsonSchemas.assertValid(
                Path.of("src/main/resources/events/attestation.withdrawn.v1.schema.json"),
                TopicProbe.ofServiceUnderTest()
                        .await(
                                "cmas.evaluations",
                                1,
                                News.DEADLINE,
                                event -> event.type().endsWith("attestation.withdrawn.v1")
                                        && event.payload().contains(order.toString()))
                        .getFirst()
                        .payload());

        JsonPath again = JsonPath.from(evaluated(2, "compared"));
        assertThat(again.getString("decision")).isEqualTo("RETURN");
        assertThat(again.getList("findings.findAll { it.blocking }.ruleId"))
                .containsExactlyInAnyOrder("CON-PRICE-CEILING", "GEN-ATTESTATION");
        submitted(3, "compared with the right page", "ISSUE");
        reading(evaluation, "/reproduction").body("reproduced", equalTo(true));
        assertThatThrownBy(() -> DatabaseRights.rows(
                        OwnerDatabase.dataSource(), "delete from attestation_withdrawal returning rule"))
                .hasMessageContaining("never changed");
    }

    @Test
    void whatIsNotTheirsOrWasNeverSaidIsRefused() throws Exception {
        EvaluationTest.awaitVerdict(news, "CON-ACTIVE-CHECK", "PASS");
        String evaluation = submitted(1, "compared", "ISSUE");
        LocalDate day = LocalDate.of(2026, 3, 9);

        withdraw(Tokens.buyer(UUID.randomUUID()), evaluation, "compared", day).statusCode(404);
        withdraw(Tokens.of("dgs-analyst"), evaluation, "compared", day).statusCode(403);
        withdraw(evaluation, "never said", day).statusCode(409).body("type", equalTo("/problems/not-attested"));
        withdraw(evaluation, "compared", LocalDate.of(2026, 3, 1))
                .statusCode(400)
                .body("errors.pointer", contains("/withdrawnOn"));
        withdraw(evaluation, "compared", LocalDate.of(2199, 1, 1)).statusCode(400);
        withdraw(UUID.randomUUID().toString(), "compared", day).statusCode(404);
        withdraw(evaluation, "compared", LocalDate.of(2026, 3, 2)).statusCode(201);
    }

    /** As while one instance runs a later release than another. */
    @Test
    void ofAnOrderThatWasJudgedByARuleThatIsNotKnownHereNothingIsRecorded() throws Exception {
        EvaluationTest.awaitVerdict(news, "CON-ACTIVE-CHECK", "PASS");
        String evaluation = submitted(1, "compared", "ISSUE");
        String later = DatabaseRights.rows(OwnerDatabase.dataSource(), """
                        insert into evaluation
                        select agency_id, gen_random_uuid(), order_id, sequence + 1, document_version, agency_order_number,
                               amendment_number, decision, 'of a later release', as_of, facts,
                               regexp_replace(findings, '("ruleId":"CON-PRICE-CEILING","ruleVersion":)[0-9]+', '\\1 99', 'g'),
                               receipt_hash, evaluated_at
                          from evaluation where evaluation_id = '%s'
                        returning evaluation_id::text
                        """.formatted(evaluation))
                .getFirst();

        withdraw(later, "compared", LocalDate.of(2026, 3, 9))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/rule-not-known"))
                .body("rules", contains("CON-PRICE-CEILING@99"));
        reading(later, "").body("attestationWithdrawals", hasSize(0));
        withdraw(evaluation, "compared", LocalDate.of(2026, 3, 9)).statusCode(201);
    }

    @Test
    void whatWasTakenBackOfOneReceiptIsFoundByAnIndexHoweverMuchTheAgencyTookBack() throws Exception {
        UUID agency = UUID.randomUUID();
        UUID evaluation = UUID.randomUUID();
        String receipt = "case when n %% 500 = 0 then uuid '%s' else gen_random_uuid() end".formatted(evaluation);
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into attestation_withdrawal
                    select uuid '%s', gen_random_uuid(), %s, 'PO-' || n, 'R', 'B. Buyer', date '2026-03-02', 'seen', 'a slip',
                           date '2026-03-09', 'b', 'B. Buyer', now(), 'ISSUE', '{}'
                      from generate_series(1, 20000) n
                    """.formatted(agency, receipt));
            statement.execute("analyze attestation_withdrawal");
        }
        String plan = String.join(
                "\n",
                DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "explain "
                                + AttestationWithdrawals.SELECT
                                        .replaceFirst("\\?", "'" + agency + "'")
                                        .replaceFirst("\\?", "'" + evaluation + "'")));
        assertThat(plan).contains("attestation_withdrawal_by_evaluation");
    }

    private String submitted(int version, String statement, String decision) throws Exception {
        JsonPath evaluated = JsonPath.from(evaluated(version, statement));
        assertThat(evaluated.getString("decision")).isEqualTo(decision);
        return evaluated.getString("evaluationId");
    }

    private String evaluated(int version, String statement) throws Exception {
        news.submit(
                order,
                version,
                "2026-03-02",
                0,
                "120.00",
                "240.00",
                "[" + String.join(", ", List.of(LISTED, WORD.formatted(statement))) + "]");
        return TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.evaluations",
                        1,
                        News.DEADLINE,
                        event -> event.aggregateId().equals(order.toString())
                                && JsonPath.from(event.payload()).getInt("documentVersion") == version)
                .getFirst()
                .payload();
    }

    private ValidatableResponse withdraw(String evaluation, String statement, LocalDate on) {
        return withdraw(Tokens.buyer(news.agency), evaluation, statement, on);
    }

    private static ValidatableResponse withdraw(String token, String evaluation, String statement, LocalDate on) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(WORD.formatted(statement).replace("}", """
                        , "reason": "It was another page.", "withdrawnOn": "%s"}""".formatted(on)))
                .post("/v1/evaluations/" + evaluation + "/attestation-withdrawals")
                .then();
    }

    private ValidatableResponse reading(String evaluation, String beneath) {
        return given().auth()
                .oauth2(Tokens.buyer(news.agency))
                .get("/v1/evaluations/" + evaluation + beneath)
                .then()
                .statusCode(200);
    }
}
