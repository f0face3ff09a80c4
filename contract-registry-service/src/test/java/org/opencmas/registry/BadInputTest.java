package org.opencmas.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@DisplayName("Bad input is met with a problem that names every fault, and nothing is stored")
class BadInputTest {
    private static final String HEADER = "item_id,description,unit,price,base_price,sin,kind\n";
    private static final String UNKNOWN = "11111111-2222-7333-8444-555555555555";

    private final DataSource database = OwnerDatabase.dataSource();

    private String agreement;
    private String before;

    @BeforeEach
    void registerAnAgreementAndCount() {
        agreement = Registry.agreement("Badinput Supplies");
        before = stored();
    }

    @AfterEach
    void nothingMoreIsStored() {
        assertThat(stored()).as("rows per table").isEqualTo(before);
    }

    private String stored() {
        String sql = """
                select (select count(*) from contractor), (select count(*) from agreement),
                       (select count(*) from agreement_supplement), (select count(*) from agreement_status_change),
                       (select count(*) from price_list), (select count(*) from price_line),
                       (select count(*) from journal), (select count(*) from idempotent_request)
                """;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            var counts = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                counts.append(row.getLong(i)).append(' ');
            }
            return counts.toString();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug))
                .body("status", equalTo(status))
                .body("detail", not(containsString("Exception")))
                .body("detail", not(containsString("org.opencmas")));
    }

    private static ValidatableResponse post(String path, String body) {
        return Registry.post(path, body).then();
    }

    private ValidatableResponse importList(String file) {
        return Registry.importList(agreement, 0, file).then();
    }

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

    @Test
    void anImportNeedsTheRoleToo() {
        given().contentType("text/csv; charset=utf-8")
                .header("Idempotency-Key", "k")
                .body(HEADER)
                .post("/v1/price-list-imports?agreement=" + agreement)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.contractor(UUID.randomUUID()))
                .contentType("text/csv; charset=utf-8")
                .header("Idempotency-Key", "k")
                .body(HEADER)
                .post("/v1/price-list-imports?agreement=" + agreement)
                .then()
                .statusCode(403);
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

    @Test
    void aPriceListWithWrongHeaders() {
        problem(importList("item,description,unit,cost\nA,B,C,1\n"), 422, "price-list-refused")
                .body("errors.pointer", contains("/rows/1/item", "/rows/1/cost", "/rows/1/item_id", "/rows/1/price"));
    }

    @Test
    void aPriceListWithTextPricesDuplicatesNegativesSevenDecimalsAndFormulas() {
        problem(
                        importList(HEADER
                                + "A,Good one,each,1.00,,,\n"
                                + "B,Text,each,call us,,,\n"
                                + "A,Twice,each,1.00,,,\n"
                                + "C,Negative,each,-5.00,,,\n"
                                + "D,Precise,each,1.0000001,,,\n"
                                + "E,=1+1,each,1.00,,,\n"
                                + "F,Above base,each,10.01,10.00,,\n"),
                        422,
                        "price-list-refused")
                .body("totalFaults", equalTo(6))
                .body("rowsRead", equalTo(7))
                .body(
                        "errors.pointer",
                        contains(
                                "/rows/3/price",
                                "/rows/4/item_id",
                                "/rows/5/price",
                                "/rows/6/price",
                                "/rows/7/description",
                                "/rows/8/price"))
                .body("errors.remedy", everyItem(not(equalTo(null))));
    }

    @Test
    void aPriceListWhoseFaultComesAfterTenThousandGoodRows() {
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 12_000; i++) {
            file.append("I-").append(i).append(",Steel bolt number ").append(i).append(",each,1.00,,,GOODS\n");
        }
        problem(importList(file.append("X,Last,each,free,,,\n").toString()), 422, "price-list-refused")
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/rows/12002/price"));
    }

    @Test
    void aPriceListInLatin1AndInUtf16() {
        problem(
                        Registry.importList(
                                        agreement,
                                        0,
                                        (HEADER + "A,Café,each,1.00,,,\n").getBytes(StandardCharsets.ISO_8859_1))
                                .then(),
                        422,
                        "price-list-refused")
                .body("errors.pointer", contains("/rows/2/description"));
        problem(
                        Registry.importList(
                                        agreement,
                                        0,
                                        (HEADER + "A,Turf,each,1.00,,,\n").getBytes(StandardCharsets.UTF_16))
                                .then(),
                        422,
                        "price-list-refused")
                .body("errors[0].detail", containsString("UTF-16"));
    }

    @Test
    void aPriceListAnnouncedInAnotherCharsetOrType() {
        problem(
                Registry.analyst()
                        .contentType("text/csv; charset=iso-8859-1")
                        .body(HEADER.getBytes(StandardCharsets.ISO_8859_1))
                        .post("/v1/price-list-imports?agreement=" + agreement)
                        .then(),
                415,
                "charset-not-taken");
        Registry.analyst()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/price-list-imports?agreement=" + agreement)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void aPriceListOfWhichNoTypeIsSaidIsReadAsCsv() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + RestAssured.port + "/v1/price-list-imports?agreement=" + agreement))
                .header("Authorization", "Bearer " + Tokens.of("dgs-analyst"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(HEADER + "A-1,Panel,each,1.00\n"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("/rows/2", "has 4 cells where the header has 7");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.ms-excel", "application/vnd.ms-excel; charset=utf-8"})
    @DisplayName("A list announced as a spreadsheet is told what to send")
    void aPriceListAnnouncedAsASpreadsheet(String type) {
        problem(
                        Registry.analyst()
                                .contentType(type)
                                .body(HEADER.getBytes(StandardCharsets.UTF_8))
                                .post("/v1/price-list-imports?agreement=" + agreement)
                                .then(),
                        415,
                        "unsupported-media-type")
                .body("detail", containsString("Content-Type: text/csv; charset=utf-8"));
    }

    @Test
    void aPriceListLargerThanTheLimit() {
        Registry.importList(agreement, 0, new byte[9 << 20])
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void anImportWhoseParametersAreWrong() {
        Registry.analyst()
                .contentType("text/csv; charset=utf-8")
                .body(HEADER)
                .post("/v1/price-list-imports?supplement=-1")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("agreement", "supplement"));
        problem(Registry.importList("4-01-01-9999", 0, HEADER).then(), 404, "not-found");
        problem(Registry.importList(agreement, 7, HEADER).then(), 404, "not-found");
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
