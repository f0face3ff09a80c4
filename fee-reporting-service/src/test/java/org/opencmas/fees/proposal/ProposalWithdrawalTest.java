package org.opencmas.fees.proposal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.fault.AtOnce;

/** Figures of days and quarters that no other test has; none of them ever counts. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "What one person proposed and nobody approved is withdrawn with a reason, and never both approved and withdrawn")
class ProposalWithdrawalTest {
    private static final String WHY = "{\"reason\":\" Read off another paper \"}";

    @Inject
    Scene scene;

    /** What is proposed; {@code approval} is where another person approves it. */
    enum Kind {
        CREDIT_RELEASE("approval", "credit_release", "release_id"),
        REFUND("approval", "remittance_refund", "refund_id"),
        SETTLEMENT("approval", "settlement", "settlement_id"),
        FEE_RATE("activation", "fee_rate", "figure_id"),
        REPORT_DUE_RULE("activation", "report_due_rule", "figure_id"),
        ADMINISTRATIVE_FEE_RATE("activation", "administrative_fee_rate", "figure_id");

        private final String approval;
        private final String table;
        private final String key;

        Kind(String approval, String table, String key) {
            this.approval = approval;
            this.table = table;
            this.key = key;
        }
    }

    private static ValidatableResponse post(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private String proposed(Kind kind) {
        return switch (kind) {
            case CREDIT_RELEASE -> creditRelease();
            case REFUND -> refund(payment());
            case SETTLEMENT -> settlement();
            case FEE_RATE -> figure("/v1/fee-rates", rate());
            case ADMINISTRATIVE_FEE_RATE -> figure("/v1/administrative-fee-rates", rate());
            case REPORT_DUE_RULE -> figure("/v1/report-due-rules", """
                    {"name":"COMPARISON","firstQuarter":"2190-Q3","dayOfNextMonth":15,"source":"A letter","confidence":"CONFIRMED"}""");
        };
    }

    private static String rate() {
        return """
                {"firstOrderDate":"2190-07-01","rate":"0.125","source":"A letter","confidence":"CONFIRMED"}""";
    }

    private static String figure(String path, String body) {
        return path + "/"
                + proposed(path, body)
                        .body("state", equalTo("PROPOSED"))
                        .extract()
                        .path("figureId");
    }

    private static ValidatableResponse proposed(String path, String body) {
        return post(Tokens.of("dgs-analyst"), path, body).statusCode(201).body("$", not(hasKey("withdrawal")));
    }

    /** Of an agreement that ended with a credit of 12.50. */
    private String creditRelease() {
        UUID contractor = scene.contractor();
        String ended = scene.agreement(contractor, "2026-01-01", "2026-06-30");
        var order = scene.order(scene.agency("CITY"), ended, "2026-02-03").issued("3000.00");
        Api.file(contractor, ended, "2026-Q1").statusCode(201);
        order.amended("2026-05-03", "2000.00");
        Api.file(contractor, ended, "2026-Q2").statusCode(201);
        String releases = "/v1/agreement-credits/" + ended + "/releases";
        return releases + "/"
                + proposed(releases, "{\"way\":\"REFUND\",\"amount\":\"12.50\",\"reason\":\"The agreement ended\"}")
                        .body("state", equalTo("PROPOSED"))
                        .extract()
                        .path("releaseId");
    }

    private String payment() {
        return "/v1/remittances/"
                + post(Tokens.of("dgs-analyst"), "/v1/remittances", """
                        {"contractorId":"%s","reference":"CHK-1","method":"CHECK","amount":"40.00","receivedOn":"2026-11-20"}""".formatted(scene.contractor()))
                        .statusCode(201)
                        .extract()
                        .path("remittanceId");
    }

    private static String refund(String payment) {
        String refunds = payment + "/refunds";
        return refunds + "/"
                + proposed(refunds, "{\"amount\":\"40.00\",\"reason\":\"Paid twice\"}")
                        .body("state", equalTo("PROPOSED"))
                        .extract()
                        .path("refundId");
    }

    private String settlement() {
        UUID contractor = scene.contractor();
        scene.agreement(contractor, "2006-07-01", "2006-12-31");
        return "/v1/settlements/"
                + proposed("/v1/settlements", """
                        {"contractorId":"%s","throughQuarter":"2006-Q4","reason":"Kept on paper only"}""".formatted(contractor))
                        .body("state", equalTo("PROPOSED"))
                        .extract()
                        .path("settlementId");
    }

    private static String idOf(String proposal) {
        return proposal.substring(proposal.lastIndexOf('/') + 1);
    }

    private static ValidatableResponse withdraw(String proposal) {
        return post(Tokens.of("dgs-analyst"), proposal + "/withdrawal", WHY);
    }

    private static ValidatableResponse approve(Kind kind, String proposal) {
        return post(Tokens.of("dgs-approver"), proposal + "/" + kind.approval, "");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("It is neither approved nor withdrawn from then on; who gave it up, when and why stays with it")
    void isOverThen(Kind kind) {
        String proposal = proposed(kind);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            ValidatableResponse withdrawn = given().auth()
                    .oauth2(Tokens.of("dgs-approver"))
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(WHY)
                    .post(proposal + "/withdrawal")
                    .then()
                    .statusCode(200);
            String at = kind == Kind.REFUND ? "refunds[0]." : "";
            withdrawn
                    .body(at + "state", equalTo("WITHDRAWN"))
                    .body(at + "withdrawal.reason", equalTo("Read off another paper"))
                    .body(at + "withdrawal.by", notNullValue())
                    .body(at + "withdrawal.at", notNullValue());
        }
        approve(kind, proposal).statusCode(409).body("type", equalTo("/problems/proposal-withdrawn"));
        withdraw(proposal).statusCode(409).body("type", equalTo("/problems/proposal-withdrawn"));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "It needs a reason, and somebody of the Department who may propose or approve; what is not there is not found")
    void whoAndWhy(Kind kind) {
        String proposal = proposed(kind);
        post(Tokens.of("dgs-analyst"), proposal + "/withdrawal", "{\"reason\":\" \"}")
                .statusCode(400)
                .body("errors.pointer", hasItem("/reason"));
        post(Tokens.of("dgs-analyst"), proposal + "/withdrawal", "{\"reason\":\"" + "x".repeat(1_001) + "\"}")
                .statusCode(400)
                .body("errors.pointer", hasItem("/reason"));
        post(Tokens.of("auditor"), proposal + "/withdrawal", WHY).statusCode(403);
        post(Tokens.contractor(UUID.randomUUID()), proposal + "/withdrawal", WHY)
                .statusCode(403);
        withdraw(proposal.replace(idOf(proposal), UUID.randomUUID().toString())).statusCode(404);
        post(Tokens.of("dgs-analyst"), proposal + "/withdrawal", "{\"reason\":\"" + "x".repeat(1_000) + "\"}")
                .statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREDIT_RELEASE", "REFUND", "SETTLEMENT"})
    @DisplayName("What is approved is not withdrawn; of an approval and a withdrawal at once one holds")
    void oneOfBoth(Kind kind) {
        String approved = proposed(kind);
        approve(kind, approved).statusCode(200);
        String ended = switch (kind) {
            case CREDIT_RELEASE -> "credit-released";
            case REFUND -> "refund-approved";
            default -> "settlement-approved";
        };
        withdraw(approved).statusCode(409).body("type", equalTo("/problems/" + ended));
        String proposal = proposed(kind);
        assertThat(AtOnce.both(
                        () -> approve(kind, proposal).extract().statusCode(),
                        () -> withdraw(proposal).extract().statusCode()))
                .containsExactlyInAnyOrder(200, 409);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREDIT_RELEASE", "REFUND", "SETTLEMENT"})
    @DisplayName("The database itself refuses an approval beside a withdrawal, and edits of one")
    void theDatabaseRefuses(Kind kind) {
        String proposal = proposed(kind);
        withdraw(proposal).statusCode(200);
        String approval = switch (kind) {
            case REFUND -> "select refund_id, remittance_id, contractor_id, 9, 'x', now()";
            case SETTLEMENT -> "select settlement_id, 'x', now()";
            default -> "select release_id, contractor_id, 'x', now()";
        };
        String its = " where " + kind.key + " = '" + idOf(proposal) + "'";
        refusedByDatabase("insert into " + kind.table + "_approval " + approval + " from " + kind.table + its, "CM006");
        refusedByDatabase("update " + kind.table + "_withdrawal set reason = 'x'" + its, "23001");
        refusedByDatabase("delete from " + kind.table + "_withdrawal" + its, "23001");
    }

    @ParameterizedTest
    @EnumSource(names = {"FEE_RATE", "REPORT_DUE_RULE", "ADMINISTRATIVE_FEE_RATE"})
    @DisplayName("The database itself lets no withdrawn figure count, and none that counts be withdrawn")
    void theDatabaseRefusesFigures(Kind kind) {
        String proposal = proposed(kind);
        String its = " where figure_id = '" + idOf(proposal) + "'";
        refusedByDatabase(
                "update " + kind.table + " set activated_by = 'x', activated_at = now(), activation ="
                        + " nextval('figure_activation'), withdrawn_by = 'y', withdrawn_at = now(), withdrawal_reason = 'z'"
                        + its,
                "23514");
        refusedByDatabase("update " + kind.table + " set withdrawn_by = 'y'" + its, "23514");
        withdraw(proposal).statusCode(200);
        refusedByDatabase(
                "update " + kind.table + " set activated_by = 'x', activated_at = now(), activation ="
                        + " nextval('figure_activation')" + its,
                "23001");
        refusedByDatabase(
                "update " + kind.table + " set withdrawn_by = null, withdrawn_at = null, withdrawal_reason = null"
                        + its,
                "23001");
    }

    private static void refusedByDatabase(String sql, String state) {
        assertThatThrownBy(() -> {
                    try (Connection connection = OwnerDatabase.dataSource().getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }

    @Test
    @DisplayName("A withdrawn refund leaves the payment as it was, for another one")
    void aRefundLeavesThePayment() {
        String payment = payment();
        withdraw(refund(payment))
                .statusCode(200)
                .body("refunded", equalTo("0.00"))
                .body("unapplied", equalTo("40.00"));
        approve(Kind.REFUND, refund(payment)).statusCode(200).body("unapplied", equalTo("0.00"));
        Api.analyst().get(payment).then().body("refunds.state", equalTo(List.of("WITHDRAWN", "APPROVED")));
    }

    @Test
    @DisplayName("A withdrawn rate is still told among those that were proposed, and is none of those that count")
    void aRateIsStillTold() {
        String figure = proposed(Kind.FEE_RATE);
        withdraw(figure).statusCode(200);
        given().get(figure).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        given().get("/v1/fee-rates")
                .then()
                .body(
                        "proposed.find { it.figureId == '" + idOf(figure) + "' }.withdrawal.reason",
                        equalTo("Read off another paper"))
                .body("items.firstOrderDate", everyItem(not(equalTo("2190-07-01"))));
    }
}
