package org.opencmas.registry.leveragedprocurement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The registry holds the other leveraged procurement agreements, as of a day")
class LeveragedProcurementTest {
    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final String PLACE = "/v1/leveraged-procurement-agreements";
    private static final String NOT_MANDATORY = "\"mandatoryFor\": []";
    private static final String MANDATORY = """
            "mandatoryFor": [{"buyers": "STATE_DEPARTMENTS", "from": "2026-07-01", "through": "2027-06-30"}],
            "userInstructions": {"link": "https://www.dgs.ca.gov/x", "retrievedOn": "2026-06-01",
                                 "dgsSteps": ["Ask for a waiver.", "Keep it."]}""";

    /** A word that only the agreement of this test has. */
    private String word;

    private String number;

    @BeforeEach
    void choose() {
        word = "w" + UUID.randomUUID().toString().substring(0, 8);
        number = "IT-" + word;
    }

    private String terms(String more) {
        return """
                {"type": "STATEWIDE_CONTRACT", "kind": "IT", "title": "Routers of %s", "scope": "All that routes",
                 "termStart": "2026-01-01", "termEnd": "2028-12-31", "awardedTo": ["Réseau, Inc."],
                 "covered": [{"description": "Switches", "productCodes": ["43222600"]}], %s}""".formatted(word, more);
    }

    private String register(String more) {
        return Registry.post(PLACE, """
                        {"number": "%s", "terms": %s}""".formatted(number, terms(more)))
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("effectiveOn", equalTo("2026-01-01"))
                .extract()
                .path("lpaId");
    }

    private ValidatableResponse change(String id, String etag, String effectiveOn, String more) {
        return Registry.analyst()
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body("""
                        {"effectiveOn": "%s", "terms": %s}""".formatted(effectiveOn, terms(more)))
                .put(PLACE + "/" + id)
                .then();
    }

    private ValidatableResponse on(String id, String day) {
        return given().queryParam("asOf", day).get(PLACE + "/" + id).then();
    }

    private ValidatableResponse mandatory(String day) {
        return given().queryParam("asOf", day)
                .queryParam("text", word.toUpperCase(java.util.Locale.ROOT))
                .queryParam("mandatoryFor", "STATE_DEPARTMENTS")
                .get(PLACE)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName(
            "EXM-MANDATORY-FLAG, EXM-USER-INSTRUCTIONS: found as mandatory on its days only, with the steps of DGS")
    void foundAsMandatoryOnItsDaysOnly() {
        String id = register(NOT_MANDATORY);
        mandatory("2026-12-01").body("items", empty());
        on(id, "2026-12-01").statusCode(200).body("terms.userInstructions", equalTo(null));

        change(id, "\"1\"", "2026-06-15", MANDATORY).statusCode(200).header("ETag", equalTo("\"2\""));

        mandatory("2026-06-30").body("items", empty());
        mandatory("2026-07-01")
                .body("items.lpaId", contains(id))
                .body("items[0].mandatoryOnThatDayFor", contains("STATE_DEPARTMENTS"))
                .body("items[0].terms.userInstructions.dgsSteps", contains("Ask for a waiver.", "Keep it."));
        mandatory("2027-06-30").body("items.lpaId", contains(id));
        mandatory("2027-07-01").body("items", empty());
        on(id, "2026-06-14").body("terms.mandatoryFor", empty()).body("inTerm", equalTo(true));
        on(id, "2025-12-31").statusCode(404);
        on(id, "2029-01-01").body("inTerm", equalTo(false)).body("mandatoryOnThatDayFor", empty());
    }

    @Test
    void foundByWhatItCoversAndByNarrowing() {
        String id = register(NOT_MANDATORY);
        for (String text : List.of(word, "reseau", "43222600", "ALL THAT ROUTES")) {
            given().queryParam("text", text)
                    .queryParam("limit", 200)
                    .get(PLACE)
                    .then()
                    .body("items.lpaId", hasItem(id));
        }
        given().queryParam("text", "100%_" + word)
                .get(PLACE)
                .then()
                .statusCode(200)
                .body("items", empty());
        given().queryParam("text", word)
                .queryParam("type", "CMAS")
                .get(PLACE)
                .then()
                .body("items", empty());
        given().queryParam("text", word)
                .queryParam("type", "STATEWIDE_CONTRACT")
                .queryParam("kind", "IT")
                .get(PLACE)
                .then()
                .body("items", hasSize(1));
        given().queryParam("limit", 1).get(PLACE).then().body("items", hasSize(1));
    }

    @Test
    void oneNumberNamesOneAgreementAndAStaleChangeIsRefused() {
        String id = register(NOT_MANDATORY);
        Registry.post(PLACE, """
                        {"number": "%s", "terms": %s}""".formatted(number.toLowerCase(java.util.Locale.ROOT), terms(NOT_MANDATORY)))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/lpa-exists"))
                .body("location", equalTo(PLACE + "/" + id));
        change(id, "\"1\"", "2026-01-01", NOT_MANDATORY).statusCode(200).header("ETag", equalTo("\"1\""));
        change(id, "\"1\"", "2026-02-01", MANDATORY).statusCode(200);
        change(id, "\"1\"", "2026-03-01", NOT_MANDATORY).statusCode(412);
        change(id, "\"2\"", "2026-03-01", """
                "mandatoryFor": [{"buyers": "STATE_DEPARTMENTS", "from": "2026-07-01", "through": "2026-06-30"}]""")
                .statusCode(400)
                .body("errors.pointer", contains("/terms/mandatoryFor/0/through"));
    }

    @Test
    @DisplayName("a consumer that starts from nothing rebuilds what the registry answers, for every day")
    void aConsumerThatStartsFromNothingRebuildsTheSame() throws IOException {
        String id = register(NOT_MANDATORY);
        change(id, "\"1\"", "2026-09-01", MANDATORY).statusCode(200);
        change(id, "\"2\"", "2026-05-01", NOT_MANDATORY.replace("[]", """
                [{"buyers": "LOCAL_AGENCIES", "from": "2026-05-01"}]""")).statusCode(200);
        change(id, "\"3\"", "2026-09-01", NOT_MANDATORY).statusCode(200);

        List<CloudEvent> told = TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.lpas",
                        4,
                        Eventually.PATIENCE,
                        event -> event.aggregateId().equals(id));
        NavigableMap<LocalDate, JsonNode> rebuilt = new TreeMap<>();
        for (CloudEvent event : told) {
            JsonSchemas.assertValid(EVENTS.resolve(event.type() + ".schema.json"), event.payload());
            JsonNode state = new ObjectMapper().readTree(event.payload());
            rebuilt.put(LocalDate.parse(state.path("effectiveOn").asText()), state.path("terms"));
        }
        assertThat(told).extracting(CloudEvent::aggregateVersion).containsExactly(1L, 2L, 3L, 4L);
        for (LocalDate day : List.of(
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 4, 30),
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 8, 31),
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2030, 1, 1))) {
            JsonNode answered = new ObjectMapper()
                    .readTree(on(id, day.toString()).statusCode(200).extract().asString());
            assertThat(answered.path("terms"))
                    .as("%s", day)
                    .isEqualTo(rebuilt.floorEntry(day).getValue());
        }
        given().get(PLACE + "/" + UUID.randomUUID()).then().statusCode(404).body("type", not(empty()));
    }
}
