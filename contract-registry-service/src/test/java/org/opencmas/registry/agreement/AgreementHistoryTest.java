package org.opencmas.registry.agreement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
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
        List<String> all = new ArrayList<>();
        for (int i = 0; i < codes; i++) {
            all.add("\"C" + i + "\"");
        }
        return """
                {"effectiveOn": "%s", "termStart": "2026-01-01", "termEnd": "%d-12-31", "forUseBy": "STATE_AND_LOCAL",
                 "nspProvision": %s, "productCodes": [%s], "categories": ["OTHER_GOODS"],
                 "baseContract": {"number": "GS-07F-0001X", "type": "GSA", "holder": "Base Holder Inc."}}
                """.formatted(effectiveOn, endYear, nsp, String.join(", ", all));
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
        for (int i = 0; i < 6; i++) {
            add(supplement(FIRST.plusDays(random.nextInt(5)), 2027 + random.nextInt(2), random.nextBoolean(), 0));
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
    void everyFieldSaysWhichSupplementItComesFrom() {
        add(supplement(LocalDate.of(2026, 7, 1), 2029, true, 0));
        given().queryParam("asOf", "2026-07-01")
                .get("/v1/agreements/" + number + "/field-sources")
                .then()
                .statusCode(200)
                .body("supplementNumber", equalTo(1))
                .body("items.find { it.field == 'termEnd' }.supplementNumber", equalTo(1))
                .body("items.find { it.field == 'contractorName' }.supplementNumber", equalTo(0))
                .body("items.find { it.field == 'baseContract' }.value.number", equalTo("GS-07F-0001X"));
        given().queryParam("asOf", "2025-12-31")
                .get("/v1/agreements/" + number + "/field-sources")
                .then()
                .statusCode(404);
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
                .body("laterTermsFrom", contains("2027-07-01"));
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
