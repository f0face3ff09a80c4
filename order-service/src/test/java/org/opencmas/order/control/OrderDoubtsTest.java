package org.opencmas.order.control;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("What is hardly meant is sent only with an explained confirmation")
class OrderDoubtsTest {
    private static final String PHONE = "9163754365";
    private static final String MEANT = """
            {"confirmations": [{"kind": "TELEPHONE_AS_AMOUNT", "pointer": "/lines/0/unitPrice", "explanation": "a satellite"}]}
            """;

    private final UUID contractor = UUID.randomUUID();
    private UUID agency;
    private String buyer;

    @BeforeEach
    void register() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
    }

    private String body(String number, String price) {
        return order(number, contractor, line("1", "4-06-78-0031A", "1", price)).replace("126.88", "0.00");
    }

    private static String draft(String body) {
        return body.replaceFirst("\\{", "{\"draft\": true, ");
    }

    private UUID drafted(String body) {
        return UUID.fromString(
                Api.place(agency, draft(body)).then().statusCode(201).extract().path("orderId"));
    }

    private Response revise(UUID orderId, String body) {
        return as(buyer)
                .header("If-Match", Api.etag(agency, orderId))
                .body(body)
                .put("/v1/orders/{id}", orderId);
    }

    private void adopt(String action) {
        Api.setPolicy(agency, "{\"plausibilityAction\": \"" + action + "\"}");
    }

    @Test
    void aTelephoneNumberIsNotSentAsAPriceUntilSomebodyExplainsIt() {
        Api.place(agency, body("PO-1", PHONE))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/implausible"))
                .body("doubts.kind", contains("TELEPHONE_AS_AMOUNT"))
                .body("errors.pointer", contains("/lines/0/unitPrice"));
        UUID orderId = drafted(body("PO-1", PHONE));
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(422);
        Api.act(buyer, agency, orderId, "confirmations", MEANT.replace("/0/", "/1/"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/confirmations/0"));
        for (String nothing : List.of(" ", ".", "ok", "- - -", "12 34", "yes ok")) {
            Api.act(buyer, agency, orderId, "confirmations", MEANT.replace("a satellite", nothing))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/confirmations/0/explanation"));
        }
        Api.act(buyer, agency, orderId, "confirmations", MEANT).then().statusCode(200);
        as(buyer)
                .get("/v1/orders/{id}/doubts", orderId)
                .then()
                .statusCode(200)
                .body("doubts[0].needsConfirmation", equalTo(true))
                .body("doubts[0].explanation", equalTo("a satellite"));
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(202);
    }

    @Test
    void aCorrectionReplacesTheVersionAndItsConfirmations() {
        UUID orderId = drafted(body("PO-1", PHONE));
        Api.act(buyer, agency, orderId, "confirmations", MEANT).then().statusCode(200);
        revise(orderId, draft(body("PO-1", "9163754366"))).then().statusCode(200);
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(422);
        revise(orderId, body("PO-1", "91.63"))
                .then()
                .statusCode(200)
                .body("total", equalTo("106.63"))
                .body("state", equalTo("SUBMITTED"));
    }

    @Test
    void theAgencysHistoryCountsWhereItsPolicyBlocks() {
        Api.issued(agency, body("PO-1", "500.00"));
        Api.placed(agency, body("PO-2", "65420.00"));
        UUID drafted = drafted(body("PO-3", "5000.00"));
        as(buyer)
                .get("/v1/orders/{id}/doubts", drafted)
                .then()
                .body("doubts.kind", contains("SHIFTED_DECIMAL"))
                .body("doubts.needsConfirmation", contains(false));
        adopt("BLOCK");
        Api.act(buyer, agency, drafted, "submission", "")
                .then()
                .statusCode(422)
                .body("doubts.kind", contains("SHIFTED_DECIMAL"));
        Api.place(agency, body("PO-4", "500.00")).then().statusCode(422).body("doubts.kind", hasItem("DUPLICATE"));
        Api.place(agency, body("PO-4", "510.00")).then().statusCode(202);
        adopt("WARN");
        Api.act(buyer, agency, drafted, "submission", "").then().statusCode(202);
        Api.place(agency, body("PO-5", PHONE)).then().statusCode(202);
    }

    @Test
    void theSameRequestIsAnsweredAsBeforeWhateverIsDoubtedSince() {
        String key = UUID.randomUUID().toString();
        adopt("WARN");
        sent(key).then().statusCode(202);
        adopt("BLOCK");
        sent(key).then().statusCode(202).header("Idempotency-Replayed", "true");
    }

    @Test
    void anOrderThatWasConfirmedIsAnsweredAsPlacedWhenItIsSentAgainUnderAnotherKey() {
        UUID orderId = drafted(body("PO-1", PHONE));
        Api.act(buyer, agency, orderId, "confirmations", MEANT).then().statusCode(200);
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(202);
        Api.place(agency, body("PO-1", PHONE))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/order-already-placed"))
                .body("location", equalTo("/v1/orders/" + orderId));
        Api.place(agency, body("po-1", "9163754366"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/order-number-taken"))
                .body("differences.pointer", hasItem("/lines/0/unitPrice"));
    }

    @Test
    void aCorrectedDraftIsWhatTheNumberNames() {
        UUID orderId = drafted(body("PO-1", PHONE));
        revise(orderId, body("PO-1", "91.63")).then().statusCode(200);
        Api.place(agency, body("PO-1", "91.63"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/order-already-placed"));
    }

    private Response sent(String key) {
        return as(buyer)
                .header("Idempotency-Key", key)
                .body(body("PO-1", PHONE))
                .post("/v1/orders");
    }

    @Test
    void aPreviewTellsTheDoubtsOfTheAmendedWhole() {
        UUID orderId = Api.issued(agency, body("PO-1", "500.00"));
        String amendment = "{\"amendmentDate\": \"2026-03-03\", \"reason\": \"r\", \"lines\": [%s]}"
                .formatted(line("1", "4-06-78-0031A", "1", PHONE));
        as(buyer)
                .body(amendment)
                .post("/v1/orders/{id}/amendment-previews", orderId)
                .then()
                .statusCode(200)
                .body("doubts.kind", contains("TELEPHONE_AS_AMOUNT"));
        Api.act(buyer, agency, orderId, "amendments", amendment).then().statusCode(422);
        as(buyer).get("/v1/orders/{id}/doubts", orderId).then().body("doubts", empty());
    }
}
