package org.opencmas.registry.contractor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
import org.opencmas.registry.TestClock;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("CON-NAME-CHANGE: a legal name changes by a request, a second person's decision and supplements")
class NameChangeTest {
    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private String oldName;
    private String newName;
    private String contractor;

    @BeforeEach
    void register() {
        TestClock.set(TODAY);
        String mark = UUID.randomUUID().toString().substring(0, 8);
        oldName = "Old Name " + mark;
        newName = "New Name " + mark;
        contractor = Registry.contractor(oldName);
    }

    @AfterEach
    void backToTheSystemsTime() {
        TestClock.reset();
    }

    private String place() {
        return "/v1/contractors/" + contractor + "/name-changes";
    }

    private ValidatableResponse request(String token, String name, LocalDate changedOn) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("""
                        {"newLegalName": "%s", "legalChangeOn": "%s", "evidence": [{"description": "Certificate of amendment"}]}""".formatted(name, changedOn))
                .post(place())
                .then();
    }

    private ValidatableResponse act(String token, String path, String etag, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(body)
                .post(place() + "/" + path)
                .then();
    }

    private static String decision(String decision) {
        return "{\"decision\": \"%s\", \"reason\": \"seen\"}".formatted(decision);
    }

    private String printedOn(String number, String day) {
        return given().queryParam("asOf", day)
                .get("/v1/agreements/" + number)
                .then()
                .statusCode(200)
                .extract()
                .path("contractorName");
    }

    @Test
    void fromTheRequestToTheAgreements() {
        String number = Registry.agreement(oldName);
        String later = Registry.agreement(oldName);
        Registry.analyst()
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body("""
                        {"effectiveOn": "2027-01-01", "termStart": "2026-01-01", "termEnd": "2029-12-31", "forUseBy": "STATE_ONLY",
                         "nspProvision": false, "baseContract": {"number": "GS-1", "type": "GSA", "holder": "H"}}""")
                .post("/v1/agreements/" + later + "/supplements")
                .then()
                .statusCode(201);
        String id = request(Tokens.contractor(contractor), newName, TODAY)
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("REQUESTED"))
                .body("agreements.cmasNumber", containsInAnyOrder(number, later))
                .body("agreements.printsNewName", contains(false, false))
                .extract()
                .path("caseId");
        act(Tokens.of("dgs-analyst"), id + "/supplements", "\"1\"", "{\"effectiveOn\": \"2026-12-01\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/name-change-not-approved"));

        act(Tokens.of("dgs-approver"), id + "/decision", "\"1\"", decision("APPROVED"))
                .statusCode(200)
                .body("state", equalTo("APPROVED"));

        given().get("/v1/contractors/" + contractor)
                .then()
                .body("legalName", equalTo(newName))
                .body("formerNames", hasItem(oldName));
        assertThat(printedOn(number, "2026-12-01")).isEqualTo(oldName);

        act(Tokens.of("dgs-analyst"), id + "/supplements", "\"2\"", "{\"effectiveOn\": \"2026-11-01\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/effectiveOn"));
        act(Tokens.of("dgs-analyst"), id + "/supplements", "\"2\"", "{\"effectiveOn\": \"2126-12-01\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/effectiveOn"));
        act(Tokens.of("dgs-analyst"), id + "/supplements", "\"2\"", "{\"effectiveOn\": \"2026-12-01\"}")
                .statusCode(200)
                .body("state", equalTo("COMPLETED"));

        for (String each : List.of(number, later)) {
            assertThat(printedOn(each, "2026-11-30")).isEqualTo(oldName);
            assertThat(printedOn(each, "2026-12-01")).isEqualTo(newName);
            assertThat(printedOn(each, "2027-01-01")).isEqualTo(newName);
        }
        given().queryParam("asOf", "2027-01-01")
                .get("/v1/agreements/" + later)
                .then()
                .body("forUseBy", equalTo("STATE_ONLY"))
                .body("supplementNumber", equalTo(3));
        List<CloudEvent> told = TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.contractors",
                        3,
                        Eventually.PATIENCE,
                        event -> event.aggregateId().equals(id));
        assertThat(told)
                .extracting(CloudEvent::type)
                .containsExactly("name-change.requested.v1", "name-change.decided.v1", "name-change.completed.v1");
        assertThat(told).extracting(CloudEvent::aggregateVersion).containsExactly(1L, 2L, 3L);
        told.forEach(event -> JsonSchemas.assertValid(EVENTS.resolve(event.type() + ".schema.json"), event.payload()));
    }

    @Test
    void aTerminatedAgreementIsLeftAsItIs() {
        String number = Registry.agreement(oldName);
        Registry.analyst()
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body("{\"status\": \"TERMINATED\", \"reason\": \"test\"}")
                .post("/v1/agreements/" + number + "/status-changes")
                .then()
                .statusCode(201);
        String id = request(Tokens.of("dgs-analyst"), newName, TODAY)
                .statusCode(201)
                .body("agreements", empty())
                .extract()
                .path("caseId");
        act(Tokens.person("another", "dgs-approver"), id + "/decision", "\"1\"", decision("APPROVED"))
                .statusCode(200);
        act(Tokens.of("dgs-analyst"), id + "/supplements", "\"2\"", "{\"effectiveOn\": \"2026-12-01\"}")
                .statusCode(200);
        assertThat(printedOn(number, "2026-12-01")).isEqualTo(oldName);
    }

    @Test
    void whoeverAskedDoesNotDecideAndNothingIsDecidedTwice() {
        String both = Tokens.person("one-person", "dgs-analyst", "dgs-approver");
        String id = request(both, newName, TODAY).statusCode(201).extract().path("caseId");
        act(both, id + "/decision", "\"1\"", decision("APPROVED"))
                .statusCode(409)
                .body("type", equalTo("/problems/second-person-needed"));
        act(Tokens.of("dgs-approver"), id + "/decision", "\"1\"", decision("REFUSED"))
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
        act(Tokens.of("dgs-approver"), id + "/decision", "\"2\"", decision("APPROVED"))
                .statusCode(409)
                .body("type", equalTo("/problems/name-change-decided"));
        given().get("/v1/contractors/" + contractor).then().body("legalName", equalTo(oldName));
        request(both, newName, TODAY).statusCode(201);
    }

    @Test
    void oneCaseIsOpenAndTheNameHasChangedAndIsFree() {
        request(Tokens.of("dgs-analyst"), newName, TODAY.plusDays(1))
                .statusCode(400)
                .body("errors.pointer", contains("/legalChangeOn"));
        request(Tokens.of("dgs-analyst"), oldName.toUpperCase(java.util.Locale.ROOT), TODAY)
                .statusCode(400)
                .body("errors.pointer", contains("/newLegalName"));
        String other = "Other " + newName;
        Registry.contractor(other);
        request(Tokens.of("dgs-analyst"), other, TODAY)
                .statusCode(409)
                .body("type", equalTo("/problems/contractor-exists"));
        String id = request(Tokens.of("dgs-analyst"), newName, TODAY)
                .statusCode(201)
                .extract()
                .path("caseId");
        request(Tokens.of("dgs-analyst"), "Third " + newName, TODAY)
                .statusCode(409)
                .body("location", equalTo(place() + "/" + id));
    }

    @Test
    void aContractorAsksForItsOwnAndSeesItsOwn() {
        String other = Tokens.contractor(UUID.randomUUID());
        request(other, newName, TODAY).statusCode(404);
        String id = request(Tokens.contractor(contractor), newName, TODAY)
                .statusCode(201)
                .extract()
                .path("caseId");
        given().auth().oauth2(other).get(place() + "/" + id).then().statusCode(404);
        given().auth().oauth2(Tokens.contractor(contractor)).get(place()).then().body("items", hasSize(1));
        given().auth()
                .oauth2(Tokens.buyer(UUID.randomUUID()))
                .get(place() + "/" + id)
                .then()
                .statusCode(200);
        given().get(place()).then().statusCode(401);
        act(Tokens.contractor(contractor), id + "/decision", "\"1\"", decision("APPROVED"))
                .statusCode(403);
    }
}
