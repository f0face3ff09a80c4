package org.opencmas.order.control;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An order is approved by another than its writer where the agency asks for it; its work stops and goes on")
class OrderControlTest {
    private static final String POLICY = """
            {"approvalRequired": true, "approvers": [{"name": "director", "limit": "20.00"}, {"name": "manager"}]}
            """;

    @Inject
    DataSource application;

    private final UUID contractor = UUID.randomUUID();
    private UUID agency;
    private String buyer;

    @BeforeEach
    void register() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
    }

    private void adopt(String policy) {
        Api.setPolicy(agency, policy);
    }

    private String body(String price) {
        return order("PO-1", contractor, line("1", "4-06-78-0031A", "2", price));
    }

    private UUID drafted(String price) {
        return UUID.fromString(Api.place(agency, body(price).replaceFirst("\\{", "{\"draft\": true, "))
                .then()
                .statusCode(201)
                .extract()
                .path("orderId"));
    }

    private ValidatableResponse approve(String person, UUID orderId) {
        return Api.act(Api.person(agency, person), agency, orderId, "approval", "{}")
                .then();
    }

    @Test
    @DisplayName("ORD-LIMIT-LOCAL: nothing is sent without the approval of another, up to the approver's limit")
    void separationOfDuties() throws SQLException {
        adopt(POLICY);
        Api.place(agency, body("10.00"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/approval-needed"))
                .body("detail", containsString("/approval"));
        UUID orderId = drafted("10.00");
        Api.act(buyer, agency, orderId, "submission", "")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/approval-needed"));
        approve("erp-" + agency, orderId).statusCode(422).body("type", equalTo("/problems/not-an-approver"));
        approve("clerk", orderId).statusCode(422).body("approvers", contains("director", "manager"));
        assertThatThrownBy(() -> run("update order_version set state = 'SUBMITTED' where order_id = '" + orderId + "'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("approved_before_it_is_sent");
        approve("director", orderId).statusCode(200).body("state", equalTo("DRAFT"));
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(202);
        as(buyer)
                .get("/v1/orders/{id}/history", orderId)
                .then()
                .body("entries.act", contains("DRAFTED", "APPROVED", "SUBMITTED"));
    }

    @Test
    void theLimitOfAnApproverIsInclusive() {
        adopt(POLICY);
        UUID above = drafted("10.01");
        approve("director", above)
                .statusCode(422)
                .body("type", equalTo("/problems/above-approvers-limit"))
                .body("limit", equalTo("20.00"));
        approve("manager", above).statusCode(200);
    }

    @Test
    void nobodyApprovesWhatHeWroteAndANewVersionIsApprovedAnew() throws SQLException {
        adopt(POLICY.replace("manager", "erp-" + agency));
        UUID orderId = drafted("10.00");
        approve("erp-" + agency, orderId).statusCode(409).body("type", equalTo("/problems/own-version-approved"));
        assertThatThrownBy(() -> run("""
                insert into order_act (order_id, act_number, agency_id, act, document_version, acted_at, acted_by, details)
                values ('%s', 2, '%s', 'APPROVED', 1, now(), 'erp-%s', '{}')
                """.formatted(orderId, agency, agency)))
                .hasMessageContaining("approved_by_another");
        approve("director", orderId).statusCode(200);
        as(buyer)
                .header("If-Match", Api.etag(agency, orderId))
                .body(body("9.00").replaceFirst("\\{", "{\"draft\": true, "))
                .put("/v1/orders/{id}", orderId)
                .then()
                .statusCode(200);
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(422);
        approve("director", orderId).statusCode(200);
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(202);
        approve("director", orderId).statusCode(409).body("act", equalTo("APPROVE"));
    }

    @Test
    @DisplayName("ORD-LIMIT-LOCAL: an approval counts as long as the policy names its approver up to the order's worth")
    void anApprovalOfWhoIsNotNamedAnyMoreIsNone() {
        adopt(POLICY);
        UUID orderId = drafted("10.00");
        approve("director", orderId).statusCode(200);
        adopt(POLICY.replace("{\"name\": \"director\", \"limit\": \"20.00\"}, ", ""));
        Api.act(buyer, agency, orderId, "submission", "")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/approval-needed"));
        adopt(POLICY.replace("20.00", "19.99"));
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(422);
        adopt(POLICY.replace("director", "DIRECTOR"));
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(202);
    }

    @Test
    void anApprovedOrderIsAnsweredAsPlacedWhenItIsSentAgainUnderAnotherKey() {
        adopt(POLICY);
        UUID orderId = drafted("10.00");
        approve("director", orderId).statusCode(200);
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(202);
        Api.place(agency, body("10.00")).then().statusCode(409).body("type", equalTo("/problems/order-already-placed"));
    }

    @Test
    void aPersonIsTheSameInCapitalLetters() throws SQLException {
        adopt(POLICY.replace("manager", "ERP-" + agency));
        UUID orderId = drafted("10.00");
        approve("Erp-" + agency, orderId).statusCode(409).body("type", equalTo("/problems/own-version-approved"));
        assertThatThrownBy(() -> run("""
                insert into order_act (order_id, act_number, agency_id, act, document_version, acted_at, acted_by, details)
                values ('%s', 2, '%s', 'APPROVED', 1, now(), 'ERP-%s', '{}')
                """.formatted(orderId, agency, agency)))
                .hasMessageContaining("approved_by_another");
        approve("Director", orderId).statusCode(200);
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(202);
    }

    @Test
    void anAgencyThatAsksForNothingGoesOnAsBefore() {
        adopt(POLICY.replace("true", "false"));
        Api.place(agency, body("10.00")).then().statusCode(202);
    }

    @Test
    void approvalIsNotAskedForWithoutApprovers() {
        as(buyer)
                .header("If-Match", "\"1\"")
                .body("{\"approvalRequired\": true}")
                .put("/v1/agencies/{id}/policy", agency)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/approvers"));
    }

    @Test
    @DisplayName("ORD-TERM-GROUNDS: work is stopped and resumed in turn while the order stays in force")
    void workStopsAndGoesOn() {
        UUID orderId = Api.placed(agency, body("10.00"));
        work(orderId, "stop-work", "2026-03-10").statusCode(409).body("nextAct", equalTo("ISSUE"));
        Api.decide(orderId, 1, "ISSUE");
        Api.awaitState(agency, orderId, "ISSUED");
        work(orderId, "resumption", "2026-03-10").statusCode(409).body("workIsStopped", equalTo(false));
        work(orderId, "stop-work", "2026-03-01").statusCode(400).body("errors.pointer", contains("/effectiveOn"));
        work(orderId, "stop-work", "2026-03-10")
                .statusCode(200)
                .body("state", equalTo("ISSUED"))
                .body("workIsStopped", equalTo(true))
                .body("links", hasKey("resumption"))
                .body("links", not(hasKey("stopWork")));
        work(orderId, "stop-work", "2026-03-11").statusCode(409);
        Api.act(Tokens.contractor(contractor), agency, orderId, "acceptance", "{}")
                .then()
                .statusCode(200)
                .body("workIsStopped", equalTo(true));
        work(orderId, "resumption", "2026-03-09").statusCode(400);
        work(orderId, "resumption", "2026-03-10").statusCode(200).body("$", not(hasKey("workIsStopped")));
        as(Tokens.contractor(contractor))
                .get("/v1/orders/{id}/history", orderId)
                .then()
                .body("entries.act", hasItem("WORK_STOPPED"));
    }

    private ValidatableResponse work(UUID orderId, String act, String day) {
        return Api.act(buyer, agency, orderId, act, "{\"effectiveOn\": \"%s\", \"reason\": \"moving\"}".formatted(day))
                .then();
    }

    @Test
    @DisplayName("ORD-TERM-NEGOTIATED: a further ground holds only where both sides accepted it before the issue")
    void aNegotiatedGroundIsOnRecord() {
        String ground = "{\"ground\": \"NEGOTIATED\", \"terminatedOn\": \"2026-03-20\", \"reason\": \"clause 9\"}";
        UUID without = Api.issued(agency, body("10.00"));
        Api.act(buyer, agency, without, "termination", ground)
                .then()
                .statusCode(422)
                .body("rule", equalTo("ORD-TERM-NEGOTIATED"));
        UUID with = Api.placed(agency, body("10.00").replace("PO-1", "PO-2"));
        Api.acting(buyer)
                .body("""
                        {"text": "Either side may end it on 30 days' notice.", "acceptedByAgency": "B. Buyer",
                         "agencyAcceptedOn": "2026-03-02", "acceptedByContractor": "C. Clerk", "contractorAcceptedOn": "2026-03-02"}
                        """)
                .post("/v1/orders/{id}/negotiated-provisions", with)
                .then()
                .statusCode(201);
        Api.decide(with, 1, "ISSUE");
        Api.awaitState(agency, with, "ISSUED");
        Api.act(buyer, agency, with, "termination", ground)
                .then()
                .statusCode(200)
                .body("termination.ground", equalTo("NEGOTIATED"));
    }

    private void run(String sql) throws SQLException {
        Tenant.of(Optional.of(agency), Optional.empty()).<Integer, SQLException>during(() -> {
            try (var connection = application.getConnection();
                    var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }
}
