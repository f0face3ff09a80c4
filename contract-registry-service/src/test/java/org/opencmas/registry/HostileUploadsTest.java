package org.opencmas.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.hostile.HostileFile;
import org.opencmas.testkit.hostile.HostileTable;
import org.opencmas.testkit.hostile.HostileUploads;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Hostile files that are sent to the registry are refused at once, and leave nothing behind")
class HostileUploadsTest {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Duration SOON = Eventually.PATIENCE;
    private static final HostileTable TABLE = new HostileTable(
            List.of("item_id", "description", "unit", "price"), List.of("A-1", "Chair", "each", "10.00"), 3);

    private static String type(HostileFile file) {
        return file.workbook() ? WORKBOOK : "text/csv; charset=utf-8";
    }

    @Test
    @DisplayName("A price list is refused, and nothing of it is published")
    void aPriceList() {
        String number = Registry.agreement("Hostile Lists, Inc.");
        HostileUploads.to(file -> Registry.analyst()
                        .contentType(type(file))
                        .queryParam("agreement", number)
                        .body(file.bytes())
                        .post("/v1/price-list-imports")
                        .statusCode())
                .run(TABLE, 3);
        given().get("/v1/agreements/" + number + "/price-list?asOf=2026-06-01")
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("A workbook that is to be marked is refused, or comes back with its faults")
    void aWorkbookToBeMarked() {
        HostileUploads.to(file -> {
                    Response answer = Registry.analyst()
                            .contentType(WORKBOOK)
                            .body(file.bytes())
                            .post("/v1/price-list-checks");
                    boolean isFaulty =
                            answer.statusCode() == 200 && Integer.parseInt(answer.header("Price-List-Faults")) > 0;
                    return isFaulty ? 422 : answer.statusCode();
                })
                .only(HostileFile::workbook)
                .run(TABLE, 4);
    }

    @Test
    @DisplayName("Corrections are refused where no import asks for them")
    void corrections() {
        String number = Registry.agreement("Hostile Corrections, Inc.");
        String refused = Registry.analyst()
                .contentType("text/csv; charset=utf-8")
                .queryParam("agreement", number)
                .queryParam("inBackground", true)
                .body("item_id,description,unit,price\nA,B,each,much\n")
                .post("/v1/price-list-imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location")
                .replace("/progress", "");
        Eventually.within(
                SOON,
                () -> assertThat(given().auth()
                                .oauth2(Tokens.of("dgs-analyst"))
                                .get(refused + "/progress")
                                .<String>path("state"))
                        .isEqualTo("REFUSED"));
        HostileUploads.to(file -> Registry.analyst()
                        .contentType("text/csv; charset=utf-8")
                        .body(file.bytes())
                        .post(refused + "/corrections")
                        .statusCode())
                .only(file -> !file.workbook())
                .run(TABLE, 4);
    }

    @Test
    @DisplayName(
            "A document is kept as the bytes it is or refused as none of its kinds; none is opened or shown within a page")
    void aDocument() {
        String number = Registry.agreement("Hostile Documents, Inc.");
        HostileUploads.to(file -> {
                    Response answer = Registry.analyst()
                            .contentType("application/octet-stream")
                            .queryParam("part", "LISTING_AND_PRICES")
                            .queryParam("supplement", 0)
                            .queryParam("title", "Hostile")
                            .body(file.bytes())
                            .post("/v1/agreements/" + number + "/documents");
                    if (answer.statusCode() == 201) {
                        given().get(answer.<String>path("content"))
                                .then()
                                .statusCode(200)
                                .header("X-Content-Type-Options", equalTo("nosniff"))
                                .header("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment"));
                    }
                    return answer.statusCode();
                })
                .orTakenDown(201)
                .run(TABLE, 4);
    }
}
