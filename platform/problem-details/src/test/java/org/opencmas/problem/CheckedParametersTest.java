package org.opencmas.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName(
        "A parameter is passed over by no operation: unknown, blank, doubled and unreadable ones are refused by name")
class CheckedParametersTest {
    private static final String KNOWN =
            "Known parameters: contractor, state, openToLocal, id, asOf, knownAt, code, limit, cursor.";

    @Test
    void knownParametersPass() {
        assertThat(
                        get("/v1/things?contractor=x&state=CAL_CARD&openToLocal=false&id=0190a000-0000-7000-8000-000000000001"
                                        + "&asOf=2026-11-28&knownAt=2026-11-28T00:00:00Z&code=1&code=2&limit=3&cursor=y")
                                .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            status=ISSUED     | status         | Did you mean state?
            contractorName=x  | contractorName | Did you mean contractor?
            opentolocal=true  | opentolocal    | Did you mean openToLocal?
            as_of=2026-01-01  | as_of          | Did you mean asOf?
            dryRun=true       | dryRun         | ''
            zzz               | zzz            | ''
            """)
    void anUnknownOneIsRefusedWithTheNearestAndAllThatAreKnown(String query, String name, String near) {
        Response answer = get("/v1/things?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo(name);
        assertThat(answer.jsonPath().getString("errors[0].detail")).isEqualTo("is not a known parameter");
        assertThat(answer.jsonPath().getString("errors[0].remedy")).isEqualTo((near + " " + KNOWN).strip());
    }

    @Test
    void anOperationWithoutParametersTakesNone() {
        assertThat(get("/v1/moments?limit=1").jsonPath().getString("errors[0].remedy"))
                .isEqualTo("This operation takes no query parameters.");
        assertThat(given().contentType("application/json")
                        .body("{}")
                        .post("/v1/moments?dryRun=true")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contractor=",
                "contractor=%20",
                "contractor",
                "contractor=,",
                "code=1&code=%20,%20",
                "contractor=%E2%80%8B",
                "limit=",
                "cursor=",
                "asOf=",
                "openToLocal="
            })
    void aBlankOneIsRefused(String query) {
        Response answer = get("/v1/things?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].detail")).isEqualTo("must not be blank");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            limit=1&limit=2                | limit       | must be given once
            openToLocal=yes                | openToLocal | must be true or false
            openToLocal=TRUE               | openToLocal | must be true or false
            openToLocal=1                  | openToLocal | must be true or false
            id=1-1-1-1-1                   | id          | must be a UUID such as 0190a000-0000-7000-8000-000000000001
            state=CASH                     | state       | must be one of INVOICE, CAL_CARD
            limit=1e3                      | limit       | must be a whole number from -2147483648 through 2147483647
            asOf=2026-02-30                | asOf        | must be an existing date as YYYY-MM-DD
            asOf=%2B5874898-01-01          | asOf        | must be a day from 1990-01-01 through 2200-12-31
            asOf=-999999999-01-01          | asOf        | must be a day from 1990-01-01 through 2200-12-31
            asOf=0206-01-01                | asOf        | must be a day from 1990-01-01 through 2200-12-31
            asOf=1989-12-31                | asOf        | must be a day from 1990-01-01 through 2200-12-31
            asOf=2201-01-01                | asOf        | must be a day from 1990-01-01 through 2200-12-31
            knownAt=%2B1000000000-12-31T23:59:59Z | knownAt | must be a day from 1990-01-01 through 2200-12-31
            knownAt=%2B999999999-12-31T23:59:59Z  | knownAt | must be a day from 1990-01-01 through 2200-12-31
            knownAt=-999999999-01-01T00:00:00Z    | knownAt | must be a day from 1990-01-01 through 2200-12-31
            knownAt=1989-12-31T00:00:00Z   | knownAt     | must be a day from 1990-01-01 through 2200-12-31
            knownAt=2026-11-28             | knownAt     | must be an instant such as 2026-11-21T17:00:00Z
            """)
    void oneThatCannotBeReadIsRefused(String query, String name, String detail) {
        Response answer = get("/v1/things?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo(name);
        assertThat(answer.jsonPath().getString("errors[0].detail")).isEqualTo(detail);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /v1/orders/0190a000-0000-7000-8000-000000000001?limit=abc | limit | must be a whole number of at most 200
            /v1/payments?pages=99999999999                            | pages | must be a whole number from 0 to 9
            /v1/payments?lines=1.5                                    | lines | must be a whole number from 1 to 50
            /v1/payments?after=x                                      | after | must be a whole number of at least 0
            """)
    void aNumberWithLimitsIsToldThemAndNotThoseOfItsType(String call, String name, String detail) {
        Response answer = get(call);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo(name);
        assertThat(answer.jsonPath().getString("errors[0].detail")).isEqualTo(detail);
    }

    @Test
    void textThatNoDatabaseKeepsIsNamedBesideWhatCannotBeRead() {
        Response answer = given().urlEncodingEnabled(false)
                .accept("application/json")
                .get("/v1/things?contractor=%00&id=0206-01-01&state=CASH");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.parameter"))
                .containsExactlyInAnyOrder("contractor", "id", "state");
    }

    @Test
    void theFirstAndTheLastDayOfTheProgramPass() {
        for (String day : List.of("1990-01-01", "2200-12-31")) {
            assertThat(get("/v1/things?asOf=" + day).statusCode()).isEqualTo(200);
            assertThat(moment("{\"on\":\"" + day + "\"}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void datesOfABodyAreDaysOfTheProgramToo() {
        Response answer = moment(
                "{\"on\":\"0206-01-01\",\"at\":\"9999-12-31T00:00:00Z\",\"days\":[\"2026-01-01\",\"9999-12-31\"]}");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/on", "/at", "/days/1");
        assertThat(answer.jsonPath().getList("errors.detail"))
                .containsOnly("must be a day from 1990-01-01 through 2200-12-31");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"on":[2026,1,1]}               | must be an existing date as YYYY-MM-DD
            {"on":20454}                    | must be an existing date as YYYY-MM-DD
            {"on":"2026-01-01T00:00:00Z"}   | must be an existing date as YYYY-MM-DD
            {"on":""}                       | must be an existing date as YYYY-MM-DD
            {"on":"2026-02-30"}             | must be an existing date as YYYY-MM-DD
            {"at":1767225600}               | must be an instant such as 2026-11-21T17:00:00Z
            {"at":"2026-01-01"}             | must be an instant such as 2026-11-21T17:00:00Z
            """)
    void aTimeInABodyIsTextAsItIsWritten(String body, String detail) {
        Response answer = moment(body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].detail")).isEqualTo(detail);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        Response answer = get("/v1/things?status=x&contractor=&openToLocal=yes&asOf=never");
        List<Map<String, String>> errors = answer.jsonPath().getList("errors");
        assertThat(errors)
                .extracting(error -> error.get("parameter"))
                .containsExactlyInAnyOrder("status", "contractor", "openToLocal", "asOf");
    }

    private static Response get(String pathAndQuery) {
        return given().urlEncodingEnabled(false).get(pathAndQuery);
    }

    private static Response moment(String body) {
        return given().contentType("application/json").body(body).post("/v1/moments");
    }
}
