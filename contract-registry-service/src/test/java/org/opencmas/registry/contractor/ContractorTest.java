package org.opencmas.registry.contractor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;
import org.opencmas.testkit.fault.AtOnce;

@QuarkusTest
@DisplayName("Contractors are registered, change, and stay findable by the names they had")
class ContractorTest {
    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final String FULL = """
            {"legalName": "%s", "formerNames": ["Ye Olde Name"],
             "locations": [{"name": "HQ", "street": "1 Way", "city": "Sacramento", "state": "CA", "zip": "95814"}],
             "certificates": [{"type": "SB", "number": "7", "validFrom": "2025-01-01", "validThrough": "2026-12-31",
                               "source": "Cal eProcure", "checkedOn": "2026-01-05"},
                              {"type": "DVBE", "number": "8", "validFrom": "2025-01-01", "validThrough": "2025-01-01",
                               "source": "Cal eProcure", "checkedOn": "2026-01-05"}]}
            """;

    private static Response put(String id, String etag, String body) {
        return Registry.analyst()
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/contractors/" + id);
    }

    @Test
    @DisplayName("CON-NAME-CHANGE: a legal name that is given up becomes a former name, and the others hear of it")
    void aLegalNameThatIsGivenUpBecomesAFormerName() {
        Response created = Registry.post("/v1/contractors", FULL.formatted("Before Corp"));
        String id = created.path("contractorId");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.header("Location")).endsWith("/v1/contractors/" + id);
        created.then().body("certificates", hasSize(2)).body("locations[0].zip", equalTo("95814"));

        put(id, "\"1\"", FULL.formatted("After Corp"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("legalName", equalTo("After Corp"))
                .body("formerNames", contains("Ye Olde Name", "Before Corp"));
        given().queryParam("name", "before c").get("/v1/contractors").then().body("items.contractorId", hasItem(id));

        CloudEvent changed = TopicProbe.ofServiceUnderTest()
                .awaitOne("cmas.contractors", "contractor.changed.v1", id, Eventually.PATIENCE);
        assertThat(changed.aggregateVersion()).isEqualTo(2);
        JsonSchemas.assertValid(EVENTS.resolve("contractor.changed.v1.schema.json"), changed.payload());
        CloudEvent registered = TopicProbe.ofServiceUnderTest()
                .awaitOne("cmas.contractors", "contractor.registered.v1", id, Eventually.PATIENCE);
        JsonSchemas.assertValid(EVENTS.resolve("contractor.registered.v1.schema.json"), registered.payload());
    }

    @Test
    void aChangeThatChangesNothingKeepsTheVersion() {
        String id = Registry.contractor("Same Corp");
        put(id, "\"1\"", "{\"legalName\": \"Same Corp\"}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));
    }

    @Test
    void aChangeDecidedOnAnOlderVersionIsRefused() {
        String id = Registry.contractor("Stale Corp");
        put(id, "\"1\"", "{\"legalName\": \"Stale Corporation\"}").then().statusCode(200);
        put(id, "\"1\"", "{\"legalName\": \"Other\"}")
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/precondition-failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Once Only, Inc.", "ONCE ONLY, INC.", "  Once   Only, Inc. ", "once only, inc."})
    void aLegalNameNamesOneContractor(String again) {
        String first = Registry.contractor("Once Only, Inc.");

        Registry.post("/v1/contractors", "{\"legalName\": \"" + again + "\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/contractor-exists"))
                .body("location", equalTo("/v1/contractors/" + first));
        String other = Registry.contractor("Other Than Once, Inc.");
        put(other, "\"1\"", "{\"legalName\": \"" + again + "\"}")
                .then()
                .statusCode(409)
                .body("location", equalTo("/v1/contractors/" + first));
    }

    @Test
    void aContractorKeepsItsNameAndMayWriteItAnew() {
        String id = Registry.contractor("Rewritten Co");
        put(id, "\"1\"", "{\"legalName\": \"REWRITTEN Co\"}")
                .then()
                .statusCode(200)
                .body("legalName", equalTo("REWRITTEN Co"));
        put(id, "\"2\"", "{\"legalName\": \"Renamed From Rewritten\"}").then().statusCode(200);
        assertThat(Registry.contractor("Rewritten Co"))
                .as("a name that was given up is free")
                .isNotEqualTo(id);
    }

    @Test
    void anInvisibleCharacterInALegalNameIsRefused() {
        Registry.post("/v1/contractors", "{\"legalName\": \"Un\\u200Bseen, Inc.\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/legalName"));
    }

    @Test
    void sentAtTheSameTimeOneOfTheSameNameIsRegistered() throws Exception {
        List<Integer> answers = AtOnce.times(
                8,
                () -> Registry.post("/v1/contractors", "{\"legalName\": \"Raced Once, Inc.\"}")
                        .statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    void contractorsArePagedByName() {
        for (String letter : new String[] {"C", "A", "B"}) {
            Registry.contractor("Pagewise " + letter);
        }
        Response first =
                given().queryParam("name", "pagewise").queryParam("limit", 2).get("/v1/contractors");
        first.then().body("items.legalName", contains("Pagewise A", "Pagewise B"));
        given().urlEncodingEnabled(false)
                .get(first.<String>path("next"))
                .then()
                .body("items.legalName", contains("Pagewise C"))
                .body("next", equalTo(null));
    }

    @Test
    void changesAtTheSameMomentAreEachDoneOrRefusedAndNeverFail() throws Exception {
        String id = Registry.contractor("Raced Corp");
        String certificate = """
                {"type": "SB", "number": "%d-%d", "validFrom": "2025-01-01", "validThrough": "2026-12-31",
                 "source": "Cal eProcure", "checkedOn": "2026-01-05"}""";
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 200; i++) {
                String certificates = IntStream.range(0, i % 7)
                        .mapToObj(number -> certificate.formatted(number, number % 3))
                        .collect(Collectors.joining(",", "[", "]"));
                String body = "{\"legalName\": \"Raced Corp\", \"certificates\": " + certificates + "}";
                callers.submit(() -> statuses.add(put(id, "*", body).statusCode()));
            }
        }
        assertThat(statuses).hasSize(200).containsOnly(200);
        given().get("/v1/contractors/" + id).then().statusCode(200);
    }
}
