package org.opencmas.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A consumer that starts from nothing rebuilds what the registry answers, from its events alone")
class RebuiltFromEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINES = 1_100;

    /** What a consumer keeps of one agreement. */
    private static final class Rebuilt {
        private final Map<Integer, ObjectNode> supplements = new TreeMap<>();
        private final Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
        private final Map<String, JsonNode> documents = new LinkedHashMap<>();
        private final Set<String> withdrawn = new java.util.TreeSet<>();
        private JsonNode timeline = JSON.createArrayNode();
        private JsonNode list = JSON.createObjectNode();
        private long version;

        void take(CloudEvent event) throws JsonProcessingException {
            assertThat(event.aggregateVersion()).isEqualTo(++version);
            JsonNode payload = JSON.readTree(event.payload());
            switch (event.type()) {
                case "agreement.registered.v1", "agreement.supplemented.v1" -> {
                    supplements.put(payload.path("supplementNumber").asInt(), (ObjectNode) payload);
                    timeline = payload.path("statusTimeline");
                }
                case "agreement.status-changed.v1" -> timeline = payload.path("statusTimeline");
                case "price-list.part.v1" ->
                    payload.path("lines")
                            .forEach(line -> parts.computeIfAbsent(
                                            payload.path("priceListId").asText(), id -> new ArrayList<>())
                                    .add(line));
                case "price-list.published.v1" -> list = payload;
                case "agreement.document-recorded.v1" ->
                    documents.put(payload.path("documentId").asText(), payload);
                case "agreement.document-withdrawn.v1" ->
                    withdrawn.add(payload.path("documentId").asText());
                default -> throw new AssertionError("a consumer does not know " + event.type());
            }
        }
    }

    private String number;

    private String change(String what, String body, int status) {
        return Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/agreements/" + number + "/" + what)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    private static String supplement(String effectiveOn, String termEnd) {
        return """
                {"effectiveOn": "%s", "termStart": "2026-01-01", "termEnd": "%s", "forUseBy": "STATE_ONLY", "nspProvision": true,
                 "categories": ["OTHER_GOODS"], "stateOrderLimit": "90000.00",
                 "baseContract": {"number": "GS-1", "type": "GSA", "holder": "H"}}
                """.formatted(effectiveOn, termEnd);
    }

    private String referTo(String title) {
        return Registry.post("/v1/agreements/" + number + "/documents/references", """
                        {"part": "COVER_PAGES", "title": "%s", "link": "https://www.dgs.ca.gov/%s", "retrievedOn": "2026-01-05"}
                        """.formatted(title, title))
                .then()
                .statusCode(201)
                .extract()
                .path("documentId");
    }

    private static JsonNode asked(String path) throws JsonProcessingException {
        return JSON.readTree(given().get(path).then().statusCode(200).extract().asString());
    }

    @Test
    void anAgreementWithAllThatHappenedToIt() throws JsonProcessingException {
        number = Registry.agreement("Rebuilt From Events");
        change("supplements", supplement("2027-01-01", "2029-12-31"), 201);
        change("supplements", supplement("2026-06-01", "2028-06-30"), 201);
        change(
                "status-changes",
                "{\"status\": \"SUSPENDED\", \"effectiveOn\": \"2026-05-01\", \"reason\": \"x\"}",
                201);
        change("status-changes", "{\"status\": \"ACTIVE\", \"effectiveOn\": \"2026-05-09\", \"reason\": \"y\"}", 201);
        var csv = new StringBuilder("item_id,description,unit,price,base_price,kind\n");
        for (int i = 0; i < LINES; i++) {
            csv.append("I-%04d,Item %d,each,%d.125,9999.00,GOODS\n".formatted(i, i, i));
        }
        Registry.importList(number, 1, csv.toString()).then().statusCode(201);
        String kept = referTo("kept");
        String gone = referTo("gone");
        Registry.post(
                        "/v1/agreements/" + number + "/documents/" + gone + "/withdrawal",
                        "{\"reason\": \"the wrong one\"}")
                .then()
                .statusCode(200);

        Rebuilt rebuilt = rebuilt();

        assertThat(rebuilt.withdrawn).containsExactly(gone);
        assertThat(rebuilt.documents).containsOnlyKeys(kept, gone);
        JsonNode answered = asked("/v1/agreements/" + number + "/supplements").path("items");
        assertThat(answered).hasSameSizeAs(rebuilt.supplements.values()).hasSize(3);
        for (JsonNode each : answered) {
            ObjectNode told =
                    rebuilt.supplements.get(each.path("supplementNumber").asInt());
            told.set("statusTimeline", rebuilt.timeline);
            told.set("status", each.path("status"));
            told.properties()
                    .forEach(field -> assertThat(each.path(field.getKey()))
                            .as(field.getKey())
                            .isEqualTo(field.getValue()));
        }
        assertThat(rebuilt.version)
                .isEqualTo(Long.parseLong(Registry.etag(number).replace("\"", "")));
        assertSameList(rebuilt);
    }

    /** All events of the agreement, in their order, until the version that the registry answers. */
    private Rebuilt rebuilt() throws JsonProcessingException {
        int version = Integer.parseInt(Registry.etag(number).replace("\"", ""));
        var rebuilt = new Rebuilt();
        for (CloudEvent event : TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.agreements",
                        version,
                        Eventually.PATIENCE,
                        each -> each.aggregateId().equals(number))) {
            rebuilt.take(event);
        }
        return rebuilt;
    }

    private void assertSameList(Rebuilt rebuilt) throws JsonProcessingException {
        List<JsonNode> lines =
                rebuilt.parts.get(rebuilt.list.path("priceListId").asText());
        assertThat(lines).hasSize(LINES).hasSize(rebuilt.list.path("lineCount").asInt());
        String next = "/v1/agreements/" + number + "/price-list?asOf=2027-01-01&limit=200";
        int place = 0;
        while (next != null) {
            JsonNode page = asked(next);
            assertThat(page.path("sha256")).isEqualTo(rebuilt.list.path("sha256"));
            for (JsonNode line : page.path("items")) {
                JsonNode told = lines.get(place++);
                told.properties()
                        .forEach(field -> assertThat(line.path(field.getKey())).isEqualTo(field.getValue()));
            }
            next = page.path("next").asText(null);
        }
        assertThat(place).isEqualTo(LINES);
    }

    @Test
    void aContractorAsItsLastEventTellsIt() throws JsonProcessingException {
        String id = Registry.contractor("Rebuilt Contractor");
        Registry.analyst()
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body("{\"legalName\": \"Rebuilt Contractor, LLC\", \"locations\": []}")
                .put("/v1/contractors/" + id)
                .then()
                .statusCode(200);
        CloudEvent last = TopicProbe.ofServiceUnderTest()
                .awaitOne("cmas.contractors", "contractor.changed.v1", id, Eventually.PATIENCE);
        JsonNode answered = asked("/v1/contractors/" + id);
        JSON.readTree(last.payload())
                .properties()
                .forEach(field -> assertThat(answered.path(field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(field.getValue()));
        assertThat(answered.path("formerNames").get(0).asText()).isEqualTo("Rebuilt Contractor");
    }
}
