package org.opencmas.registry.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;

@QuarkusTest
@DisplayName("What is found is narrowed, counted, paged and kept as a table")
class SearchNarrowingTest extends SearchSteps {
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
    @DisplayName(
            "Counts for more searches at once than there are connections to the database: none holds one while it waits for another")
    void manyCountAtOnce() throws InterruptedException, ExecutionException {
        try (ExecutorService searchers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 48; i++) {
                answers.add(searchers.submit(() -> given().queryParam("description", "countworks")
                        .queryParam("facets", "true")
                        .get("/v1/agreements")
                        .statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
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

    @Test
    @DisplayName("What is covered, the base contract, CAL-Card, NSP and prices narrow; each count is what is left")
    void moreToNarrowBy() {
        String number = Registry.agreement("Narrow Gauge");
        Registry.importList(number, 0, HEADER + "G-1,Gaugeworks rail,each,99.995\nG-2,Gaugeworks sleeper,each,100.00\n")
                .then()
                .statusCode(201);
        JsonPath found = search("description", "gaugeworks", "facets", "true", "asOf", "2026-06-01")
                .extract()
                .jsonPath();
        for (String facet : List.of(
                "category OTHER_GOODS",
                "baseType GSA",
                "calCard true",
                "nsp true",
                "asOf 2026-06-01",
                "price 0.00-<100.00",
                "price 100.00-<1000.00")) {
            String field = facet.split(" ")[0];
            String value = facet.split(" ")[1];
            assertThat(found.getInt("facets.find { it.field == '" + field + "' && it.value == '" + value + "' }.count"))
                    .as(facet)
                    .isEqualTo(1);
            search("description", "gaugeworks", field, value).body("items.cmasNumber", contains(number));
        }
        for (String other : List.of(
                "category SOFTWARE",
                "baseType NON_GSA",
                "calCard false",
                "nsp false",
                "price 100.01-",
                "price -<99.995",
                "price -99.99")) {
            search("description", "gaugeworks", other.split(" ")[0], other.split(" ")[1])
                    .body("items", empty());
        }
        search("contractor", "Narrow Gauge", "price", "100.00-").body("items.cmasNumber", contains(number));
        search("contractor", "Narrow Gauge", "price", "100.01-").body("items", empty());
        for (String wrong : List.of("5", "2-1", "a-b", "-1-2", "1-<", "5-<5")) {
            given().queryParam("price", wrong)
                    .get("/v1/agreements")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("price"));
        }
    }

    @Test
    @DisplayName("What is found is given as CSV too, with nothing in it that a spreadsheet would calculate")
    void resultsAsCsv() {
        String number = Registry.agreement("=Cmd Calculations");
        String csv = given().queryParam("contractor", "Cmd Calculations")
                .get("/v1/agreements/results")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=utf-8")
                .extract()
                .asString();
        assertThat(csv.lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(number + ",NON_IT,'=Cmd Calculations,ACTIVE,");
    }
}
