package org.opencmas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.CommittedDocument;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

/**
 * The stories lie beside the schemas, and the tests of the services that copy agreements read them there: what they are fed is what the
 * registry really sends. A price list's own id, new at each publication, is the one thing that is written over.
 */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The registry sends what its stories say, event by event")
class StoriesTest {
    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
    private static final String CONTRACTOR = "0190a000-0000-7000-8000-0000000c0026";
    private static final String PRICE_LIST = "0190a000-0000-7000-8000-000000f10026";
    private static final ObjectMapper JSON = new ObjectMapper();

    private String number;

    @BeforeEach
    void registerTheContractor() {
        TestClock.set(LocalDate.of(2026, 1, 5));
        Registry.post("/v1/contractors", """
                {"contractorId": "%s", "legalName": "Timely Turf, Inc."}""".formatted(CONTRACTOR));
    }

    @AfterEach
    void backToTheSystemsTime() {
        TestClock.reset();
    }

    @Test
    void terminatedWhileASupplementOfNextYearIsRecorded() {
        registered("4-26-11-0001A");
        recordedOn("2026-10-01", "supplements", """
                {"effectiveOn": "2027-01-01", "changeNote": "Extended by one year.", "termStart": "2026-01-01",
                 "termEnd": "2029-12-31", "forUseBy": "STATE_AND_LOCAL", "nspProvision": true,
                 "categories": ["OTHER_GOODS"],
                 "baseContract": {"number": "GS-07F-0001X", "type": "GSA", "holder": "Base Holder Inc."}}""");
        becomes("2026-11-02", "TERMINATED", "2026-11-02");

        assertTold("terminated-under-a-later-supplement", 5);
    }

    @Test
    void suspendedFromALaterDayAndReactivated() {
        registered("4-26-11-0002A");
        becomes("2026-10-20", "SUSPENDED", "2026-11-10");
        becomes("2026-12-01", "ACTIVE", "2026-12-01");

        assertTold("suspended-and-reactivated", 5);
    }

    @Test
    void terminatedForAPastDay() {
        registered("4-26-11-0003A");
        becomes("2026-10-15", "SUSPENDED", "2026-10-15");
        becomes("2026-11-20", "TERMINATED", "2026-09-15");

        assertTold("terminated-for-a-past-day", 5);
    }

    private void registered(String cmasNumber) {
        number = cmasNumber;
        Registry.post("/v1/agreements", Registry.agreementBody(number, CONTRACTOR))
                .then()
                .statusCode(201);
        Registry.importList(number, 0, """
                        item_id,description,unit,price,base_price,kind
                        A-1,Item A-1,EA,120.00,200.00,GOODS
                        B-2,Item B-2,EA,10.00,20.00,GOODS
                        """).then().statusCode(201);
    }

    private void becomes(String recordedOn, String status, String effectiveOn) {
        recordedOn(recordedOn, "status-changes", """
                {"status": "%s", "effectiveOn": "%s", "reason": "a story"}""".formatted(status, effectiveOn));
    }

    private void recordedOn(String day, String what, String body) {
        TestClock.set(LocalDate.parse(day));
        Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/agreements/" + number + "/" + what)
                .then()
                .statusCode(201);
    }

    private void assertTold(String story, int events) {
        List<CloudEvent> told = TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.agreements",
                        events,
                        Eventually.PATIENCE,
                        event -> event.aggregateId().equals(number));
        ArrayNode asTold = JSON.createArrayNode();
        for (CloudEvent event : told) {
            JsonSchemas.assertValid(EVENTS.resolve(event.type() + ".schema.json"), event.payload());
            asTold.add(asTold(event));
        }
        assertThat(told).hasSize(events);
        CommittedDocument.assertEquals(EVENTS.resolve("stories/" + story + ".json"), asTold.toPrettyString());
    }

    /** Without what is another at each run. */
    private static ObjectNode asTold(CloudEvent event) {
        ObjectNode told = JSON.createObjectNode()
                .put("type", event.type())
                .put("aggregateVersion", event.aggregateVersion())
                .put(
                        "occurredOn",
                        event.occurredAt().atZone(CALIFORNIA).toLocalDate().toString());
        return told.set("payload", payload(event));
    }

    private static JsonNode payload(CloudEvent event) {
        try {
            JsonNode payload = JSON.readTree(event.payload());
            if (payload.has("priceListId")) {
                ((ObjectNode) payload).put("priceListId", PRICE_LIST);
            }
            return payload;
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
