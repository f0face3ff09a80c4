package org.opencmas.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName(
        "Whatever finds a fault, the parameters' types, a constraint or the operation's own code, one answer names them all")
class EveryFaultAtOnceTest {
    private static final String GOOD = """
            {"reference": "R-1", "receivedOn": "2026-11-28", "pages": 1, "parts": [{"number": "A", "cents": 1}]}""";

    @Test
    void aGoodRequestPasses() {
        assertThat(send("?first=1&last=2&kind=ab&most=9", GOOD).statusCode()).isEqualTo(200);
    }

    @Test
    void constraintsAndTheBodysOwnChecks() {
        assertThat(places(send("", """
                        {"reference": " ", "receivedOn": "2026-11-29",
                         "parts": [{"number": "A", "cents": 1}, {"number": "ABCD", "cents": 0}, {"cents": 1}]}""")))
                .containsExactly("/reference", "/receivedOn", "/parts/1/number", "/parts/1/cents", "/parts/2/number");
    }

    @Test
    void whatCannotBeReadAndConstraintsAndTheBodysOwnChecks() {
        assertThat(places(send("", """
                        {"colour": "red", "parts": [{"number": "ABCD", "cents": 0}], "pages": "many", "receivedOn": "2027-01-01",
                         "reference": " "}""")))
                .containsExactly("/reference", "/receivedOn", "/pages", "/parts/0/number", "/parts/0/cents", "/colour");
    }

    @Test
    void theSameOrderIsKeptWhereOnlyTheOperationFindsFaults() {
        assertThat(places(send("", """
                        {"parts": [{"number": "ABCD", "cents": 2}], "receivedOn": "2027-01-01", "reference": "-"}"""))).containsExactly("/reference", "/receivedOn", "/parts/0/number");
    }

    @Test
    void elevenEntriesAreInTheOrderOfTheirNumbers() {
        String parts = "{\"number\": \"ABCD\", \"cents\": 0},".repeat(11);
        assertThat(places(send("", GOOD.replace("[", "[" + parts))).stream()
                        .filter(place -> place.endsWith("number"))
                        .map(place -> place.replaceAll("\\D", ""))
                        .toList())
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ?on=never&most=10&kind=abcdef&what=1 | kind most on what
            ?on=never&first=2&last=1             | last on
            ?first=x&last=1&most=10              | first most
            ?kind=abcdef&most=10                 | kind most
            """)
    void parametersByTypeByConstraintAndByTheOperationsOwnCheck(String query, String names) {
        assertThat(places(send(query, GOOD))).containsExactly(names.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ?name=abcde                                   | name
            ?name=a                                       | name
            ?code=A&code=b                                | code
            ?code=A&code=B&code=C                         | code
            ?pages=10                                     | pages
            ?pages=x&name=abcde                           | name pages
            ?day=2026-11-29                               | day
            ?day=2026-11-29&name=abcde&kind=abcd&what=1   | name day kind what
            ?name=                                        | name
            """)
    void constraintsOnWhatABeanGathers(String query, String names) {
        assertThat(places(given().get("/v1/payments" + query))).containsExactly(names.split(" "));
    }

    @Test
    void aParameterOfThePathIsNamedAlsoWhereNoAnnotationNamesIt() {
        given().get("/v1/payments/abc").then().statusCode(200);
        assertThat(places(given().get("/v1/payments/abcd"))).containsExactly("code");
        assertThat(places(given().get("/v1/payments/abcd?what=1"))).contains("what");
    }

    @Test
    void whatABeanGathersIsTakenWithinItsConstraints() {
        given().get("/v1/payments?name=abcd&code=A&code=B&pages=9&day=2026-11-28&kind=abc")
                .then()
                .statusCode(200);
    }

    @Test
    void parametersAndTheBody() {
        assertThat(places(send("?on=never&most=10", """
                        {"reference": " ", "receivedOn": "2027-01-01", "parts": [{"number": "ABCD", "cents": 0}], "colour": 1}""")))
                .containsExactlyInAnyOrder(
                        "on", "most", "/reference", "/receivedOn", "/parts/0/number", "/parts/0/cents", "/colour");
        assertThat(places(send("?on=never", ""))).containsExactly("on", "");
        assertThat(places(send("?on=never", "{oops"))).containsExactly("on");
    }

    @Test
    void aPlaceIsNamedOnce() {
        Response answer = send("", GOOD.replace("R-1", "-12345678901"));
        assertThat(places(answer)).containsExactly("/reference");
    }

    private static Response send(String query, String body) {
        return given().contentType("application/json").body(body).post("/v1/payments" + query);
    }

    private static List<String> places(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        List<Map<String, String>> errors = answer.jsonPath().getList("errors");
        return errors.stream()
                .map(error -> error.getOrDefault("pointer", error.get("parameter")))
                .map(Objects::requireNonNull)
                .toList();
    }
}
