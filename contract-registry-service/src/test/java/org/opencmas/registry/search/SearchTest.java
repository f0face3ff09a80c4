package org.opencmas.registry.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.registry.Registry;
import org.opencmas.registry.search.lines.PriceLineIndex;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@DisplayName("Agreements are found by contractor name and by what they offer")
class SearchTest extends SearchSteps {
    private static final int LONG_LIST = 60_000;

    @Inject
    PriceLineIndex index;

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
            statement.execute("lock table agreement_supplement in access exclusive mode");
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
    void anEmptyAnswerSaysWhatToTry() {
        Registry.agreement("Hintworthy Industries");
        search("contractor", "Hintworthy", "kind", "IT")
                .body("items", empty())
                .body("hints[0]", containsString("Without the filters"));
        search("contractor", "Hintwxrthx").body("hints[0]", containsString("Hintworthy Industries"));
        search("description", "qqqqqqqq").body("hints", not(empty()));
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
    @DisplayName("An agreement is found by its number in any printing, or by a part of it, beside other narrowings")
    void aNumberIsSearchedInAnyPrinting() {
        String number = Registry.agreement("Numbered Search");
        String end = number.substring(number.length() - 4);
        for (String printed : List.of(
                number,
                "#" + number.toLowerCase(java.util.Locale.ROOT),
                number.replace("-", ""),
                number.replaceFirst("-(\\d{2})-(\\d{4})", "-$1$2"),
                "01-" + end)) {
            search("number", printed, "contractor", "Numbered Search").body("items.cmasNumber", contains(number));
        }
        search("number", number, "contractor", "Numbered Search", "nsp", "false")
                .body("items", empty());
        search("number", number + "A").body("items.cmasNumber", not(hasItem(number)));
        given().queryParam("number", "4-").get("/v1/agreements").then().statusCode(400);
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

    @Test
    @DisplayName("The agreement that has the item itself comes before one that only speaks of it")
    void theItemItselfComesFirst() {
        String speaks = Registry.agreement("Exactly Alpha");
        String has = Registry.agreement("Exactly Beta");
        Registry.importList(speaks, 0, HEADER + "A-1,Spare part for QX-77120,each,10.00\n")
                .then()
                .statusCode(201);
        Registry.importList(has, 0, HEADER + "QX-77120,Grinder,each,10.00\n")
                .then()
                .statusCode(201);
        search("description", "qx-77120")
                .body("items.cmasNumber", contains(has, speaks))
                .body("items[0].matches[0].by", equalTo("ITEM_ID"));
    }

    @Test
    @DisplayName("SRCH-DESC: a misspelt search says what was meant, and an empty one which word to leave out")
    void whatWasMeantAndWhatToLeaveOut() {
        String number = Registry.agreement("Orrery Works");
        Registry.importList(number, 0, HEADER + "O-1,Mechanical orrery,each,900.00\n")
                .then()
                .statusCode(201);
        search("description", "mechanical orery")
                .body("items.cmasNumber", contains(number))
                .body("didYouMean", equalTo("mechanical orrery"));
        search("description", "mechanical orrery").body("didYouMean", nullValue());
        search("description", "orrery zzyzx")
                .body("items", empty())
                .body("hints", hasItem(containsString("Without “zzyzx” there is something for “orrery”")));
    }

    @Test
    @DisplayName("Contractors, codes and items are suggested while somebody types")
    void suggestionsWhileTyping() {
        Registry.analyst()
                .contentType("application/json")
                .body("{\"title\": \"Wombat enclosures\"}")
                .put("/v1/product-codes/WOM1")
                .then()
                .statusCode(200);
        String number = Registry.agreement("Wombat Housing");
        Registry.importList(number, 0, HEADER + "W-1,Wombat ladder,each,9.00\n")
                .then()
                .statusCode(201);
        given().queryParam("text", "womb")
                .get("/v1/suggestions")
                .then()
                .statusCode(200)
                .body("items.field", contains("CONTRACTOR", "CODE", "DESCRIPTION"))
                .body("items.text", contains("Wombat Housing", "WOM1", "Wombat ladder"));
        given().queryParam("text", "w").get("/v1/suggestions").then().statusCode(400);
        // What nobody can buy any more is not suggested.
        Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType("application/json")
                .body("{\"status\": \"SUSPENDED\", \"reason\": \"over\"}")
                .post("/v1/agreements/" + number + "/status-changes")
                .then()
                .statusCode(201);
        given().queryParam("text", "womb")
                .get("/v1/suggestions")
                .then()
                .body("items.field", contains("CONTRACTOR", "CODE"));
    }

    @Test
    @DisplayName("One command has the index built anew, and everything is found meanwhile and afterwards")
    void theIndexBuiltAnew() {
        String number = Registry.agreement("Rebuilt Ruins");
        Registry.importList(number, 0, HEADER + "R-1,Ruinstone block,each,9.00\n")
                .then()
                .statusCode(201);
        Registry.analyst().post("/v1/search-index-rebuilds").then().statusCode(403);
        int rebuild = given().auth()
                .oauth2(Tokens.of("dgs-approver"))
                .header("Idempotency-Key", "rebuild-the-index")
                .post("/v1/search-index-rebuilds")
                .then()
                .statusCode(202)
                .body("number", greaterThanOrEqualTo(1))
                .extract()
                .path("number");
        search("description", "ruinstone").body("items.cmasNumber", contains(number));
        String meanwhile = Registry.agreement("Built Meanwhile");
        Registry.importList(meanwhile, 0, HEADER + "M-1,Meanwhilium block,each,9.00\n")
                .then()
                .statusCode(201);
        Eventually.within(
                Eventually.PATIENCE,
                () -> search("description", "meanwhilium").body("items.cmasNumber", contains(meanwhile)));
        // The other tests look for what they have just published, which may take longer as long as long lists are taken
        // in again.
        Eventually.within(Eventually.PATIENCE, () -> assertTrue(index.rebuilt() >= rebuild));
        search("description", "ruinstone").body("items.cmasNumber", contains(number));
    }

    @Test
    @DisplayName("A search that comes before a long list is taken in says that it did not look at it")
    void aLongListIsFoundOrSaidToBeMissing() {
        String number = Registry.agreement("Long Lists");
        StringBuilder file = new StringBuilder(HEADER);
        IntStream.range(0, LONG_LIST)
                .forEach(i -> file.append("L-").append(i).append(",Longlistium block,each,9.00\n"));
        Registry.importList(number, 0, file.toString()).then().statusCode(201);
        List<String> silent = new ArrayList<>();
        Eventually.within(Eventually.PATIENCE, () -> {
            JsonPath answer = search("description", "longlistium").extract().jsonPath();
            List<String> found = answer.getList("items.cmasNumber");
            if (found.isEmpty()
                    && (answer.get("pendingPriceLists") == null
                            || !String.valueOf(answer.getList("hints")).contains("being taken in"))) {
                silent.add(answer.prettify());
            }
            assertEquals(List.of(number), found);
        });
        assertEquals(List.of(), silent);
        search("description", "longlistium").body("pendingPriceLists", nullValue());
    }
}
