package org.opencmas.journal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.opencmas.journal.ServiceFixture.await;
import static org.opencmas.journal.ServiceFixture.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.journal.proof.JournalVerifier;
import org.opencmas.testkit.Management;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A service with the journal shows its feed, its parked events and its state")
final class JournalInQuarkusTest {

    @Inject
    Journal journal;

    @Inject
    FragileHandler handler;

    /** One story for all tests of the class: a well aggregate, and one whose second event cannot be handled. */
    @BeforeEach
    void recordOnce() throws Exception {
        if (handler.handledEvents().isEmpty()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> journal.append(
                            new Actor("a buyer", "an agency", "a request"),
                            event("sick", 1),
                            event("sick", 2),
                            event("sick", 3),
                            event("well", 1)));
            await("the neighbours", () -> handler.handledEvents().contains("well:1"));
            await("both sick ones parked, and not tried again any more", () -> waiting() == 2);
        }
    }

    @Test
    void theFeedIsReadPageByPage() {
        String next = as("auditor")
                .get("/v1/feed?limit=3")
                .then()
                .statusCode(200)
                .body("events.position", equalTo(List.of(1, 2, 3)))
                .body("events[0].hash", matchesPattern("[0-9a-f]{64}"))
                .body("events[0].type", equalTo("order.issued.v1"))
                .body("events[0].source", equalTo("/journal-test"))
                .body("events[0].topic", equalTo("cmas.orders"))
                .body("events[0].subject", equalTo("sick"))
                .body("events[0].aggregateVersion", equalTo(1))
                .body("events[0].time", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("events[0].actor", equalTo("a buyer"))
                .body("events[0].onBehalfOf", equalTo("an agency"))
                .body("events[0].data.version", equalTo(1))
                .body("next", equalTo("/v1/feed?after=3&limit=3"))
                .extract()
                .path("next");
        as("dgs-analyst").get(next).then().statusCode(200).body("events[0].position", equalTo(4));
        as("compliance-reviewer")
                .get("/v1/feed?after=1000000")
                .then()
                .statusCode(200)
                .body("events", equalTo(List.of()))
                .body("next", equalTo("/v1/feed?after=1000000&limit=100"));
    }

    @Test
    void whatTheFeedShowsIsEnoughToVerifyIt() throws Exception {
        String page = as("auditor").get("/v1/feed?limit=1000").asString();
        assertThat(new JournalVerifier().follow(JournalVerifier.readPage(page))).isEmpty();
        assertThat(JournalVerifier.readPage(page)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void anAuditorAsksWhatAPersonDidAndWhatWasDoneToAnObject() {
        String next = as("auditor")
                .queryParam("actor", "a buyer")
                .get("/v1/journal/entries?limit=2")
                .then()
                .statusCode(200)
                .body("entries.actor", equalTo(List.of("a buyer", "a buyer")))
                .body("entries[0].subject", equalTo("well"))
                .body("entries[1].subject", equalTo("sick"))
                .body("entries[1].aggregateVersion", equalTo(3))
                .body("entries[0].requestId", equalTo("a request"))
                .extract()
                .path("next");
        assertThat(next).startsWith("/v1/journal/entries?actor=a%20buyer&limit=2&before=");
        as("auditor")
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("entries.aggregateVersion", equalTo(List.of(2, 1)));
        as("dgs-analyst")
                .queryParam("actor", "a buyer")
                .get("/v1/journal/entries?subject=well")
                .then()
                .body("entries.subject", equalTo(List.of("well")))
                .body("next", nullValue());
        as("auditor")
                .get("/v1/journal/entries?subject=nothing")
                .then()
                .statusCode(200)
                .body("entries", equalTo(List.of()));
    }

    @Test
    void anAuditorAsksHowItWasAtATime() {
        String recorded = as("auditor").get("/v1/feed?limit=1").then().extract().path("events[0].time");
        Instant before = Instant.parse(recorded).minusMillis(1);
        as("auditor")
                .get("/v1/journal/entries?subject=well&until=" + before)
                .then()
                .statusCode(200)
                .body("entries", equalTo(List.of()));
        as("auditor")
                .get("/v1/journal/entries?subject=well&until=" + recorded + "&from=" + recorded)
                .then()
                .body("entries.subject", equalTo(List.of("well")));
    }

    @Test
    void whatWasSignedIsForAuditorsAndTheKeysAreForEverybody() {
        as("auditor")
                .get("/v1/journal/checkpoints")
                .then()
                .statusCode(200)
                .body("checkpoints", equalTo(List.of()))
                .body("next", equalTo("/v1/journal/checkpoints?after=0&limit=100"));
        given().get("/v1/journal/keys").then().statusCode(200).body("keys", equalTo(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=1",
                "type=order.issued.v1",
                "actor=",
                "actor=a&until=yesterday",
                "actor=a&before=1",
                "subject=a&limit=201"
            })
    void whatAsksForTheWholeJournalOrForNothingIsRefused(String query) {
        as("auditor")
                .get("/v1/journal/entries?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "0001-01-01T00:00:00Z"
            })
    void aMomentOutsideOfTheProgramsDaysIsRefusedByItsName(String moment) {
        for (String parameter : List.of("from", "until")) {
            as("auditor")
                    .queryParam("actor", "a buyer")
                    .queryParam(parameter, moment)
                    .get("/v1/journal/entries")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.parameter", equalTo(List.of(parameter)));
        }
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=1001", "limit=ten", "after=-1", "after=first"})
    void aFeedThatCannotBeAskedForIsRefused(String query) {
        as("auditor").get("/v1/feed?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/feed", "/v1/parked-events", "/v1/journal/checkpoints", "/v1/journal/entries?actor=a"})
    void theJournalIsNotForEverybody(String path) {
        given().get(path).then().statusCode(401);
        as("contractor").get(path).then().statusCode(403);
        as("agency-buyer").get(path).then().statusCode(403);
    }

    @Test
    void onlyAnApproverReplaysAndOnlyWhatExists() {
        as("dgs-analyst").post("/v1/parked-events/1/replay").then().statusCode(403);
        as("dgs-approver").post("/v1/parked-events/999999/replay").then().statusCode(404);
    }

    @Test
    void aParkedEventTellsWhyAndIsReplayedWithThoseThatWaitOnceMended() throws Exception {
        as("dgs-analyst")
                .get("/v1/parked-events")
                .then()
                .statusCode(200)
                .body("waiting", equalTo(2))
                .body("events.state", equalTo(List.of("PARKED", "PARKED")))
                .body("events[0].attempts", equalTo(0))
                .body("events[1].attempts", equalTo(4))
                .body("events[1].error", containsString("version 2 is too much"))
                .body("events[1].payload", equalTo("{\"version\":2}"));
        Management.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'parked-events' }.data.parked", equalTo(2));
        String replay = "/v1/parked-events/" + parked().getLast() + "/replay";
        as("dgs-approver")
                .post(replay)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/parked-event-fails-again"))
                .body("replayed", equalTo(0));

        as("dgs-approver")
                .get("/v1/parked-events")
                .then()
                .body("causes[0].cause", equalTo("FAILING"))
                .body("causes[0].type", equalTo("order.issued.v1"))
                .body("causes[0].keys", equalTo(1));
        for (String wrong : List.of("{}", "{\"cause\": \"NONE\"}", "[]")) {
            as("dgs-approver")
                    .body(wrong)
                    .post("/v1/parked-events/replays")
                    .then()
                    .statusCode(400);
        }
        as("dgs-analyst")
                .body("{\"cause\": \"FAILING\"}")
                .post("/v1/parked-events/replays")
                .then()
                .statusCode(403);
        as("dgs-approver")
                .body("{\"cause\": \"OUT_OF_STEP\"}")
                .post("/v1/parked-events/replays")
                .then()
                .statusCode(200)
                .body("scheduled", equalTo(0));

        handler.mend();
        as("dgs-approver").post(replay).then().statusCode(200).body("replayed", equalTo(2));
        as("dgs-approver").post(replay).then().statusCode(200).body("replayed", equalTo(0));
        as("auditor")
                .get("/v1/parked-events")
                .then()
                .body("waiting", equalTo(0))
                .body("events.state", hasItem("REPLAYED"));
        assertThat(handler.handledEvents())
                .filteredOn(name -> name.startsWith("sick"))
                .containsExactly("sick:1", "sick:2", "sick:3");

        // What comes later no longer waits; version 2 of this one is handled at once.
        QuarkusTransaction.requiringNew().run(() -> journal.append(Actor.system("test"), event("sick", 4)));
        await("the next event", () -> handler.handledEvents().contains("sick:4"));
    }

    @Test
    void readinessTellsOfDatabaseBrokerRelayAndParkedEvents() {
        Management.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("database"))
                .body("checks.find { it.name == 'broker' }.data.reachable", equalTo(true))
                .body("checks.find { it.name == 'relay' }.data.activeHere", equalTo(true))
                .body("checks.name", hasItem("parked-events"));
    }

    @Test
    void metricsTellOfRelayAndHandling() {
        String metrics = Management.get("/q/metrics").asString();
        assertThat(metrics)
                .contains(
                        "cmas_events_published_total",
                        "cmas_events_handled_total",
                        "cmas_events_failures_total",
                        "cmas_events_relay_lag",
                        "cmas_events_parked");
    }

    /** The ids of the events that wait, the latest first. */
    private static int waiting() {
        return as("auditor").get("/v1/parked-events").then().extract().path("waiting");
    }

    private static List<Integer> parked() {
        return as("auditor")
                .get("/v1/parked-events")
                .then()
                .statusCode(200)
                .extract()
                .path("events.id");
    }

    private static RequestSpecification as(String role) {
        return given().header("Authorization", "Bearer " + Tokens.of(role)).contentType(ContentType.JSON);
    }
}
