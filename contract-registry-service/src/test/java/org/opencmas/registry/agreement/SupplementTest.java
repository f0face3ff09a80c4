package org.opencmas.registry.agreement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.registry.Registry;

@QuarkusTest
@DisplayName("CON-SUPPLEMENT: supplements are whole, dated twice, and numbered ascending")
class SupplementTest {
    private String number;

    @BeforeEach
    void register() {
        number = Registry.agreement("Supplemented Inc.");
    }

    private ValidatableResponse supplement(String fields) {
        return change("supplements", """
                {%s, "termStart": "2026-01-01", "termEnd": "2029-06-30", "forUseBy": "STATE_ONLY", "nspProvision": false,
                 "baseContract": {"number": "GS-1", "type": "GSA", "holder": "H"}}
                """.formatted(fields));
    }

    private ValidatableResponse change(String what, String body) {
        return Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/agreements/" + number + "/" + what)
                .then();
    }

    private ValidatableResponse status(String status) {
        return change("status-changes", "{\"status\": \"%s\", \"reason\": \"test\"}".formatted(status));
    }

    @ParameterizedTest(name = "on {0} the term ends {1}")
    @CsvSource({"2026-01-01, 2028-12-31", "2026-06-30, 2028-12-31", "2026-07-01, 2029-06-30", "2030-01-01, 2029-06-30"})
    void theTermsInForceAreThoseThatTookEffectLast(String asOf, String termEnd) {
        supplement("\"effectiveOn\": \"2026-07-01\"").statusCode(201).header("ETag", equalTo("\"2\""));
        given().queryParam("asOf", asOf)
                .get("/v1/agreements/" + number)
                .then()
                .statusCode(200)
                .body("termEnd", equalTo(termEnd));
    }

    @ParameterizedTest(name = "on {0} expired: {1}")
    @CsvSource({"2026-01-01, false", "2028-12-31, false", "2029-01-01, true"})
    @DisplayName("CON-ACTIVE-CHECK: expiry is worked out from the last day of the term, whatever the status")
    void expiryIsWorkedOut(String asOf, boolean expired) {
        given().queryParam("asOf", asOf)
                .get("/v1/agreements/" + number)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("expired", equalTo(expired));
    }

    @Test
    void beforeTheFirstDayNothingIsInForce() {
        given().queryParam("asOf", "2025-12-31")
                .get("/v1/agreements/" + number)
                .then()
                .statusCode(404);
    }

    @Test
    void whatWasRecordedLaterCanBeLeftOut() {
        String recordedAt = given().get("/v1/agreements/" + number).path("recordedAt");
        supplement("\"effectiveOn\": \"2026-07-01\"").statusCode(201);
        given().queryParam("asOf", "2026-12-31")
                .queryParam("knownAt", recordedAt)
                .get("/v1/agreements/" + number)
                .then()
                .statusCode(200)
                .body("supplementNumber", equalTo(0));
    }

    @Test
    void supplementNumbersAscend() {
        supplement("\"effectiveOn\": \"2026-07-01\", \"supplementNumber\": 3")
                .statusCode(201)
                .body("supplementNumber", equalTo(3));
        supplement("\"effectiveOn\": \"2026-07-02\", \"supplementNumber\": 3")
                .statusCode(409)
                .body("type", equalTo("/problems/supplement-number-taken"))
                .body("latestSupplement", equalTo(3));
        supplement("\"effectiveOn\": \"2026-07-02\"").statusCode(201).body("supplementNumber", equalTo(4));
    }

    @Test
    void noneTakesEffectBeforeTheOriginal() {
        supplement("\"effectiveOn\": \"2025-12-31\"").statusCode(400).body("errors.pointer", hasItem("/effectiveOn"));
    }

    @Test
    void aTerminatedAgreementTakesNeitherSupplementNorListNorStatus() {
        status("TERMINATED").statusCode(201).body("status", equalTo("TERMINATED"));
        supplement("\"effectiveOn\": \"2026-07-01\"")
                .statusCode(409)
                .body("type", equalTo("/problems/agreement-terminated"));
        status("ACTIVE").statusCode(409).body("type", equalTo("/problems/status-change-impossible"));
        Registry.importList(number, 0, "item_id,description,unit,price\nA,B,C,1\n")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/agreement-terminated"));
    }

    @Test
    @DisplayName("GEN-NOT-A-BID-PROGRAM: a suspended agreement becomes active only with a base contract")
    void aSuspendedAgreementNeedsABaseContractToBecomeActive() {
        String contractorId = given().get("/v1/agreements/" + number).path("contractorId");
        number = Registry.freshNumber();
        Registry.post("/v1/agreements", """
                        {"cmasNumber": "%s", "contractorId": "%s", "status": "SUSPENDED", "termStart": "2026-01-01",
                         "termEnd": "2026-12-31", "forUseBy": "STATE_ONLY", "nspProvision": false}
                        """.formatted(number, contractorId))
                .then()
                .statusCode(201);
        status("ACTIVE").statusCode(422).body("errors.pointer", hasItem("/baseContract"));
        supplement("\"effectiveOn\": \"2026-02-01\"").statusCode(201);
        status("ACTIVE").statusCode(201).body("status", equalTo("ACTIVE"));
    }
}
