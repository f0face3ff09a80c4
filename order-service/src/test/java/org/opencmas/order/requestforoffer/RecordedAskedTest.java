package org.opencmas.order.requestforoffer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.opencmas.order.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "SOL-MIN3-STATE, BV-BASIS: an order that names its request for offer tells whom that asked and buys what was offered, by whichever road it comes")
class RecordedAskedTest extends AskingAgency {
    private String order(String number, String requestId, String asked, String quantity) {
        return """
                {"agencyOrderNumber": "%s", "orderDate": "2026-03-10", "contractorId": "%s",
                 "procurement": {"requestForOffer": {"reference": "RFO 1", "writtenOn": "2026-03-02", "requestId": "%s"}%s},
                 "lines": [{"lineId": "1", "cmasNumber": "3-16-70-3298A", "description": "Network engineer", "unit": "Hour",
                            "quantity": "%s", "unitPrice": "100.00", "kind": "SERVICES"}]}
                """.formatted(number, first, requestId, asked, quantity).replace("\n", " ");
    }

    private ValidatableResponse placed(String number, String requestId, String asked) {
        return Api.place(agency, order(number, requestId, asked, "40")).then();
    }

    private static String asked(UUID id, String name, String askedOn, boolean certified) {
        return "{\"contractorId\": \"%s\", \"name\": \"%s\", \"askedOn\": \"%s\", \"certified\": %s}"
                .formatted(id, name, askedOn, certified);
    }

    @Test
    void whatIsLeftOutIsTakenFromTheRecord() {
        String requestId = determined();
        placed("PO-R1", requestId, "")
                .statusCode(202)
                .body("procurement.contractorsAsked.name", contains("First", "Second"))
                .body("procurement.contractorsAsked.certified", contains(true, false))
                .body("procurement.contractorsAsked.answer", contains("OFFER", "NONE"))
                .body("procurement.contractorsAsked.compared", contains(true, false))
                .body("procurement.noneCertifiedReason", equalTo("none offers it"));
        // The same again is the same order, as it was placed.
        placed("PO-R1", requestId, "").statusCode(409).body("type", equalTo("/problems/order-already-placed"));
    }

    @Test
    void whatDiffersFromTheRecordIsRefused() {
        String requestId = sent();
        String told = ", \"contractorsAsked\": [%s, %s, %s]"
                .formatted(
                        asked(first, "First", "2026-03-01", true),
                        asked(second, "Second", "2026-03-02", true),
                        asked(UUID.randomUUID(), "Third", "2026-03-02", false));
        placed("PO-R2", requestId, told)
                .statusCode(422)
                .body("type", equalTo("/problems/differs-from-request-for-offer"))
                .body("rule", equalTo("SOL-MIN3-STATE"))
                .body(
                        "errors.pointer",
                        contains(
                                "/procurement/contractorsAsked/0/askedOn",
                                "/procurement/contractorsAsked/1/certified",
                                "/procurement/contractorsAsked/2"));
        placed("PO-R2", requestId, ", \"contractorsAsked\": [" + asked(first, "First", "2026-03-02", true) + "]")
                .statusCode(422)
                .body("errors.pointer", contains("/procurement/contractorsAsked"));
    }

    @Test
    void aDraftIsComparedAgainWhenItIsSent() {
        String requestId = sent();
        UUID orderId = UUID.fromString(
                Api.place(agency, order("PO-R3", requestId, "", "40").replaceFirst("\\{", "{\"draft\": true, "))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("orderId"));
        act(requestId, "sending", "{\"contractors\": [%s]}".formatted(contractor(UUID.randomUUID(), "Third", "[]")))
                .then()
                .statusCode(200);
        Api.act(buyer, agency, orderId, "submission", "")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/differs-from-request-for-offer"));
        as(buyer)
                .header("If-Match", Api.etag(agency, orderId))
                .body(order("PO-R3", requestId, "", "40"))
                .put("/v1/orders/{id}", orderId)
                .then()
                .statusCode(200)
                .body("procurement.contractorsAsked.name", contains("First", "Second", "Third"));
    }

    @Test
    @DisplayName(
            "BV-BASIS: an order in a file is asked about as a single one is when it goes beyond the determined offer")
    void anOrderInAFileIsAskedAboutLikeASingleOne() {
        String requestId = determined();
        String beyond = order("PO-R4", requestId, "", "41");
        Api.place(agency, beyond).then().statusCode(422).body("doubts.kind", contains("BEYOND_DETERMINED_OFFER"));
        String place = given().auth()
                .oauth2(buyer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body((beyond + "\n" + order("PO-R5", requestId, "", "40") + "\n"
                                + order("PO-R6", UUID.randomUUID().toString(), "", "40"))
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/order-imports?mode=CONTINUE")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Eventually.within(Api.SOON, () -> as(buyer).get(place).then().body("state", equalTo("DONE")));
        as(buyer)
                .get(place + "/results")
                .then()
                .body("items.state", contains("REFUSED", "PLACED", "REFUSED"))
                .body("items[0].problem.type", equalTo("/problems/implausible"))
                .body("items[0].problem.doubts.kind", contains("BEYOND_DETERMINED_OFFER"))
                .body("items[0].problem.doubts.pointer", contains("/lines/0/quantity"))
                .body("items[1].problem", nullValue())
                .body("items[2].problem.type", equalTo("/problems/request-for-offer-unknown"));
    }
}
