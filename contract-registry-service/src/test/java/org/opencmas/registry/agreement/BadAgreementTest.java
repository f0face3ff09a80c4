package org.opencmas.registry.agreement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.registry.BadInput;
import org.opencmas.registry.Registry;

@QuarkusTest
@DisplayName(
        "Agreements, contractors and codes that no rule allows are refused with every fault, and nothing is stored")
class BadAgreementTest extends BadInput {
    @ParameterizedTest
    @CsvSource({
        "7-20-99-42, 400, another leveraged procurement agreement",
        "1-22-23-20A, 400, another leveraged procurement agreement",
        "GS-35F-0119Y, 400, federal base contract",
        "5-06-78-0031A, 400, begins with 3"
    })
    @DisplayName("CON-NUMBER-CATEGORY: other agreements' numbers are refused with the reason")
    void numbersOfOtherAgreementsAreRefused(String number, int status, String reason) {
        problem(given().get("/v1/cmas-numbers/" + number).then(), status, "not-a-cmas-number")
                .body("errors[0].remedy", containsString(reason));
        problem(given().get("/v1/agreements/" + number).then(), status, "not-a-cmas-number");
    }

    @Test
    @DisplayName("CON-DESCRIPTOR-MAX12, CON-NSP-FLAG, GEN-NOT-A-BID-PROGRAM: all broken rules are told at once")
    void brokenRulesAreNamedAllAtOnce() {
        String contractorId = given().get("/v1/agreements/" + agreement).path("contractorId");
        String codes = "\"A1\",\"A2\",\"A3\",\"A4\",\"A5\",\"A6\",\"A7\",\"A8\",\"A9\",\"B1\",\"B2\",\"B3\",\"B4\"";
        problem(post("/v1/agreements", """
                                {"cmasNumber": "3-26-01-0002", "contractorId": "%s", "termStart": "2026-01-01", "termEnd": "2025-12-31",
                                 "forUseBy": "STATE_ONLY", "nspProvision": true, "productCodes": [%s],
                                 "categories": ["SOFTWARE", "CONSULTING_SERVICES"],
                                 "baseContract": {"number": "X-1", "type": "NON_GSA", "holder": "H"}}
                                """.formatted(contractorId, codes)), 422, "agreement-refused")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/productCodes/12", "/nspProvision", "/baseContract/awardingBody", "/termEnd"))
                .body("rules", hasItem("CON-NSP-FLAG"));
    }

    @Test
    @DisplayName("GEN-NOT-A-BID-PROGRAM: an agreement without a base contract cannot be active")
    void noBaseContract() {
        String contractorId = given().get("/v1/agreements/" + agreement).path("contractorId");
        problem(post("/v1/agreements", """
                                {"cmasNumber": "3-26-01-0003", "contractorId": "%s", "termStart": "2026-01-01", "termEnd": "2026-12-31",
                                 "forUseBy": "STATE_ONLY", "nspProvision": false}
                                """.formatted(contractorId)), 422, "agreement-refused")
                .body("errors.pointer", contains("/baseContract"));
    }

    @Test
    void aNumberThatIsRegisteredAndAContractorThatIsNot() {
        problem(post("/v1/agreements", Registry.agreementBody("#" + agreement, UNKNOWN)), 404, "not-found");
        String contractorId = given().get("/v1/agreements/" + agreement).path("contractorId");
        problem(post("/v1/agreements", Registry.agreementBody("#" + agreement, contractorId)), 409, "agreement-exists")
                .body("location", equalTo("/v1/agreements/" + agreement));
        problem(
                post("/v1/contractors", "{\"contractorId\": \"%s\", \"legalName\": \"Again\"}".formatted(contractorId)),
                409,
                "contractor-exists");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        /termStart, 2026-01-01, 1989-12-31
        /termStart, 2026-01-01, 0206-01-01
        /termEnd, 2028-12-31, 2201-01-01
        /termEnd, 2028-12-31, 9999-12-31
        /listedCertifications/0/validThrough, 2027-05-31, 2201-01-01
        /baseContract/termStart, 2020-01-01, 1989-12-31
        /baseContract/termEnd, 2030-12-31, +999999999-12-31
        """)
    @DisplayName("A date before 1990 or after 2200 is no date of the program")
    void datesOfAnAgreement(String pointer, String day, String noDay) {
        String contractorId = given().get("/v1/agreements/" + agreement).path("contractorId");
        String body = Registry.agreementBody("4-26-01-0009", contractorId).replace(day, noDay);
        post("/v1/agreements", body).statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    @DisplayName("The first and the last day of the program are dates of it, in every other body too")
    void datesOfChangesAndCertificates() {
        for (String noDay : new String[] {"1989-12-31", "2201-01-01"}) {
            change(
                            "status-changes",
                            "{\"status\": \"SUSPENDED\", \"effectiveOn\": \"" + noDay + "\", \"reason\": \"x\"}")
                    .body("errors.pointer", contains("/effectiveOn"));
            change("supplements", """
                            {"effectiveOn": "%s", "termStart": "%s", "termEnd": "2028-12-31", "forUseBy": "STATE_ONLY",
                             "nspProvision": false}""".formatted(noDay, noDay))
                    .body("errors.pointer", containsInAnyOrder("/effectiveOn", "/termStart"));
            post("/v1/contractors", """
                            {"legalName": "Dated", "certificates": [{"type": "SB", "number": "1", "validFrom": "%1$s",
                             "validThrough": "%1$s", "source": "x", "checkedOn": "%1$s"}]}
                            """.formatted(noDay))
                    .statusCode(400)
                    .body(
                            "errors.pointer",
                            containsInAnyOrder(
                                    "/certificates/0/validFrom",
                                    "/certificates/0/validThrough",
                                    "/certificates/0/checkedOn"));
        }
        change("status-changes", "{\"status\": \"SUSPENDED\", \"effectiveOn\": \"1990-01-01\", \"reason\": \"x\"}")
                .body("errors[0].detail", containsString("before the agreement's first day"));
    }

    private ValidatableResponse change(String what, String body) {
        return Registry.analyst()
                .header("If-Match", Registry.etag(agreement))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/agreements/" + agreement + "/" + what)
                .then()
                .statusCode(400);
    }

    @Test
    void aCertificateThatEndsBeforeItBegins() {
        problem(post("/v1/contractors", """
                                {"legalName": "Late", "certificates": [{"type": "SB", "number": "1", "validFrom": "2026-02-01",
                                 "validThrough": "2026-01-31", "source": "x", "checkedOn": "2026-01-01"}],
                                 "locations": []}
                                """), 400, "invalid-request")
                .body("errors.pointer", contains("/certificates/0/validThrough"));
    }

    @DisplayName("A product code that nobody sees, or whose title nobody sees, is refused")
    @ParameterizedTest(name = "{0} with title {1}: {2}")
    @CsvSource({
        "%20, Turf, code",
        "%E2%80%8B, Turf, code",
        "72141500%E2%80%8B, Turf, code",
        "%C2%A072141500, Turf, code",
        "72141500, \u200b, /title"
    })
    void productCodesThatNobodySees(String code, String title, String place) {
        Registry.analyst()
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{\"title\": \"" + title + "\"}")
                .put("/v1/product-codes/" + code)
                .then()
                .statusCode(400)
                .body(place.startsWith("/") ? "errors.pointer" : "errors.parameter", contains(place));
    }
}
