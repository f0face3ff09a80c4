package org.opencmas.registry.pricelist.lineage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A price line is the same line through all supplements, and a whole list is given out as of a date")
class LineageTest {
    private static final String HEADER = "item_id,description,unit,price,base_price,sin,kind\n";
    private static final int LINES = 6_000;
    private static final int MORE_THAN_A_PAGE_READS = 20_001;

    private static String supplemented(String contractor, String effectiveOn) {
        String number = Registry.agreement(contractor);
        Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType(ContentType.JSON)
                .body("""
                        {"effectiveOn": "%s", "termStart": "2026-01-01", "termEnd": "2029-06-30", "forUseBy": "STATE_AND_LOCAL",
                         "nspProvision": true, "baseContract": {"number": "GS-1", "type": "GSA", "holder": "H"}}
                        """.formatted(effectiveOn))
                .post("/v1/agreements/" + number + "/supplements")
                .then()
                .statusCode(201);
        return number;
    }

    private static String list(String number, int supplement, String lines) {
        return Registry.importList(number, supplement, HEADER + lines)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    @DisplayName(
            "Two items of one product are two lines, each with its own history; an id in other letters is the same line")
    void oldAndNewStandSideBySide() {
        String number = supplemented("Lineage, Inc.", "2026-07-01");
        String first = list(number, 0, "A-1,Chair,each,10.00,,,\nA-2,Chair,each,11.00,,,\nB-1,Desk,each,5.00,,,\n");
        String second = list(number, 1, "a-1,Chair,each,9.50,,,\nA-2,Chair,each,11.00,,,\nC-1,Lamp,each,3.00,,,\n");
        String lineage = "/v1/agreements/" + number + "/price-lists/lineage?item=";
        given().get(lineage + "A-1")
                .then()
                .statusCode(200)
                .body("versions.priceListId", contains(first, second))
                .body("versions.supplementNumber", contains(0, 1))
                .body("versions.line.price", contains("10.00", "9.50"));
        given().get(lineage + "A-2").then().body("versions.line.price", contains("11.00", "11.00"));
        given().get(lineage + "B-1")
                .then()
                .body("versions[0].line.price", equalTo("5.00"))
                .body("versions[1].line", nullValue());
        given().get(lineage + "Z").then().statusCode(404);
        given().get("/v1/agreements/4-01-01-9999/price-lists/lineage?item=A")
                .then()
                .statusCode(404);

        String changes = "/v1/agreements/" + number + "/price-lists/" + second + "/changes";
        given().get(changes)
                .then()
                .statusCode(200)
                .body("items.itemId", org.hamcrest.Matchers.hasItems("B-1", "C-1"))
                .body("items.find { it.itemId == 'B-1' }.kind", equalTo("REMOVED"))
                .body("items.find { it.itemId == 'C-1' }.kind", equalTo("ADDED"))
                .body("items.find { it.itemId == 'C-1' }.before", nullValue())
                .body("items.find { it.itemId == 'C-1' }.after.price", equalTo("3.00"));
        given().get("/v1/agreements/" + number + "/price-lists/" + first + "/changes")
                .then()
                .statusCode(404);
    }

    private static String lines(int from, String price) {
        var lines = new StringBuilder();
        for (int i = from; i < from + LINES; i++) {
            lines.append("I-%05d,Bolt number %d,each,%s,,,GOODS\n".formatted(i, i, i % 2_000 == 0 ? price : "1.00"));
        }
        return lines.toString();
    }

    @Test
    @DisplayName("Lists that are longer than what is compared at a time are compared to their ends, page by page")
    void longListsAreComparedToTheirEnds() {
        String number = supplemented("Long Lineage, Inc.", "2026-07-01");
        list(number, 0, lines(0, "1.00"));
        String second = list(number, 1, lines(2_000, "2.00"));
        String changes = "/v1/agreements/" + number + "/price-lists/" + second + "/changes?limit=200";
        int removed = 0;
        int added = 0;
        List<String> changed = new java.util.ArrayList<>();
        for (String next = changes; next != null; ) {
            var page = given().get(next).then().statusCode(200).extract();
            List<String> kinds = page.path("items.kind");
            List<String> ids = page.path("items.itemId");
            for (int i = 0; i < kinds.size(); i++) {
                switch (kinds.get(i)) {
                    case "REMOVED" -> removed++;
                    case "ADDED" -> added++;
                    default -> changed.add(ids.get(i));
                }
            }
            next = page.path("next");
        }
        assertThat(removed).isEqualTo(2_000);
        assertThat(added).isEqualTo(2_000);
        assertThat(changed).containsExactly("I-02000", "I-04000");
    }

    private static String alike(String lastPrice) {
        var lines = new StringBuilder();
        for (int i = 1; i <= MORE_THAN_A_PAGE_READS; i++) {
            lines.append(
                    "I-%05d,Bolt,each,%s,,,GOODS\n".formatted(i, i == MORE_THAN_A_PAGE_READS ? lastPrice : "1.00"));
        }
        return lines.toString();
    }

    @Test
    @DisplayName(
            "A page ends after 20,000 lines of each list, though it is empty, and the next one goes on behind them")
    void aPageReadsSoMuchAndNoMore() {
        String number = supplemented("Alike, Inc.", "2026-07-01");
        list(number, 0, alike("1.00"));
        String second = list(number, 1, alike("2.00"));
        String next = given().get("/v1/agreements/" + number + "/price-lists/" + second + "/changes?limit=1")
                .then()
                .statusCode(200)
                .body("items", empty())
                .extract()
                .path("next");
        given().get(next)
                .then()
                .statusCode(200)
                .body("items.itemId", contains("I-" + MORE_THAN_A_PAGE_READS))
                .body("next", nullValue());
    }

    @Test
    @DisplayName("A whole list is given out as JSON and as CSV, the list of its day, and no cell of it is a formula")
    void aWholeListIsGivenOut() {
        String number = supplemented("Exported, Inc.", "2026-07-01");
        list(number, 0, lines(0, "1.00"));
        list(number, 1, "A,\"Chair, \"\"red\"\"\",each,1.5,2,-70,GOODS\n");
        String export = "/v1/agreements/" + number + "/price-list/export?asOf=";
        given().get(export + "2026-06-30")
                .then()
                .statusCode(200)
                .body("lineCount", equalTo(LINES))
                .body("items", hasSize(LINES))
                .body("items[5999].itemId", equalTo("I-05999"))
                .header("Content-Disposition", notNullValue());
        String csv = given().accept("text/csv").get(export + "2026-07-01").asString();
        assertThat(csv)
                .isEqualTo("item_id,description,unit,price,base_price,sin,kind,labor_education,labor_years\r\n"
                        + "A,\"Chair, \"\"red\"\"\",each,1.50,2.00,'-70,GOODS,,\r\n");
        given().get(export + "2025-12-31").then().statusCode(404);
        given().get("/v1/agreements/" + number + "/price-lists/" + java.util.UUID.randomUUID() + "/changes")
                .then()
                .statusCode(404);
        given().get("/v1/price-list-imports")
                .then()
                .statusCode(401)
                .body("items", org.hamcrest.Matchers.anyOf(nullValue(), empty()));
    }
}
