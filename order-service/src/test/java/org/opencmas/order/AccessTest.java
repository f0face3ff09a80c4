package org.opencmas.order;

import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opencmas.order.payment.Bills;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.access.AccessMatrix;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class AccessTest {
    @TestHTTPResource("/")
    URI service;

    /** A request for offer that one contractor answered, whose answer somebody complained of. */
    private record Asked(String buyer, String requestId, String offerId, String complaintId) {
        static Asked by(UUID agency) {
            String buyer = Tokens.buyer(agency);
            UUID contractor = UUID.randomUUID();
            String requestId = acting(buyer)
                    .body("""
                            {"reference": "%s", "title": "Desks", "needs": "Two desks", "offersDueAt": "2026-03-06T20:00:00Z"}
                            """.formatted(contractor))
                    .post("/v1/requests-for-offer")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("requestId");
            Asked draft = new Asked(buyer, requestId, "", "");
            draft.act("sending", """
                    {"noneCertifiedReason": "none offers it", "contractors": [{"contractorId": "%s", "name": "First",
                     "cmasNumbers": ["3-26-01-1001"], "certifications": [], "certificationCheckedOn": "2026-03-02", "channel": "EMAIL",
                     "askedOn": "2026-03-02", "recipient": "a@example.com"}]}
                    """.formatted(contractor));
            String offerId = acting(buyer)
                    .body("""
                            {"contractorId": "%s", "receivedAt": "2026-03-05T18:00:00Z", "lines": [%s]}
                            """.formatted(contractor, Api.line("1", "3-26-01-1001", "2", "10.00")))
                    .post("/v1/requests-for-offer/{id}/offers", requestId)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("offerId");
            String complaintId = acting(buyer)
                    .body("""
                            {"receivedOn": "2026-03-09", "complainant": "First", "about": "Asked late", "sharedWithDgs": false}
                            """)
                    .post("/v1/requests-for-offer/{id}/complaints", requestId)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("complaintId");
            return new Asked(buyer, requestId, offerId, complaintId);
        }

        Asked act(String act, String body) {
            acting(buyer)
                    .header(
                            "If-Match",
                            as(buyer)
                                    .get("/v1/requests-for-offer/{id}", requestId)
                                    .header("ETag"))
                    .body(body)
                    .post("/v1/requests-for-offer/{id}/" + act, requestId)
                    .then()
                    .statusCode(200);
            return this;
        }
    }

    private static String importOf(UUID agency) {
        return acting(Tokens.buyer(agency))
                .contentType("application/x-ndjson")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/order-imports")
                .path("importId");
    }

    @Test
    void everyOperationIsOpenToThoseWhomTheTableNamesAndToNobodyElse() {
        UUID agency = Api.registeredAgency();
        UUID contractor = UUID.randomUUID();
        UUID order =
                Api.issued(agency, Api.order("PO-ACCESS", contractor, Api.line("1", "3-26-01-1001", "2", "10.00")));
        Bills bills = new Bills(agency, contractor, order);
        String receipt = bills.accepted("1", "2", "2026-03-10").path("receiptId");
        String invoice = bills.approved("INV-ACCESS", "2026-03-12", "1", "20.00");
        String payment = bills.pay(invoice, "W-1", "5.00").path("paymentId");
        Asked asked = Asked.by(agency);

        UUID another = Api.registeredAgency();
        String body = Api.order("PO-OWN", contractor, Api.line("1", "3-26-01-1001", "2", "10.00"));
        Map<String, UUID> own = Map.of("orderId", Api.issued(another, body));
        UUID returned = Api.placed(another, body.replace("PO-OWN", "PO-OWN-2"));
        Api.decide(returned, 1, "RETURN");
        Api.awaitState(another, returned, "RETURNED");
        Asked asking = Asked.by(another);
        Asked closed = Asked.by(another).act("closing", "");
        AccessMatrix matrix = AccessMatrix.of(service, Path.of("openapi.yaml"), Path.of("access.csv"))
                .foreign("agencyId", agency)
                .foreign("orderId", order)
                .foreign("receiptId", receipt)
                .foreign("invoiceId", invoice)
                .foreign("paymentId", payment)
                .foreign("importId", importOf(agency))
                .foreign("number", 1, 1)
                .foreign("changeId", policyChangeOf(agency))
                .foreign("requestId", asked.requestId)
                .foreign("offerId", asked.offerId)
                .foreign("complaintId", asked.complaintId)
                .emptyWithoutRows("listFileLists")
                .emptyWithoutRows("listAgencyPolicyChanges")
                .own("reviseOrder", another, Map.of("orderId", returned))
                .own("previewAmendment", another, own)
                .own("amendOrder", another, own)
                .own("recordPayment", another, own)
                .own("recordOffer", another, Map.of("requestId", asking.requestId))
                .own("recordBestValueStep", another, Map.of("requestId", closed.requestId))
                .own("determineBestValue", another, Map.of("requestId", closed.requestId))
                .foreignFields(12, 6);
        matrix.run();
        matrix.runStripped(agency, contractor);
    }

    /** A policy for a later day, which only its own agency and DGS may confirm or give up. */
    private static String policyChangeOf(UUID agency) {
        return Api.as(Tokens.buyer(agency))
                .header("If-Match", "*")
                .body("{\"minOffers\": 2, \"effectiveOn\": \"%s\"}"
                        .formatted(org.opencmas.terms.ProgramCalendar.dateOf(
                                        java.time.Clock.systemUTC().instant())
                                .plusDays(9)))
                .put("/v1/agencies/{id}/policy", agency)
                .then()
                .statusCode(202)
                .extract()
                .path("changeId");
    }
}
