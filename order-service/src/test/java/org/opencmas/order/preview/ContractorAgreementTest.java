package org.opencmas.order.preview;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "ORD-TERM-NEGOTIATED: what puts more on the contractor than it accepted is sent only with its agreement, and a provision holds once it accepts")
class ContractorAgreementTest {
    private static final String A = "4-06-78-0031A";
    private static final String AGREED =
            "\"contractorAgreement\": {\"agreedBy\": \"C. Clerk\", \"agreedOn\": \"%s\"%s}, ";

    private final UUID contractor = UUID.randomUUID();
    private UUID agency;
    private String buyer;
    private UUID orderId;

    @BeforeEach
    void accept() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
        orderId = Api.issued(agency, order("PO-1", contractor, line("1", A, "2", "10.00")));
        Api.act(Tokens.contractor(contractor), agency, orderId, "acceptance", "{}")
                .then()
                .statusCode(200);
    }

    private static String amendment(String price, String more) {
        return "{\"amendmentDate\": \"2026-03-05\", \"reason\": \"r\", %s\"tax\": \"126.88\", \"freight\": \"15.00\", \"lines\": [%s]}"
                .formatted(more, line("1", A, "2", price));
    }

    private ValidatableResponse act(String act, String body) {
        return Api.act(buyer, agency, orderId, act, body).then();
    }

    private ValidatableResponse revise(String body) {
        return as(buyer)
                .header("If-Match", Api.etag(agency, orderId))
                .body(body)
                .put("/v1/orders/{id}", orderId)
                .then();
    }

    @Test
    void aLowerPriceIsADraftUntilTheContractorAgreed() {
        act("amendments", amendment("9.99", ""))
                .statusCode(422)
                .body("type", equalTo("/problems/contractor-agreement-needed"))
                .body("errors.pointer", contains("/lines/0/unitPrice"));
        as(buyer)
                .body(amendment("9.99", ""))
                .post("/v1/orders/{id}/amendment-previews", orderId)
                .then()
                .statusCode(200)
                .body("agreementBeforeSending.pointer", contains("/lines/0/unitPrice"));
        act("amendments", amendment("9.99", "\"draft\": true, ")).statusCode(201);
        act("submission", "").statusCode(422).body("type", equalTo("/problems/contractor-agreement-needed"));
        revise(amendment("9.99", AGREED.formatted("2026-03-01", "")))
                .statusCode(400)
                .body("errors.pointer", contains("/contractorAgreement/agreedOn"));
        revise(amendment("9.99", AGREED.formatted("2199-03-01", ""))).statusCode(400);
        revise(amendment("9.99", AGREED.formatted("2026-03-02", "")))
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("contractorAgreement.agreedBy", equalTo("C. Clerk"));
    }

    @Test
    void theSamePriceNeedsNoneAndAChangeOfTheRecordAloneDoesNotHideWhatComesAfterIt() {
        act("amendments", amendment("10.01", "")).statusCode(202);
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        act("amendments", amendment("9.00", "")).statusCode(422);
    }

    @Test
    void whatTheContractorAsksForItHasAgreedTo() {
        act("amendments", amendment("10.01", "")).statusCode(202);
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", """
                {"reasonCode": "PRICE", "pointer": "/lines/0/unitPrice", "rightValue": "9.50", "reason": "it is cheaper now"}
                """)
                .then()
                .statusCode(200);
        act("amendments", "{\"fromRejection\": true, \"draft\": false, \"amendmentDate\": \"2026-03-06\"}")
                .statusCode(202)
                .body("contractorAgreement.agreedBy", equalTo("contractor-" + contractor));
    }

    @Test
    void aTerminationProvisionAfterTheIssueHoldsOnceTheContractorAccepts() {
        String ground = "{\"ground\": \"NEGOTIATED\", \"terminatedOn\": \"2026-03-20\", \"reason\": \"clause 9\"}";
        act(
                        "amendments",
                        amendment(
                                "10.00",
                                AGREED.formatted("2026-03-04", ", \"terminationProvision\": \"30 days' notice\"")))
                .statusCode(202)
                .body("contractorAgreement.terminationProvision", equalTo("30 days' notice"));
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        act("termination", ground).statusCode(422).body("rule", equalTo("ORD-TERM-NEGOTIATED"));
        Api.act(Tokens.contractor(contractor), agency, orderId, "acceptance", "{}")
                .then()
                .statusCode(200);
        act("termination", ground).statusCode(200).body("termination.ground", equalTo("NEGOTIATED"));
    }

    @Test
    @DisplayName(
            "ORD-TERM-NEGOTIATED: what stood in a version that the contractor rejected for something else it did not agree to")
    void aRejectionForSomethingElseIsNoConsentAndNoProvision() {
        act(
                        "amendments",
                        amendment(
                                "9.99",
                                AGREED.formatted("2026-03-04", ", \"terminationProvision\": \"30 days' notice\"")))
                .statusCode(202);
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", """
                {"reasonCode": "LOCATION", "pointer": "/orderToLocation", "rightValue": "Fresno", "reason": "we moved"}
                """)
                .then()
                .statusCode(200);
        act("amendments", "{\"fromRejection\": true, \"draft\": false, \"amendmentDate\": \"2026-03-06\"}")
                .statusCode(422)
                .body("type", equalTo("/problems/contractor-agreement-needed"))
                .body("errors.pointer", contains("/lines/0/unitPrice"));
        act("amendments", amendment("10.01", "")).statusCode(202);
        Api.decide(orderId, 3, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        Api.act(Tokens.contractor(contractor), agency, orderId, "acceptance", "{}")
                .then()
                .statusCode(200);
        act("termination", "{\"ground\": \"NEGOTIATED\", \"terminatedOn\": \"2026-03-20\", \"reason\": \"clause 9\"}")
                .statusCode(422)
                .body("type", equalTo("/problems/no-negotiated-provision"));
    }

    @Test
    void anOrderThatNobodyAcceptedIsAmendedAsBefore() {
        UUID other = Api.issued(agency, order("PO-2", contractor, line("1", A, "2", "10.00")));
        as(buyer)
                .body(amendment("1.00", ""))
                .post("/v1/orders/{id}/amendment-previews", other)
                .then()
                .statusCode(200)
                .body("agreementBeforeSending", empty())
                .body("document", not(hasKey("contractorAgreement")));
        Api.act(buyer, agency, other, "amendments", amendment("1.00", ""))
                .then()
                .statusCode(202);
    }
}
