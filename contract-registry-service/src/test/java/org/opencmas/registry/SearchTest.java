package org.opencmas.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.testkit.OwnerDatabase;

@QuarkusTest
@DisplayName("Agreements are found by contractor name and by what they offer")
class SearchTest {
    private static final String HEADER = "item_id,description,unit,price\n";

    private final DataSource dataSource = OwnerDatabase.dataSource();

    private static ValidatableResponse search(String... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/agreements").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Quetzalcóatl, CONTRACTOR_NAME",
        "quetzalcoatl ener, CONTRACTOR_NAME",
        "ZALCO, CONTRACTOR_NAME",
        "Huitzil, FORMER_NAME",
        "Quetzalkoatl, SIMILAR_NAME"
    })
    @DisplayName("SRCH-NAME: partial, without case and accents, former names and misspellings included")
    void namesAreFoundInPartAndMisspelled(String text, String matchedBy) {
        String contractorId = Registry.contractorOf(
                "{\"legalName\": \"Quetzalcóatl Energy LLC\", \"formerNames\": [\"Huitzilopochtli Power\"]}");
        String number = Registry.freshNumber();
        Registry.post("/v1/agreements", Registry.agreementBody(number, contractorId))
                .then()
                .statusCode(201);
        search("contractor", text, "limit", "200")
                .body("items.cmasNumber", hasItem(number))
                .body("items.find { it.cmasNumber == '" + number + "' }.matches[0].by", equalTo(matchedBy));
    }

    @ParameterizedTest
    @CsvSource({
        "zamboni machines, ITEM_WORDS",
        "resurface ice, ITEM_WORDS",
        "Zambonni, SIMILAR_ITEM",
        "amboni, SIMILAR_ITEM"
    })
    @DisplayName("SRCH-DESC: words in any form and what is spelled alike, and the answer says which")
    void descriptionsAreFoundByWordsInAnyForm(String text, String matchedBy) {
        String number = Registry.agreement("Rink Makers");
        Registry.importList(number, 0, HEADER + "Z-9,Zamboni machine for resurfacing ice,each,90000.00\n")
                .then()
                .statusCode(201);
        search("description", text, "limit", "200")
                .body("items.cmasNumber", hasItem(number))
                .body("items.find { it.cmasNumber == '" + number + "' }.matches[0].by", equalTo(matchedBy))
                .body("items.find { it.cmasNumber == '" + number + "' }.items[0].itemId", equalTo("Z-9"));
    }

    @ParameterizedTest
    @CsvSource({
        "-80, Chill unit -80 degrees",
        "-turf, Artificial turf by the roll",
        "C++, Senior C++ Developer",
        "C#, Senior C# Developer",
        ".NET, Senior ASP.NET Developer",
        "facade, Façade cleaning of towers",
        "Façade cleaning, Facade cleaning with brushes",
        "Crème-brûlée, Creme-brulee torch"
    })
    @DisplayName("SRCH-DESC: a hyphen is no minus, names made of signs find themselves first, accents hide nothing")
    void signsAndAccents(String text, String description) {
        String number = Registry.agreement("Signs and Accents");
        Registry.importList(
                        number,
                        0,
                        HEADER
                                + "A-1,Senior C Developer,hour,90.00\nB-2,Net for fishing,each,9.00\nC-3,80 grit paper 100-80,each,1.00\nZ-9,"
                                + description + ",each,100.00\n")
                .then()
                .statusCode(201);
        search("description", text, "contractor", "Signs and Accents", "limit", "200")
                .body("items.cmasNumber", hasItem(number))
                .body("items.find { it.cmasNumber == '" + number + "' }.items.itemId", hasItem("Z-9"))
                .body("items.find { it.cmasNumber == '" + number + "' }.matches.by", hasItem("ITEM_WORDS"));
    }

    @Test
    @DisplayName("SRCH-DESC: who has C# comes before who has C alone")
    void signsFindThemselvesFirst() {
        String without = Registry.agreement("Plain Letters");
        Registry.importList(without, 0, HEADER + "A-1,C Developer with net access,hour,90.00\n")
                .then()
                .statusCode(201);
        for (String sign : List.of("C#", "C++", ".NET")) {
            search("description", sign, "contractor", "Plain Letters").body("items.cmasNumber", empty());
        }
    }

    @Test
    @DisplayName("Hyphens alone, and fewer than three characters, find nothing and are told why")
    void tooLittleToSearchFor() {
        for (String text : List.of("-".repeat(40), "a", "tv", "- -", "%%%")) {
            given().queryParam("description", text)
                    .get("/v1/agreements")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("description"))
                    .body("errors[0].detail", equalTo("is too short to search for"));
        }
    }

    @Test
    @DisplayName("A search that takes too long is given up and told so")
    void aSearchThatTakesTooLong() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table price_line in access exclusive mode");
            given().queryParam("description", "anything")
                    .get("/v1/agreements")
                    .then()
                    .statusCode(400)
                    .body("errors[0].detail", containsString("in 5 seconds"));
            connection.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource({"Blankfield Turf, BlankfieldTurf", "UnblankfieldTurf, Unblankfield Turf"})
    @DisplayName("SRCH-NAME: a name is found with and without its blank, by the search and in the list of contractors")
    void blanksInNames(String name, String typed) {
        String number = Registry.agreement(name);
        search("contractor", typed)
                .body("items.cmasNumber", hasItem(number))
                .body("items[0].matches[0].by", equalTo("CONTRACTOR_NAME"));
        given().queryParam("name", typed)
                .get("/v1/contractors")
                .then()
                .statusCode(200)
                .body("items.legalName", hasItem(containsString(name)));
    }

    @Test
    @DisplayName("SRCH-DESC: titles of codes are searched too")
    void titlesOfCodesAreSearchedToo() {
        Registry.analyst()
                .contentType("application/json")
                .body("{\"title\": \"Falconry gauntlets\"}")
                .put("/v1/product-codes/72141500")
                .then()
                .statusCode(200);
        String number = Registry.agreement("Falconers");
        search("description", "gauntlet", "limit", "200")
                .body("items.cmasNumber", hasItem(number))
                .body("items[0].matches[0].by", equalTo("CODE"));
        given().get("/v1/product-codes").then().statusCode(200).body("items.code", hasItem("72141500"));
    }

    @Test
    @DisplayName("A product code is one, however its letters and blanks are written")
    void codesThatLookTheSame() {
        for (String spelling : new String[] {"Q 314", "q  314"}) {
            Registry.analyst()
                    .contentType("application/json")
                    .body("{\"title\": \"Quilts, " + spelling + "\"}")
                    .put("/v1/product-codes/{code}", spelling)
                    .then()
                    .statusCode(200)
                    .body("code", equalTo("Q 314"))
                    .body("title", equalTo("Quilts, " + spelling));
        }
    }

    @Test
    @DisplayName("Only the price list in force on the day is searched")
    void listsOfTheDay() {
        String number = Registry.agreement("Seasonal Goods");
        Registry.importList(number, 0, HEADER + "U-1,Umbrellaphone prototype,each,10.00\n")
                .then()
                .statusCode(201);
        search("description", "umbrellaphone", "asOf", "2026-01-01").body("items.cmasNumber", contains(number));
        search("description", "umbrellaphone", "asOf", "2025-12-31").body("items", empty());
    }

    @Test
    @DisplayName("SRCH-WITHIN: fragments of codes narrow; alternatives inside a step, all steps together")
    void fragmentsOfCodesNarrowTheSearch() {
        String number = Registry.agreement("Narrowing Works");
        search("contractor", "Narrowing Works", "code", "1415").body("items.cmasNumber", contains(number));
        search("contractor", "Narrowing Works", "code", "99,72", "code", "500")
                .body("items.cmasNumber", contains(number));
        search("contractor", "Narrowing Works", "code", "72", "code", "99").body("items", empty());
        search("contractor", "Narrowing Works", "code", "%").body("items", empty());
    }

    @Test
    void filtersByKindLocalUseAndTheActiveDay() {
        String number = Registry.agreement("Filterable Things");
        search("contractor", "Filterable", "kind", "NON_IT", "openToLocal", "true", "asOf", "2028-12-31")
                .body("items.cmasNumber", contains(number))
                .body("items[0].active", equalTo(true));
        search("contractor", "Filterable", "asOf", "2029-01-01").body("items", empty());
        search("contractor", "Filterable", "kind", "IT").body("items", empty());
        search("contractor", "Filterable", "openToLocal", "false").body("items", empty());
        search("contractor", "Filterable", "certification", "SB").body("items", empty());
    }

    @Test
    void anEmptyAnswerSaysWhatToTry() {
        Registry.agreement("Hintworthy Industries");
        search("contractor", "Hintworthy", "kind", "IT")
                .body("items", empty())
                .body("hints[0]", containsString("Without the filters"));
        search("contractor", "Hintwxrthx").body("hints[0]", containsString("Hintworthy Industries"));
        search("description", "qqqqqqqq").body("hints", not(empty()));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            numbers.add(Registry.agreement("Pagination Partners"));
        }
        List<String> seen = new ArrayList<>();
        String next = "/v1/agreements?contractor=Pagination+Partners&limit=3";
        while (next != null) {
            JsonPath page = given().urlEncodingEnabled(false).get(next).jsonPath();
            seen.addAll(page.getList("items.cmasNumber"));
            next = page.getString("next");
        }
        assertThat(seen).containsExactlyElementsOf(numbers.stream().sorted().toList());
    }

    @Test
    @DisplayName("SRCH-WITHIN: counts say how many agreements each narrowing would leave, and narrowing leaves so many")
    void facetsCountWhatNarrowingLeaves() {
        String contractorId = Registry.contractorOf("{\"legalName\": \"Facetted Stones Ltd\"}");
        for (String codes : List.of("\"AQ1\"", "\"AQ1\", \"AQ2\"")) {
            Registry.post(
                            "/v1/agreements",
                            Registry.agreementBody(Registry.freshNumber(), contractorId)
                                    .replaceFirst(
                                            "\"productCodes\": *\\[[^]]*\\]", "\"productCodes\": [" + codes + "]"))
                    .then()
                    .statusCode(201);
        }

        JsonPath found = search("contractor", "Facetted Stones", "facets", "true", "limit", "1")
                .extract()
                .jsonPath();
        assertThat(found.getList("facets.findAll { it.field == 'code' }.value", String.class))
                .containsExactly("AQ1", "AQ2");
        assertThat(found.getList("facets.findAll { it.field == 'code' }.count", Integer.class))
                .containsExactly(2, 1);
        assertThat(found.getList("facets.findAll { it.field == 'kind' }.count", Integer.class))
                .containsExactly(2);
        assertThat(found.getList("facets.findAll { it.field == 'openToLocal' }.count", Integer.class))
                .containsExactly(2);
        search("contractor", "Facetted Stones", "code", "AQ2", "facets", "true")
                .body("items.size()", equalTo(1))
                .body("facets.find { it.field == 'kind' }.count", equalTo(1));
        search("contractor", "Facetted Stones").body("facets", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"resurface ice, Z-9", "ZAMB, Z-9", "z-9, Z-9", "100%, P_1", "p_1, P_1", "nothing of it, ''"})
    @DisplayName(
            "A price list is searched by words in any form, and by a part of a description or an item id taken literally")
    void linesOfAPriceList(String text, String itemId) {
        String number = Registry.agreement("Rink Prices");
        Registry.importList(
                        number,
                        0,
                        HEADER
                                + "P_1,Paint 100% white,each,1.00\nPA1,Paint white,each,1.00\nZ-9,Zamboni machine for resurfacing ice,each,90000.00\n")
                .then()
                .statusCode(201);
        given().queryParam("text", text)
                .get("/v1/agreements/" + number + "/price-list")
                .then()
                .statusCode(200)
                .body("lineCount", equalTo(3))
                .body("items.itemId", itemId.isEmpty() ? empty() : contains(itemId));
    }

    @Test
    @DisplayName("CON-NUMBER-SUFFIX: a number is read in any printing, and never taken for a similar one")
    void aNumberIsReadInAnyPrinting() {
        String number = Registry.agreement("Numbered Co");
        given().get("/v1/cmas-numbers/{text}", "#" + number.replaceFirst("-(\\d{2})-(\\d{4})", "-$1$2"))
                .then()
                .statusCode(200)
                .body("canonical", equalTo(number))
                .body("kind", equalTo("NON_IT"))
                .body("agreement", equalTo("/v1/agreements/" + number));
        for (String printed : List.of("0" + number, number + ", SUPPLEMENT NO. 2", number.replaceFirst("-", ""))) {
            given().get("/v1/cmas-numbers/{text}", printed)
                    .then()
                    .statusCode(400)
                    .body("suggestions", contains(number));
        }
        given().get("/v1/cmas-numbers/{text}", number + "B")
                .then()
                .statusCode(200)
                .body("suffix", equalTo("B"))
                .body("agreement", equalTo(null))
                .body("suggestions[0]", equalTo(number));
    }
}
