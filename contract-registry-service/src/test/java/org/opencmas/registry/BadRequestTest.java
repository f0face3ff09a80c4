package org.opencmas.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@DisplayName("A request that is malformed, unauthorized or about nothing is met with a problem that names every fault")
class BadRequestTest extends BadInput {

    @Test
    void malformedJsonIsRefused() {
        post("/v1/contractors", "{\"legalName\": ").statusCode(400).contentType("application/problem+json");
    }

    @Test
    void anAbsentBody() {
        Registry.analyst()
                .contentType(ContentType.JSON)
                .post("/v1/contractors")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void anotherMediaType() {
        Registry.analyst()
                .contentType("application/xml")
                .body("<contractor/>")
                .post("/v1/contractors")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void unknownFieldsAndWrongTypesAreAllNamed() {
        post("/v1/agreements", """
                        {"cmasNumber": "4-26-01-0001", "contractorId": "no-uuid", "termStart": "tomorrow", "termEnd": "2028-12-31",
                         "forUseBy": "EVERYBODY", "nspProvision": "perhaps", "termsEnd": "2028-01-01"}
                        """)
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/contractorId", "/termStart", "/forUseBy", "/nspProvision", "/termsEnd"));
    }

    @Test
    void missingFieldsAreAllNamed() {
        post("/v1/agreements", "{\"cmasNumber\": \" \"}")
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/cmasNumber", "/contractorId", "/termStart", "/termEnd", "/forUseBy"));
    }

    @ParameterizedTest
    @CsvSource({"250000", "'\"0.00\"'", "'\"-1.00\"'", "'\"1.001\"'", "'\"$5\"'", "'\"1e6\"'"})
    void moneyThatIsNoPositiveAmountInAString(String limit) {
        String body = Registry.agreementBody("4-26-01-0001", UNKNOWN).replace("\"250000.00\"", limit);
        post("/v1/agreements", body).statusCode(400).body("errors.pointer", contains("/stateOrderLimit"));
    }

    @Test
    void aBodyOfTenMegabytes() {
        post("/v1/contractors", "{\"legalName\": \"" + "a".repeat(10 << 20) + "\"}")
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void aRequestWithoutAnIdempotencyKey() {
        given().auth()
                .oauth2(Tokens.of("dgs-analyst"))
                .contentType(ContentType.JSON)
                .body("{\"legalName\": \"No Key\"}")
                .post("/v1/contractors")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("Idempotency-Key"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/contractors, {}",
        "/v1/agreements, {}",
        "/v1/agreements/4-26-01-0001/supplements, {}",
        "/v1/agreements/4-26-01-0001/status-changes, {}"
    })
    @DisplayName("Writing needs a token (401) and the role dgs-analyst (403)")
    void writingNeedsATokenAndTheRole(String path, String body) {
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", "k")
                .body(body)
                .post(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.buyer(UUID.randomUUID()))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "k")
                .body(body)
                .post(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/agreements/4-01-01-9999",
        "/v1/agreements/4-01-01-9999/supplements",
        "/v1/agreements/4-01-01-9999/price-list",
        "/v1/contractors/" + UNKNOWN,
        "/v1/price-list-imports/" + UNKNOWN
    })
    void whatIsNotThere(String path) {
        problem(given().get(path).then(), 404, "not-found");
    }

    @Test
    void anAgreementWithoutAPriceListAndAnItemThatIsNotOnIt() {
        problem(given().get("/v1/agreements/" + agreement + "/price-list").then(), 404, "not-found")
                .body("detail", containsString("price list"));
    }

    @Test
    void aChangeWithoutIfMatchAndWithAStaleOne() {
        String status = "{\"status\": \"SUSPENDED\", \"reason\": \"x\"}";
        problem(post("/v1/agreements/" + agreement + "/status-changes", status), 428, "precondition-required");
        problem(
                Registry.analyst()
                        .header("If-Match", "\"999\"")
                        .contentType(ContentType.JSON)
                        .body(status)
                        .post("/v1/agreements/" + agreement + "/status-changes")
                        .then(),
                412,
                "precondition-failed");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=201, limit",
        "limit=many, limit",
        "cursor=made-up, cursor",
        "kind=SOFT, kind",
        "asOf=2026-02-30, asOf"
    })
    void queryParametersOfTheSearch(String query, String parameter) {
        given().get("/v1/agreements?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", contains(parameter));
    }
}
