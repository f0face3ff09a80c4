package org.opencmas.registry.pricelist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A price list is imported from a workbook, or only checked")
class WorkbookImportTest {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static ValidatableResponse send(String agreement, boolean dryRun, byte[] bytes) {
        return Registry.analyst()
                .contentType(WORKBOOK)
                .queryParam("agreement", agreement)
                .queryParam("dryRun", dryRun)
                .body(bytes)
                .post("/v1/price-list-imports")
                .then();
    }

    private static byte[] real(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/price-lists", name));
    }

    @Test
    void aDryRunStoresNothingAndTheSameFileIsPublishedThen() throws IOException {
        String number = Registry.agreement("Workbook, Inc.");
        send(number, true, real("s70_example.xlsx"))
                .statusCode(200)
                .body("state", equalTo("CHECKED"))
                .body("rows", equalTo(1))
                .body("passedOver.sheet", hasItem("(3)Labor Categories"));
        assertThat(Registry.etag(number)).isEqualTo("\"1\"");
        given().get("/v1/agreements/" + number + "/price-list").then().statusCode(404);

        send(number, false, real("s70_example.xlsx")).statusCode(201).body("state", equalTo("PUBLISHED"));
        given().queryParam("asOf", "2026-06-01")
                .get("/v1/agreements/" + number + "/price-list")
                .then()
                .body("items.itemId", contains("Project Manager"))
                .body("items.price", contains("115.99"));
        send(number, false, real("s70_example.xlsx")).statusCode(200);
        send(number, true, real("r10_example.xlsx"))
                .statusCode(409)
                .body("type", equalTo("/problems/price-list-exists"));
    }

    @Test
    void faultsAreToldInADryRunAsInAnImport() throws IOException {
        String number = Registry.agreement("Faulty Workbook, Inc.");
        for (boolean dryRun : new boolean[] {true, false}) {
            send(number, dryRun, real("71_IIK.xlsx"))
                    .statusCode(422)
                    .body("type", equalTo("/problems/price-list-refused"))
                    .body("errors.detail", contains("the workbook has titles and no items"));
            send(number, dryRun, "item_id,description,unit,price\n".getBytes(StandardCharsets.UTF_8))
                    .statusCode(422)
                    .body("errors.detail", contains("the file is not a workbook (.xlsx)"));
        }
    }

    @Test
    @DisplayName("a workbook comes back with the count of its faults, and is refused where no row can be marked")
    void aWorkbookComesBackMarked() throws IOException {
        byte[] marked = Registry.analyst()
                .contentType(WORKBOOK)
                .body(real("s70_example.xlsx"))
                .post("/v1/price-list-checks")
                .then()
                .statusCode(200)
                .contentType(WORKBOOK)
                .header("Price-List-Faults", equalTo("0"))
                .extract()
                .asByteArray();
        send(Registry.agreement("Marked Workbook, Inc."), false, marked)
                .statusCode(201)
                .body("rows", equalTo(1));
        Registry.analyst()
                .contentType(WORKBOOK)
                .body(real("71_IIK.xlsx"))
                .post("/v1/price-list-checks")
                .then()
                .statusCode(422)
                .body("errors.detail", contains("the workbook has titles and no items"));
    }

    @Test
    void aCsvFileIsCheckedWithoutBeingPublishedToo() {
        String number = Registry.agreement("Checked Csv, Inc.");
        Registry.analyst()
                .contentType("text/csv; charset=utf-8")
                .queryParam("agreement", number)
                .queryParam("dryRun", true)
                .body("item_id,description,unit,price\nA,Turf,each,1.00\n")
                .post("/v1/price-list-imports")
                .then()
                .statusCode(200)
                .body("state", equalTo("CHECKED"));
        given().get("/v1/agreements/" + number + "/price-list").then().statusCode(404);
    }
}
