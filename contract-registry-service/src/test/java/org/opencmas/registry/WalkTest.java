package org.opencmas.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An agreement is registered, priced, found, supplemented, and the other services hear of it")
class WalkTest {
    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final String HEADER = "item_id,description,unit,price,base_price,sin,kind\n";

    @Test
    void fromContractorToEvents() {
        String number = Registry.agreement("Walkwell Playgrounds, Inc.");
        given().get("/v1/agreements/" + number)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("contractorName", equalTo("Walkwell Playgrounds, Inc."))
                .body("status", equalTo("ACTIVE"))
                .body("stateOrderLimit", equalTo("250000.00"))
                .body("baseContract.number", equalTo("GS-07F-0001X"));

        String importId = Registry.importList(
                        number,
                        0,
                        HEADER + "SL-1,Spiral slide made of polyethylene,each,2199.00,2300.00,,GOODS\n"
                                + "SW-2,Swing with four seats,each,1850.5,,33-411,GOODS\n")
                .then()
                .statusCode(201)
                .body("state", equalTo("PUBLISHED"))
                .body("rows", equalTo(2))
                .extract()
                .path("id");
        given().get("/v1/price-list-imports/" + importId).then().statusCode(200).body("cmasNumber", equalTo(number));

        given().queryParam("asOf", "2026-06-01")
                .queryParam("item", "SW-2")
                .get("/v1/agreements/" + number + "/price-list")
                .then()
                .statusCode(200)
                .body("items.price", contains("1850.50"))
                .body("supplementNumber", equalTo(0));
        given().queryParam("description", "slides")
                .get("/v1/agreements")
                .then()
                .statusCode(200)
                .body("items.cmasNumber", hasItem(number))
                .body("items.find { it.cmasNumber == '" + number + "' }.matches.by", hasItem("ITEM_WORDS"))
                .body("items.find { it.cmasNumber == '" + number + "' }.items.itemId", contains("SL-1"));

        Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType("application/json")
                .body(supplement("2027-01-01"))
                .post("/v1/agreements/" + number + "/supplements")
                .then()
                .statusCode(201)
                .body("supplementNumber", equalTo(1));
        Registry.importList(number, 1, HEADER + "SL-1,Spiral slide made of polyethylene,each,2250.00,,,GOODS\n")
                .then()
                .statusCode(201);
        given().queryParam("asOf", "2026-12-31")
                .get("/v1/agreements/" + number + "/price-list")
                .then()
                .body("items.price", contains("2199.00", "1850.50"));
        given().queryParam("asOf", "2027-01-01")
                .get("/v1/agreements/" + number + "/price-list")
                .then()
                .body("items.price", contains("2250.00"));

        Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType("application/json")
                .body("{\"status\": \"SUSPENDED\", \"reason\": \"insurance lapsed\"}")
                .post("/v1/agreements/" + number + "/status-changes")
                .then()
                .statusCode(201)
                .body("status", equalTo("SUSPENDED"));
        given().get("/v1/agreements/" + number + "/supplements").then().body("items.supplementNumber", contains(0, 1));
        given().get("/v1/agreements/" + number + "/status-changes").then().body("items", hasSize(1));

        List<CloudEvent> events = TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.agreements",
                        7,
                        Eventually.PATIENCE,
                        event -> event.aggregateId().equals(number));
        assertThat(events)
                .extracting(CloudEvent::type)
                .containsExactly(
                        "agreement.registered.v1",
                        "price-list.part.v1",
                        "price-list.published.v1",
                        "agreement.supplemented.v1",
                        "price-list.part.v1",
                        "price-list.published.v1",
                        "agreement.status-changed.v1");
        assertThat(events).extracting(CloudEvent::aggregateVersion).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        events.forEach(
                event -> JsonSchemas.assertValid(EVENTS.resolve(event.type() + ".schema.json"), event.payload()));
    }

    private static String supplement(String effectiveOn) {
        return """
                {"effectiveOn": "%s", "changeNote": "new prices", "termStart": "2026-01-01", "termEnd": "2029-12-31",
                 "forUseBy": "STATE_AND_LOCAL", "nspProvision": true, "categories": ["OTHER_GOODS"],
                 "baseContract": {"number": "GS-07F-0001X", "type": "GSA", "holder": "Base Holder Inc."}}
                """.formatted(effectiveOn);
    }
}
