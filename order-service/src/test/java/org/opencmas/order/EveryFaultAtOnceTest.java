package org.opencmas.order;

import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.everyfault.EveryFaultAtOnce;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Every operation names all faults of a request at once, in the order of the body, whatever finds them")
class EveryFaultAtOnceTest {
    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | /v1/requests-for-offer | {"reference": 5, "title": " ", "services": true, "simpleProduct": true} | /reference /title /needs /simpleProduct
            POST | /v1/orders/ORDER/dispatches | {"method": "PIGEON", "sentOn": "2199-12-31", "sentTo": 5} | /method /sentOn /sentTo
            POST | /v1/orders/ORDER/contacts | {"contactedOn": "2199-12-31", "about": {}} | /spokeWith /contactedOn /about
            PUT  | /v1/agencies/AGENCY/policy | {"orderLimit": "-1", "minOffers": 101, "approvalRequired": true, "ownPolicyAttestation": {"policy": " ", "attestedOn": "2199-12-31"}, "effectiveOn": "2020-01-01"} | /orderLimit /orderLimitAction /minOffers /approvers /ownPolicyAttestation/attestedOn /ownPolicyAttestation/policy /effectiveOn
            POST | /v1/orders/ORDER/termination | {"terminatedOn": "2199-12-31", "reason": 7, "nonsense": 1} | /ground /terminatedOn /reason /nonsense
            POST | /v1/orders/ORDER/receipts | {"receivedOn": "2199-12-31", "lines": [{"lineId": 1, "quantityReceived": "-1"}]} | /receivedOn /lines/0/lineId /lines/0/quantityReceived /lines/0/quantityAccepted
            POST | /v1/orders/ORDER/payments | {"invoiceNumber": " ", "paidOn": 1, "method": "WARRANT", "reference": "R", "amount": "0"} | /invoiceNumber /paidOn /amount
            """)
    void ofEachStage(String method, String path, String body, String pointers) {
        UUID agency = UUID.randomUUID();
        Api.acting(approver(agency))
                .header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .request(
                        method,
                        path.replace("ORDER", UUID.randomUUID().toString()).replace("AGENCY", agency.toString()))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointers.split(" ")));
    }

    @Test
    void ofEveryOperation() {
        UUID agency = Api.registeredAgency();
        UUID contractor = UUID.randomUUID();
        UUID issued = Api.issued(agency, Api.order("PO-F", contractor, Api.line("1", "3-26-01-1001", "2", "10.00")));
        String requestId = Api.acting(Tokens.buyer(agency))
                .body("{\"reference\": \"RFO-FAULTS\", \"title\": \"Desks\", \"needs\": \"Two desks\"}")
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(201)
                .extract()
                .path("requestId");
        EveryFaultAtOnce.of("order-service", service)
                .as(
                        approver(agency),
                        Tokens.buyer(agency),
                        Tokens.of("dgs-analyst"),
                        Tokens.contractor(contractor),
                        Tokens.of("auditor"),
                        Tokens.of("dgs-approver"))
                .knowing("orderId", issued)
                .knowing("agencyId", agency)
                .knowing("requestId", requestId)
                .knowing("number", 1)
                .dependent("setAgencyPolicy", "/orderLimit", "a limit and what it does come together or not at all")
                .dependent(
                        "setAgencyPolicy", "/orderLimitAction", "a limit and what it does come together or not at all")
                .dependent("recordFileItem", "/keptAt", "an item is kept somewhere or does not apply: one of both")
                .dependent("recordFileItem", "/notApplicableReason", "one of both, as said of keptAt")
                .dependent("recordReceipt", "/acceptedOn", "needed where something is accepted by a line or finally")
                .dependent(
                        "recordOffer", "/reason", "needed of an offer that is not considered, which the request tells")
                .dependent("recordOffer", "/lines", "needed of an offer that is considered")
                .dependent("recordOffer", "/tax", "an offer without lines has no price")
                .dependent("recordOffer", "/freight", "an offer without lines has no price")
                .dependent(
                        "sendRequestForOffer",
                        "/contractors/*/certificationCheckedOn",
                        "needed where a certification is named")
                .dependent("recordBestValueStep", "/comparedOffers", "needed of a comparison, and of no other step")
                .dependent(
                        "previewAmendment",
                        "/amendmentDate",
                        "needed of an order that was issued, which the order tells")
                .dependent("previewAmendment", "/reason", "needed of an order that was issued, which the order tells")
                .dependent("amendOrder", "/amendmentDate", "needed of an order that was issued, which the order tells")
                .dependent("amendOrder", "/reason", "needed of an order that was issued, which the order tells")
                .run();
    }

    private static String approver(UUID agency) {
        return Tokens.personOf(agency, "approver-" + agency, "agency-approver", "agency-buyer");
    }
}
