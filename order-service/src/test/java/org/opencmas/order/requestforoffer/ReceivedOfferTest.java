package org.opencmas.order.requestforoffer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("What contractors answer is kept as it came")
class ReceivedOfferTest extends AskingAgency {
    @Test
    void theSameOfferIsRecordedOnce() {
        String requestId = sent();
        String offer = offer(first, "2026-03-05T18:00:00Z", "100.00", "");
        String recorded = record(requestId, offer).statusCode(201).extract().path("offerId");
        record(requestId, offer)
                .statusCode(409)
                .body("offerId", equalTo(recorded))
                .body("location", equalTo("/v1/requests-for-offer/" + requestId + "/offers/" + recorded));
        record(requestId, offer(first, "2026-03-05T18:00:00Z", "100.01", "")).statusCode(201);
        record(requestId, offer(first, "2026-03-05T18:00:01Z", "100.00", "")).statusCode(201);
        record(requestId, offer(second, "2026-03-05T18:00:00Z", "100.00", "")).statusCode(201);
    }

    @Test
    void offersAreWaitedForUntilTheyAreDueUnlessAReasonSaysWhyNot() {
        String requestId = acting(buyer)
                .body(CONTENT.formatted("RFO 2").replace("2026-03-06T20:00:00Z", "2198-03-06T20:00:00Z"))
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(201)
                .extract()
                .path("requestId");
        act(requestId, "sending", "{\"contractors\": [%s]}".formatted(contractor(first, "First", "[]")))
                .then()
                .statusCode(200);
        act(requestId, "closing", "")
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(1))
                .body("errors[0].detail", containsString("2198-03-06T20:00:00Z"));
        act(requestId, "closing?earlyReason=all%20have%20answered", "")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
    }

    @Test
    void noOfferComesBeforeItsContractorWasAsked() {
        String requestId = sent();

        record(requestId, offer(first, "2026-03-02T07:59:59Z", "1.00", ""))
                .statusCode(400)
                .body("errors.pointer", contains("/receivedAt"));
        record(requestId, offer(first, "2026-03-02T08:00:00Z", "1.00", "")).statusCode(201);
    }

    @Test
    void lateIncompleteAndDecliningAnswersAreKeptWithTheirReason() {
        String requestId = sent();
        String late = "2026-03-06T20:00:00.000001Z";
        record(requestId, offer(first, late, "1.00", "")).statusCode(400).body("errors.pointer", contains("/reason"));
        record(requestId, offer(first, late, "1.00", ", \"reason\": \"came a microsecond late\""))
                .statusCode(201)
                .body("standing", equalTo("LATE"));
        record(requestId, offer(first, "2026-03-06T20:00:00Z", "1.00", ""))
                .statusCode(201)
                .body("standing", equalTo("RESPONSIVE"));
        record(requestId, """
                {"contractorId": "%s", "receivedAt": "2026-03-05T18:00:00Z", "notResponsive": "INCOMPLETE", "reason": "no prices"}
                """.formatted(second)).statusCode(201).body("price", nullValue());
        act(requestId, "cancellation", "{\"reason\": \"no money\"}").then().statusCode(200);
        record(requestId, """
                {"contractorId": "%s", "receivedAt": "2026-03-05T18:00:00Z", "notResponsive": "DECLINED", "reason": "no staff"}
                """.formatted(second)).statusCode(201).body("standing", equalTo("DECLINED"));
        as(buyer)
                .get("/v1/requests-for-offer/{id}", requestId)
                .then()
                .body("offers.standing", contains("LATE", "RESPONSIVE", "INCOMPLETE", "DECLINED"));
        record(requestId, offer(UUID.randomUUID(), "2026-03-05T18:00:00Z", "1.00", ""))
                .statusCode(422);
        record(requestId, offer(first, "2199-01-01T00:00:00Z", "1.0000001", ", \"reason\": \"x\""))
                .statusCode(400)
                .body("errors.pointer", contains("/receivedAt", "/lines/0/unitPrice"));
    }

    @Test
    @DisplayName(
            "SOL-VERBAL: a verbal quote is taken for a simple product at a price of the agreement, and for nothing else")
    void verbalQuotes() {
        String requestId = acting(buyer)
                .body("""
                        {"reference": "RFO V", "title": "Desks", "needs": "Two desks", "simpleProduct": true}
                        """)
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(201)
                .extract()
                .path("requestId");
        act(
                        requestId,
                        "sending",
                        "{\"contractors\": [%s]}"
                                .formatted(contractor(first, "First", "[]").replace("EMAIL", "VERBAL")))
                .then()
                .statusCode(200)
                .body("contractorsAsked.channel", contains("VERBAL"));
        String quote = offer(first, "2026-03-05T18:00:00Z", "1.00", ", \"quotedBy\": \"S. Seller\"");
        record(requestId, quote).statusCode(422).body("rule", equalTo("SOL-VERBAL"));
        record(requestId, quote.replace("SERVICES", "GOODS").replace("\"lineId\"", "\"nsp\": true, \"lineId\""))
                .statusCode(422);
        record(requestId, quote.replace("SERVICES", "GOODS"))
                .statusCode(201)
                .body("verbalQuote.quotedBy", equalTo("S. Seller"))
                .body("verbalQuote.takenBy", equalTo("erp-" + agency))
                .body("price.amount", equalTo("40.00"));
        String services = sent();
        record(services, offer(first, "2026-03-05T18:00:00Z", "1.00", ", \"quotedBy\": \"S. Seller\""))
                .statusCode(422);
    }
}
