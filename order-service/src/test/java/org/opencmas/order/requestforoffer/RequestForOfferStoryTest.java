package org.opencmas.order.requestforoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.opencmas.order.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("From the request for offer to the draft order")
class RequestForOfferStoryTest extends AskingAgency {
    @Test
    void theWholeWay() {
        String requestId = sent();
        String low = recorded(requestId, first, "100.00");
        String high = recorded(requestId, second, "120.00");
        act(requestId, "closing", "").then().statusCode(200).body("state", equalTo("CLOSED"));
        for (String step : List.of("REQUIREMENTS", "CMAS_COPY", "REVIEW")) {
            act(requestId, "steps", step(step, "")).then().statusCode(200);
        }
        act(requestId, "determination", determination(low))
                .then()
                .statusCode(422)
                .body("rule", equalTo("BV-MIN-STEPS"))
                .body("missing", contains("COMPARISON"));
        act(requestId, "steps", step("COMPARISON", comparing(low)))
                .then()
                .statusCode(422)
                .body("rule", equalTo("BV-COMPARE-ALL"))
                .body("missingOffers", contains(high));
        act(requestId, "steps", step("COMPARISON", comparing(low, high))).then().statusCode(200);
        act(requestId, "determination", determination(low).replace("2026-03-09\", \"resume", "2026-03-08\", \"resume"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/determinedOn"));
        act(requestId, "determination", determination(low))
                .then()
                .statusCode(200)
                .body("bestValue.determination.criteria.sample", contains("PRICE", null))
                .body("bestValue.determination.resumeReview.reviewedBy", equalTo("B. Buyer"));

        String etag = as(buyer).get("/v1/requests-for-offer/{id}", requestId).header("ETag");
        String key = UUID.randomUUID().toString();
        String body = "{\"agencyOrderNumber\": \"PO-RFO\", \"orderDate\": \"2026-03-10\", \"clausesInOrder\": true}";
        String orderId = draftOrder(key, etag, requestId, body)
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("contractorId", equalTo(first.toString()))
                .body("subtotalExcludingTax", equalTo("4000.00"))
                .body("lines[0].kind", equalTo("SERVICES"))
                .body("procurement.requestForOffer.requestId", equalTo(requestId))
                .body("procurement.requestForOffer.reference", equalTo("RFO 1"))
                .body("procurement.contractorsAsked.certified", contains(true, false))
                .body("procurement.contractorsAsked.compared", contains(true, true))
                .body("procurement.bestValueSteps", hasSize(4))
                .body("procurement.clauses.acceptanceTesting.inRequest", equalTo(true))
                .extract()
                .path("orderId");
        draftOrder(key, etag, requestId, body)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("orderId", equalTo(orderId));
        act(requestId, "determination/order", body.replace("PO-RFO", "PO-RFO-2"))
                .then()
                .statusCode(409)
                .body("location", equalTo("/v1/orders/" + orderId));
        as(buyer)
                .get("/v1/requests-for-offer/{id}", requestId)
                .then()
                .body("bestValue.orderId", equalTo(orderId))
                .body("links.draftedOrder", equalTo("/v1/orders/" + orderId));
        Api.act(buyer, agency, UUID.fromString(orderId), "submission", "")
                .then()
                .statusCode(202);

        List<CloudEvent> events = TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.requests-for-offer",
                        11,
                        Api.SOON,
                        event -> event.aggregateId().equals(requestId));
        events.forEach(event -> JsonSchemas.assertValid(
                Path.of("src/main/resources/events", event.type() + ".schema.json"), event.payload()));
        assertThat(events)
                .extracting(CloudEvent::type)
                .containsExactly(
                        "request-for-offer.drafted.v1",
                        "request-for-offer.sent.v1",
                        "request-for-offer.offer-recorded.v1",
                        "request-for-offer.offer-recorded.v1",
                        "request-for-offer.closed.v1",
                        "request-for-offer.step-recorded.v1",
                        "request-for-offer.step-recorded.v1",
                        "request-for-offer.step-recorded.v1",
                        "request-for-offer.step-recorded.v1",
                        "request-for-offer.determined.v1",
                        "request-for-offer.ordered.v1");
    }

    private ValidatableResponse draftOrder(String key, String etag, String requestId, String body) {
        return as(buyer)
                .header("Idempotency-Key", key)
                .header("If-Match", etag)
                .body(body)
                .post("/v1/requests-for-offer/{id}/determination/order", requestId)
                .then();
    }

    @Test
    void aTakenOrderNumberLeavesTheRequestAsItWas() {
        Api.placed(agency, Api.order("PO-TAKEN", first, Api.line("1", "4-06-78-0031A", "1", "1.00")));
        String requestId = determined();
        String body = "{\"agencyOrderNumber\": \"po-taken\"}";
        act(requestId, "determination/order", body)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/order-number-taken"));
        act(requestId, "determination/order", "{\"agencyOrderNumber\": \"PO \\u0007\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/agencyOrderNumber"));
        act(requestId, "determination/order", body.replace("taken", "free"))
                .then()
                .statusCode(201);
    }
}
