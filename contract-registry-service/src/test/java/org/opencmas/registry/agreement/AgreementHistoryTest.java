package org.opencmas.registry.agreement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "CON-SUPPLEMENT: an agreement tells where each of its terms comes from, and shows a supplement before it is added")
class AgreementHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private String number;

    @BeforeEach
    void register() {
        number = Registry.agreement("Historic Inc.");
    }

    private static String supplement(LocalDate effectiveOn, int endYear, boolean nsp, int codes) {
        return supplement(effectiveOn, endYear, nsp, codes, null);
    }

    private static String supplement(
            LocalDate effectiveOn, int endYear, boolean nsp, int codes, @Nullable Integer replaces) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < codes; i++) {
            all.add("\"C" + i + "\"");
        }
        return """
                {"effectiveOn": "%s", "replaces": %s, "termStart": "2026-01-01", "termEnd": "%d-12-31", "forUseBy": "STATE_AND_LOCAL",
                 "nspProvision": %s, "productCodes": [%s], "categories": ["OTHER_GOODS"],
                 "baseContract": {"number": "GS-07F-0001X", "type": "GSA", "holder": "Base Holder Inc."}}
                """.formatted(effectiveOn, replaces, endYear, nsp, String.join(", ", all));
    }

    private void add(String body) {
        Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/agreements/" + number + "/supplements")
                .then()
                .statusCode(201);
    }

    private Response preview(String body) {
        return Registry.post("/v1/agreements/" + number + "/supplement-previews", body);
    }

    private Response asked(String path, LocalDate asOf, String knownAt) {
        return given().queryParam("asOf", asOf.toString())
                .queryParam("knownAt", knownAt)
                .get("/v1/agreements/" + number + path);
    }

    @Test
    @DisplayName("what the database gives for a day and an instant is the fold of what had taken effect and was known")
    void theDatabaseGivesTheFold() {
        Random random = new Random(77);
        Map<LocalDate, Integer> latest = new HashMap<>(Map.of(FIRST, 0));
        for (int i = 1; i <= 6; i++) {
            LocalDate day = FIRST.plusDays(random.nextInt(5));
            add(supplement(day, 2027 + random.nextInt(2), random.nextBoolean(), 0, latest.put(day, i)));
        }
        List<String> instants =
                given().get("/v1/agreements/" + number + "/supplements").path("items.recordedAt");
        for (int day = 0; day < 6; day++) {
            for (String knownAt : instants) {
                LocalDate asOf = FIRST.plusDays(day);
                Response agreement = asked("", asOf, knownAt);
                Response sources = asked("/field-sources", asOf, knownAt);
                assertThat(sources.statusCode())
                        .isEqualTo(agreement.statusCode())
                        .isEqualTo(200);
                assertThat(sources.<Integer>path("supplementNumber"))
                        .as("%s known at %s", asOf, knownAt)
                        .isEqualTo(agreement.path("supplementNumber"));
                assertThat(sources.<String>path("items.find { it.field == 'termEnd' }.value"))
                        .isEqualTo(agreement.path("termEnd"));
                assertThat(sources.<Boolean>path("items.find { it.field == 'nspProvision' }.value"))
                        .isEqualTo(agreement.path("nspProvision"));
            }
        }
    }

    @Test
    @DisplayName("the database refuses a second supplement for a day at an instant")
    void theDatabaseRefusesAnOverlap() throws SQLException {
        String overlap = "insert into agreement_terms_in_force (cmas_number, supplement_number, days, known) values ('"
                + number + "', 0, '[2026-06-01,2026-07-01)', tstzrange(now(), null))";
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(overlap))
                    .hasMessageContaining("one_supplement_for_a_day_at_an_instant");
            // Before the agreement's first day nothing is in force.
            assertThat(statement.executeUpdate(overlap.replace("2026-06-01,2026-07-01", "2025-06-01,2026-01-01")))
                    .isEqualTo(1);
            assertThatThrownBy(() -> statement.execute(
                            "delete from agreement_terms_in_force where cmas_number = '" + number + "'"))
                    .hasMessageContaining("stays as it is");
        }
    }

    @Test
    void everyFieldSaysWhichSupplementItComesFrom() {
        add(supplement(LocalDate.of(2026, 7, 1), 2029, true, 0));
        String document = Registry.post("/v1/agreements/" + number + "/documents/references", """
                        {"part": "SUPPLEMENTS", "supplementNumber": 1, "title": "Supplement 1",
                         "link": "https://www.dgs.ca.gov/supplement-1", "retrievedOn": "2026-07-01"}""")
                .then()
                .statusCode(201)
                .extract()
                .path("documentId");
        given().queryParam("asOf", "2026-07-01")
                .get("/v1/agreements/" + number + "/field-sources")
                .then()
                .statusCode(200)
                .body("items.find { it.field == 'termEnd' }.documents.documentId", contains(document))
                .body(
                        "items.find { it.field == 'termEnd' }.documents.place",
                        contains("https://www.dgs.ca.gov/supplement-1"))
                .body("items.find { it.field == 'contractorName' }.documents", empty())
                .body("supplementNumber", equalTo(1))
                .body("items.find { it.field == 'termEnd' }.supplementNumber", equalTo(1))
                .body("items.find { it.field == 'contractorName' }.supplementNumber", equalTo(0))
                .body("items.find { it.field == 'baseContract' }.value.number", equalTo("GS-07F-0001X"));
        given().queryParam("asOf", "2025-12-31")
                .get("/v1/agreements/" + number + "/field-sources")
                .then()
                .statusCode(404);
        for (String path : List.of("", "/field-sources")) {
            given().queryParam("asOf", "2026-07-01")
                    .queryParam("knownAt", "2020-01-01T00:00:00Z")
                    .get("/v1/agreements/" + number + path)
                    .then()
                    .statusCode(404)
                    .body(
                            "detail",
                            equalTo("There is no agreement " + number
                                    + " as known at 2020-01-01T00:00:00Z in force on 2026-07-01."));
        }
    }

    @Test
    void aPreviewShowsTheDifferenceAndStoresNothing() {
        add(supplement(LocalDate.of(2027, 7, 1), 2029, true, 0));
        String etag = Registry.etag(number);
        preview(supplement(LocalDate.of(2026, 7, 1), 2030, true, 1))
                .then()
                .statusCode(200)
                .body("agreement.supplementNumber", equalTo(2))
                .body("agreement.termEnd", equalTo("2030-12-31"))
                .body("differences.field", hasItem("termEnd"))
                .body("differences.find { it.field == 'termEnd' }.from", equalTo("2028-12-31"))
                .body("differences.find { it.field == 'termEnd' }.to", equalTo("2030-12-31"))
                .body("laterTermsFrom", contains("2027-07-01"))
                .body("affectedOrders.count", equalTo(0))
                .body("affectedOrders.subtotal", equalTo("0.00"));
        assertThat(Registry.etag(number)).isEqualTo(etag);
        given().get("/v1/agreements/" + number + "/supplements").then().body("items.supplementNumber", contains(0, 1));
    }

    @Test
    @DisplayName("CON-DESCRIPTOR-MAX12: a preview refuses the 13th code and takes 12, as adding does")
    void aPreviewRefusesWhatAddingRefuses() {
        preview(supplement(LocalDate.of(2026, 7, 1), 2030, true, 12)).then().statusCode(200);
        preview(supplement(LocalDate.of(2026, 7, 1), 2030, true, 13))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/productCodes/12"));
        preview(supplement(LocalDate.of(2025, 12, 31), 2030, true, 0)).then().statusCode(400);
    }
}
