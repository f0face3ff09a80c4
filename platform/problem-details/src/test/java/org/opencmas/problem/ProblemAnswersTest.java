package org.opencmas.problem;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.problem.value.StorableText;

@QuarkusTest
@DisplayName("Every refused or failed request is answered as problem details, the framework's refusals included")
class ProblemAnswersTest {
    private static final String GOOD = """
            {"agencyOrderNumber":"PO-1","orderDate":"2026-07-01","attempts":1,
             "lines":[{"lineId":"1","quantity":"2.5","nsp":false,"code":"ABC"}]}""";

    @Test
    void aGoodBodyPasses() {
        post(GOOD).then().statusCode(200);
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource(textBlock = """
            invalid,              400, invalid-request
            conflict,             409, number-taken
            rule,                 422, rows-refused
            forbidden,            403, forbidden
            precondition-failed,  412, precondition-failed
            precondition-required,428, precondition-required
            too-large,            413, payload-too-large
            too-many,             429, too-many-requests
            unavailable,          503, unavailable
            no-token,             401, unauthenticated
            bad-token,            401, unauthenticated
            no-keys,              503, unavailable
            no-role,              403, forbidden
            stale,                409, concurrent-change
            database-down,        503, unavailable
            pool-empty,           503, unavailable
            pool-slow,            503, unavailable
            pool-closed,          503, unavailable
            pool-interrupted,     503, unavailable
            statement-timeout,    503, unavailable
            network-timeout,      503, unavailable
            read-only,            503, unavailable
            shut-down,            503, unavailable
            deadlock,             409, concurrent-change
            duplicate,            409, already-exists
            wrapped-refusal,      404, not-found
            bug,                  500, internal-error
            error,                500, internal-error
            never-heard-of,       404, not-found
            """)
    void thrownInAResource(String kind, int status, String slug) {
        Response answer = given().get("/v1/failures/" + kind);
        assertProblem(answer, status, slug);
        answer.then().body(not(Matchers.containsString("secret"))).body(not(Matchers.containsString("org.")));
    }

    @Test
    void aLostRaceOfARequestWithIfMatchIsAFailedPrecondition() {
        assertProblem(given().header("If-Match", "\"1\"").get("/v1/failures/stale"), 412, "precondition-failed");
    }

    @Test
    void aWaitIsToldInWholeSecondsRoundedUp() {
        assertThat(given().get("/v1/failures/too-many").header("Retry-After")).isEqualTo("2");
        assertThat(given().get("/v1/failures/unavailable").header("Retry-After"))
                .isEqualTo("3");
        assertThat(given().get("/v1/failures/database-down").header("Retry-After"))
                .isEqualTo("2");
    }

    @Test
    void aMissingTokenIsToldHowToAuthenticate() {
        assertThat(given().get("/v1/failures/no-token").header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        assertThat(given().get("/v1/failures/bad-token").header("WWW-Authenticate"))
                .contains("invalid_token");
    }

    @Test
    void membersAndFaultsOfARefusalAreShown() {
        Response conflict = given().get("/v1/failures/conflict");
        assertThat(conflict.jsonPath().getString("by")).isEqualTo("2026-07-01");
        assertThat(conflict.jsonPath().getString("title")).isEqualTo("Number taken");
        List<Map<String, String>> errors =
                given().get("/v1/failures/invalid").jsonPath().getList("errors");
        assertThat(errors)
                .containsExactly(
                        Map.of("pointer", "/a", "detail", "is wrong", "remedy", "Make it right."),
                        Map.of("parameter", "limit", "detail", "is too high"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            the character U+0000,           a\\u0000b
            the first half of a pair alone, a\\ud83d
            the second half alone,          \\ude00b
            """)
    void textThatNoDatabaseKeepsIsRefusedAtItsPlace(String name, String escaped) {
        Response answer =
                post(GOOD.replace("PO-1", escaped).replace("\"lineId\":\"1\"", "\"lineId\":\"" + escaped + "\""));
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactlyInAnyOrder("/agencyOrderNumber", "/lines/0/lineId");
        assertThat(answer.jsonPath().getList("errors.detail")).containsOnly(StorableText.EXPECTATION);
    }

    @ParameterizedTest(name = "U+{0}")
    @CsvSource({"200b", "202e", "00ad", "feff", "001b"})
    void textOfWhichAReaderDoesNotSeeEverySignIsRefusedAtItsPlace(String hex) {
        Response answer = post(GOOD.replace("PO-1", "PO\\u" + hex + "1"));
        assertProblem(answer, 400, "invalid-request");
        assertThat(details(answer))
                .containsOnly(Map.entry(
                        "/agencyOrderNumber",
                        "must not contain the invisible or control character U+" + hex.toUpperCase(Locale.ROOT)));
    }

    @Test
    void aCountIsANumberAndADecimalIsText() {
        Response answer = post(GOOD.replace("\"2.5\"", "2.5").replace("\"attempts\":1", "\"attempts\":\"3\""));
        assertProblem(answer, 400, "invalid-request");
        assertThat(details(answer).keySet()).containsExactlyInAnyOrder("/attempts", "/lines/0/quantity");
        assertProblem(post(GOOD.replace("\"2.5\"", "\"1e3\"")), 400, "invalid-request");
    }

    @Test
    void aWholeSurrogatePairIsKept() {
        post(GOOD.replace("PO-1", "PO \\ud83d\\ude00")).then().statusCode(200);
    }

    @Test
    void anAddressWithTextThatNoDatabaseKeepsIsRefused() {
        Response query = given().urlEncodingEnabled(false).get("/v1/failures/bug?kind=a%00b");
        assertProblem(query, 400, "invalid-request");
        assertThat(query.jsonPath().getList("errors.parameter")).containsExactly("kind");
        assertProblem(given().urlEncodingEnabled(false).get("/v1/failures/a%00b"), 400, "invalid-request");
    }

    @Test
    void aMemberNeverStandsBesideAStandardOneOfTheSameName() {
        assertThat(given().get("/v1/failures/conflict").asString())
                .containsOnlyOnce("\"status\"")
                .contains("\"status\":409");
    }

    @Test
    void aForbiddenOperationNamesTheRolesOfWhichOneIsNeeded() {
        Response answer = given().get("/v1/closed");
        assertProblem(answer, 403, "forbidden");
        assertThat(answer.jsonPath().getList("rolesAllowed")).containsExactly("agency-buyer", "agency-approver");
        assertThat(answer.jsonPath().getString("detail")).contains("agency-buyer or agency-approver");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            DELETE | /v1/orders                                      | OPTIONS, POST
            POST   | /v1/orders/0190a000-0000-7000-8000-000000000001 | GET, HEAD, OPTIONS
            PATCH  | /v1/moments                                     | GET, HEAD, OPTIONS, POST
            BREW   | /v1/moments                                     | GET, HEAD, OPTIONS, POST
            """)
    void aMethodThatDoesNotExistIsToldWhichDo(String method, String path, String allow) {
        Response answer = given().request(method, path);
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo(allow);
    }

    @ParameterizedTest
    @CsvSource({"gzip", "GZIP", "br", "'gzip, identity'", "nonsense"})
    void anEncodedBodyIsRefusedWhateverItHolds(String encoding) {
        Response answer = given().contentType(ContentType.JSON)
                .header("Content-Encoding", encoding)
                .body(gzipped("{}"))
                .post("/v1/orders");
        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo("Bodies are taken unencoded. Send the same body without Content-Encoding.");
    }

    @Test
    void aBodyThatIsSaidToBeUnencodedIsRead() {
        assertProblem(
                given().contentType(ContentType.JSON)
                        .header("Content-Encoding", "identity")
                        .body("{}")
                        .post("/v1/orders"),
                400,
                "invalid-request");
    }

    private static byte[] gzipped(String text) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Test
    void whatTheFrameworkRefuses() {
        assertProblem(given().get("/nowhere"), 404, "not-found");
        assertProblem(given().get("/v1/nowhere"), 404, "not-found");
        assertProblem(given().get("/v1/orders/not-a-uuid"), 404, "not-found");
        assertProblem(given().delete("/v1/orders"), 405, "method-not-allowed");
        assertProblem(given().contentType("text/plain").body("x").post("/v1/orders"), 415, "unsupported-media-type");
        assertProblem(
                given().config(RestAssured.config()
                                .encoderConfig(encoderConfig().encodeContentTypeAs("nonsense", ContentType.TEXT)))
                        .contentType("nonsense")
                        .body("x")
                        .post("/v1/orders"),
                415,
                "unsupported-media-type");
        assertProblem(given().accept("image/png").get("/v1/failures/bug"), 406, "not-acceptable");
        assertProblem(given().get("/v1/bad-answer"), 500, "internal-error");
    }

    @Test
    void parametersOfTheWrongTypeAreNamedAllAtOnce() {
        Response answer =
                given().get("/v1/orders/0190a000-0000-7000-8000-000000000001?asOf=tomorrow&limit=many&kind=CASH");
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.jsonPath().getList("errors.parameter")).containsExactly("asOf", "limit", "kind");
        assertThat(answer.jsonPath().getString("errors[2].detail")).isEqualTo("must be one of INVOICE, CAL_CARD");
    }

    @Test
    void aParameterBeyondItsLimitIsNamed() {
        Response answer = given().get("/v1/orders/0190a000-0000-7000-8000-000000000001?limit=201");
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.jsonPath().getList("errors.parameter")).containsExactly("limit");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {oops                                | 1 | 2
            {"a":1,"a":2}                        | 1 | 11
            [1,2                                 | 1 | 5
            {"a":01}                             | 1 | 6
            nonsense                             | 1 | 1
            {} {}                                | 1 | 4
            """)
    void malformedJsonIsToldByLineAndColumn(String body, int line, int column) {
        Response answer = post(body);
        assertProblem(answer, 400, "malformed-json");
        assertThat(answer.jsonPath().getInt("line")).isEqualTo(line);
        assertThat(answer.jsonPath().getInt("column")).isBetween(column, column + 1);
    }

    @Test
    void jsonThatWouldCostTooMuchIsRefused() {
        assertProblem(post("[".repeat(100_000)), 400, "malformed-json");
        assertProblem(post("{\"attempts\":" + "9".repeat(1_000) + "}"), 400, "malformed-json");
        assertProblem(post("{\"counts\":{\"" + "k".repeat(1_000) + "\":1}}"), 400, "malformed-json");
        assertProblem(post(new String(new char[] {'{', '"', 0, '"', '}'})), 400, "malformed-json");
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        assertProblem(
                given().contentType("application/json")
                        .body(new byte[] {(byte) 0x80, (byte) 0xff})
                        .post("/v1/orders"),
                400,
                "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000020FEFF0001FB",
                "0000FEFF00110000",
                "FEFF00",
                "FFFE0000FF",
                "1F8B0800",
                "25504446",
                "EFBBBF",
                "00"
            })
    void bytesThatBeginAsAnotherEncodingAreMalformed(String hex) {
        byte[] body = HexFormat.of().parseHex(hex);
        for (String at : List.of("/v1/orders", "/v1/moments")) {
            assertProblem(given().contentType("application/json").body(body).post(at), 400, "malformed-json");
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "null"})
    void anAbsentBodyIsAskedFor(String body) {
        Response answer = body.isEmpty() ? json().post("/v1/orders") : post(body);
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEmpty();
        assertThat(answer.jsonPath().getString("errors[0].detail")).isEqualTo("must not be absent");
    }

    @Test
    void anAbsentBodyWithoutContentTypeIsAskedFor() {
        assertProblem(given().noContentType().post("/v1/orders"), 400, "invalid-request");
    }

    @Test
    void unknownFieldsWrongTypesRefusedValuesAndConstraintsAreNamedAtOnce() {
        Response answer = post("""
                {"agencyOrderNumber":4711,"orderDate":"2026-02-30","contractorId":"x","paymentMethod":"CASH","attempts":1.5,
                 "agencyOrderNumbr":"PO-1","counts":{"a":1,"b/c":"z"},"term":{"start":"2026-07-02","end":"2026-07-01"},
                 "lines":[{"lineId":"1","quantity":"1","code":"ABC"},
                          {"lineId":"","quantity":"-2","nsp":"no","code":"abc","colour":"red"},
                          7]}""");
        assertProblem(answer, 400, "invalid-request");
        Map<String, String> details = details(answer);
        assertThat(details)
                .containsOnly(
                        Map.entry("/agencyOrderNumber", "must be a string"),
                        Map.entry("/agencyOrderNumbr", "is not a known field"),
                        Map.entry("/orderDate", "must be an existing date as YYYY-MM-DD"),
                        Map.entry("/contractorId", "must be a UUID such as 0190a000-0000-7000-8000-000000000001"),
                        Map.entry("/paymentMethod", "must be one of INVOICE, CAL_CARD"),
                        Map.entry("/attempts", "must be a whole number from -2147483648 through 2147483647"),
                        Map.entry("/counts/b~1c", "must be a whole number from -2147483648 through 2147483647"),
                        Map.entry("/term", "ends before it starts"),
                        Map.entry("/lines/1/nsp", "must be true or false"),
                        Map.entry("/lines/1/code", "must be three capital letters, not 'abc'"),
                        Map.entry("/lines/1/colour", "is not a known field"),
                        Map.entry("/lines/1/lineId", "must not be blank"),
                        Map.entry("/lines/1/quantity", "must be greater than 0"),
                        Map.entry("/lines/2", "must be an object"));
        assertThat(answer.jsonPath().getList("errors.remedy")).contains("Did you mean agencyOrderNumber?");
    }

    @Test
    void constraintViolationsCarryJsonPointersWithListIndexes() {
        Response answer = post("""
                {"agencyOrderNumber":" ","attempts":1,"lines":[{"lineId":"1","quantity":"1"},{"lineId":"2","quantity":"0"}]}""");
        assertProblem(answer, 400, "invalid-request");
        assertThat(details(answer).keySet())
                .containsExactlyInAnyOrder("/agencyOrderNumber", "/orderDate", "/lines/1/quantity");
    }

    @ParameterizedTest(name = "{0} instead of an object")
    @CsvSource(delimiter = '|', textBlock = """
            []
            7
            "text"
            true
            """)
    void aBodyThatIsNoObject(String body) {
        Response answer = post(body);
        assertProblem(answer, 400, "invalid-request");
        assertThat(details(answer)).containsExactly(Map.entry("", "must be an object"));
    }

    @Test
    void theFirstHundredFaultsAreToldAndTheOthersByTheirNumber() {
        Response answer = post("{\"lines\":[" + "7,".repeat(499) + "7]}");
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.jsonPath().getList("errors")).hasSize(100);
        // 500 lines that are no objects, and the absent order number and date
        assertThat(answer.jsonPath().getInt("furtherErrors")).isEqualTo(402);
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    private static Response post(String body) {
        return json().body(body).post("/v1/orders");
    }

    private static Map<String, String> details(Response answer) {
        List<Map<String, String>> errors = answer.jsonPath().getList("errors");
        return errors.stream().collect(Collectors.toMap(e -> e.get("pointer"), e -> e.get("detail")));
    }

    private static void assertProblem(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/" + slug);
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
    }
}
