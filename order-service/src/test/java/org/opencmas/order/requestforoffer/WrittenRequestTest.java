package org.opencmas.order.requestforoffer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.registry.RegistryNews;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A request for offer is read whole or refused")
class WrittenRequestTest extends AskingAgency {
    @Test
    void adviceComesWithTheRequestAndAReferenceIsUsedOnce() {
        String requestId = drafted();
        as(buyer)
                .get("/v1/requests-for-offer/{id}", requestId)
                .then()
                .body("advice.rule", hasItem("LSE-MARKETPLACE"))
                .body("advice.find { it.rule == 'SOL-TERM-RFO' }.place.line", equalTo(2))
                .body("advice.find { it.rule == 'SOL-TERM-RFO' }.place.column", equalTo(9));
        acting(buyer)
                .body(CONTENT.formatted("rfo  1"))
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(409)
                .body("location", equalTo("/v1/requests-for-offer/" + requestId));
        as(buyer)
                .header("If-Match", "\"1\"")
                .body(CONTENT.formatted("RFO 1").replace("no bid", "no offer"))
                .put("/v1/requests-for-offer/{id}", requestId)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("advice.rule", not(hasItem("SOL-TERM-RFO")));
        as(buyer)
                .header("If-Match", "\"1\"")
                .body(CONTENT.formatted("RFO 1"))
                .put("/v1/requests-for-offer/{id}", requestId)
                .then()
                .statusCode(412);
        acting(buyer)
                .post("/v1/requests-for-offer/{id}/closing", requestId)
                .then()
                .statusCode(428);
        act(requestId, "closing", "").then().statusCode(409).body("state", equalTo("DRAFT"));
    }

    @Test
    void whatCannotBeReadIsNamedAtOnce() {
        acting(buyer)
                .body("""
                        {"title": " ", "services": true, "simpleProduct": true, "offersDueAt": "soon"}
                        """)
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        org.hamcrest.Matchers.containsInAnyOrder(
                                "/reference", "/title", "/needs", "/simpleProduct", "/offersDueAt"));
        String requestId = drafted();
        act(requestId, "sending", "{\"contractors\": []}").then().statusCode(400);
        act(
                        requestId,
                        "sending",
                        "{\"contractors\": [%s]}"
                                .formatted(contractor(first, "First", "[\"SB\"]")
                                        .replace(
                                                "\"certificationCheckedOn\": \"2026-03-02\"",
                                                "\"certificationCheckedOn\": \"2026-03-03\"")
                                        .replace("3-16-70-3298a", "GS-35F")))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains("/contractors/0/cmasNumbers/0", "/contractors/0/certificationCheckedOn"));
    }

    @Test
    @DisplayName("SOL-MIN3-STATE: whom the request was sent to is looked up as it stood on the day it was asked")
    void thoseAskedAreLookedUp() {
        new RegistryNews("3-16-70-3298A", first)
                .agreement("First", "2026-01-01")
                .contractor("First Inc.", "[]", """
                        [{"type": "SB", "number": "1", "validFrom": "2026-03-03", "validThrough": "2027-05-31", "source": "Cal eProcure"}]
                        """);
        String requestId = sent();
        as(buyer)
                .get("/v1/requests-for-offer/{id}", requestId)
                .then()
                .body(
                        "advice.message",
                        hasItem(containsString("No SB certificate of First that was valid on 2026-03-02")))
                .body(
                        "advice.message",
                        hasItem(containsString("under which Second was asked, was First's on 2026-03-02")))
                .body("advice.message", hasItem(containsString("told as Second, is not known here")))
                .body("advice.message", not(hasItem(containsString("told as First"))));
    }
}
