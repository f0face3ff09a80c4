package org.opencmas.order.requestforoffer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Best value is determined among all offers, by steps and criteria")
class DeterminationTest extends AskingAgency {
    @Test
    @DisplayName(
            "BV-MIN-STEPS: an approver goes on without all steps with a reason, and the order is made; one who may not is refused")
    void anApproverGoesOnWithAReason() {
        String requestId = sent();
        String offer = recorded(requestId, first, "100.00");
        act(requestId, "closing", "").then().statusCode(200);
        String overriding = determination(offer).replaceFirst("\\{", "{\"stepsOverrideReason\": \"Roof leaks\", ");
        Api.as(buyer)
                .header("If-Match", "\"1\"")
                .body("{\"mayOverride\": [\"somebody-else\"]}")
                .put("/v1/agencies/{id}/policy", agency)
                .then()
                .statusCode(200);
        act(requestId, "determination", overriding)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/override-not-allowed"));
        Api.setPolicy(agency, "{\"mayOverride\": [\"erp-%s\"]}".formatted(agency));
        act(requestId, "determination", overriding)
                .then()
                .statusCode(200)
                .body("bestValue.determination.stepsOverride.overriddenBy", equalTo("erp-" + agency))
                .body("bestValue.determination.stepsOverride.missing", hasSize(4));
        act(requestId, "determination/order", "{\"agencyOrderNumber\": \"PO-O\"}")
                .then()
                .statusCode(201);
    }

    @Test
    @DisplayName(
            "BV-COMPARE-ALL: nobody goes on without a comparison where there are several offers, whatever the reason")
    void severalOffersAreNeverChosenAmongUncompared() {
        String requestId = sent();
        String offer = recorded(requestId, first, "100.00");
        String other = recorded(requestId, second, "90.00");
        act(requestId, "closing", "").then().statusCode(200);
        Api.as(buyer)
                .header("If-Match", "\"1\"")
                .body("{\"mayOverride\": [\"erp-%s\"]}".formatted(agency))
                .put("/v1/agencies/{id}/policy", agency)
                .then()
                .statusCode(200);
        String overriding = determination(offer).replaceFirst("\\{", "{\"stepsOverrideReason\": \"Roof leaks\", ");

        act(requestId, "determination", overriding)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/comparison-not-whole"))
                .body("missingOffers", containsInAnyOrder(offer, other));
        act(requestId, "steps", step("COMPARISON", comparing(offer, other)))
                .then()
                .statusCode(200);
        act(requestId, "determination", overriding).then().statusCode(200);
    }

    @Test
    @DisplayName(
            "BV-BASIS: best value rests on one criterion at least, a sample or one of the agency's own; price alone is enough")
    void oneCriterionAtLeast() {
        String requestId = sent();
        String offer = recorded(requestId, first, "100.00");
        act(requestId, "closing", "").then().statusCode(200);
        String determination = "{\"offerId\": \"" + offer
                + "\", \"criteria\": [%s], \"reason\": \"Lowest price\", \"stepsOverrideReason\": \"Small order\"}";
        act(requestId, "determination", determination.formatted(""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/criteria"));
        for (String wrong : List.of("{}", "{\"sample\": \"PRICE\", \"own\": \"Price\"}")) {
            act(requestId, "determination", determination.formatted(wrong))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/criteria/0"));
        }
        act(requestId, "determination", determination.formatted("{\"sample\": \"PRICE\"}"))
                .then()
                .statusCode(200)
                .body("bestValue.determination.criteria", hasSize(1));
    }

    @Test
    @DisplayName("BV-CRITERIA-SAMPLES: the twelve samples are told with their source, to anybody")
    void samples() {
        io.restassured.RestAssured.given()
                .get("/v1/best-value-criteria")
                .then()
                .statusCode(200)
                .body("criteria", hasSize(12))
                .body("source", equalTo("CMAS Local Government Agency Guide, August 2019, Section 5, page 14"));
    }

    private String ordered(String requestId, String number) {
        return act(
                        requestId,
                        "determination/order",
                        "{\"agencyOrderNumber\": \"%s\", \"orderDate\": \"2026-03-10\"}".formatted(number))
                .then()
                .statusCode(201)
                .extract()
                .path("orderId");
    }

    private String revision(String quantity, String price, String more) {
        return """
                {"draft": true, "agencyOrderNumber": "PO-BEYOND", "orderDate": "2026-03-10", "contractorId": "%s", %s
                 "lines": [{"lineId": "1", "cmasNumber": "3-16-70-3298A", "description": "Network engineer", "unit": "Hour",
                            "quantity": "%s", "unitPrice": "%s", "kind": "SERVICES"}]}
                """.formatted(first, more, quantity, price);
    }

    @Test
    @DisplayName(
            "BV-BASIS: what a draft buys beyond the offer that was determined is asked about, even where it names the request no more")
    void whatGoesBeyondTheDeterminedOfferIsAskedAbout() {
        UUID orderId = UUID.fromString(ordered(determined(), "PO-BEYOND"));
        for (String[] beyond :
                new String[][] {{"41", "100.00", "/lines/0/quantity"}, {"40", "100.01", "/lines/0/unitPrice"}}) {
            Api.as(buyer)
                    .header("If-Match", "*")
                    .body(revision(beyond[0], beyond[1], ""))
                    .put("/v1/orders/{id}", orderId)
                    .then()
                    .statusCode(200);
            Api.act(buyer, agency, orderId, "submission", "")
                    .then()
                    .statusCode(422)
                    .body("doubts.kind", contains("BEYOND_DETERMINED_OFFER"))
                    .body("doubts.pointer", contains(beyond[2]));
        }
        Api.as(buyer)
                .header("If-Match", "*")
                .body(revision("39", "99.00", ""))
                .put("/v1/orders/{id}", orderId)
                .then()
                .statusCode(200);
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(202);
    }

    @Test
    @DisplayName(
            "An order names a request of its own agency or none by its id; another agency's is as if it were not there")
    void anOrderFollowsARequestOfItsOwnAgency() {
        String own = drafted();
        UUID other = Api.registeredAgency();
        String named =
                "\"procurement\": {\"requestForOffer\": {\"reference\": \"R\", \"writtenOn\": \"2026-03-02\", \"requestId\": \"%s\"}},";
        for (String unknown : new String[] {own, UUID.randomUUID().toString()}) {
            Api.place(other, revision("1", "1.00", named.formatted(unknown)))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/request-for-offer-unknown"))
                    .body("errors.pointer", contains("/procurement/requestForOffer/requestId"));
        }
        Api.place(agency, revision("1", "1.00", named.formatted(own))).then().statusCode(201);
    }
}
