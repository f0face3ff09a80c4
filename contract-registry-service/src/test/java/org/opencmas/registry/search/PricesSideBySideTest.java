package org.opencmas.registry.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;

@QuarkusTest
@DisplayName("Prices of like items are compared")
class PricesSideBySideTest extends SearchSteps {
    @Test
    @DisplayName("Prices of like items stand side by side by unit, with quartiles and where one price stands")
    void pricesSideBySide() {
        for (String price : List.of("100.00", "110.00", "120.00", "200.00")) {
            String number = Registry.agreement("Thatchers " + price);
            Registry.importList(
                            number,
                            0,
                            HEADER + "T-1,Master thatcher,hour," + price + "\nT-2,Master thatcher,day,800.00\n")
                    .then()
                    .statusCode(201);
        }
        given().queryParam("item", "master thatchers")
                .queryParam("price", "115")
                .get("/v1/price-comparisons")
                .then()
                .statusCode(200)
                .body("isWhole", equalTo(true))
                .body("units.unit", contains("day", "hour"))
                .body("units[1].counts.lines", equalTo(4))
                .body("units[1].counts.contractors", equalTo(4))
                .body("units[1].prices.lowest", equalTo("100.00"))
                .body("units[1].prices.lowerQuartile", equalTo("100.00"))
                .body("units[1].prices.median", equalTo("110.00"))
                .body("units[1].prices.upperQuartile", equalTo("120.00"))
                .body("units[1].prices.highest", equalTo("200.00"))
                .body("units[1].asked.below", equalTo(2))
                .body("units[1].asked.same", equalTo(0))
                .body("units[1].asked.above", equalTo(2))
                .body("cheapest[0].price", equalTo("100.00"));
        given().queryParam("item", "master thatcher")
                .queryParam("asOf", "2025-12-31")
                .get("/v1/price-comparisons")
                .then()
                .statusCode(200)
                .body("units", empty());
    }

    @Test
    @DisplayName("What nobody can order is not compared: an agreement that is suspended")
    void onlyWhatCanBeOrdered() {
        String number = Registry.agreement("Wheelwright Works");
        Registry.importList(number, 0, HEADER + "W-1,Wheelwright,hour,90.00\n")
                .then()
                .statusCode(201);
        String other = Registry.agreement("Wheelwright Yard");
        Registry.importList(other, 0, HEADER + "W-1,Wheelwright,hour,95.00\n")
                .then()
                .statusCode(201);
        compared("cheapest.cmasNumber", contains(number, other));
        Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType("application/json")
                .body("{\"status\": \"SUSPENDED\", \"reason\": \"over\"}")
                .post("/v1/agreements/" + number + "/status-changes")
                .then()
                .statusCode(201);
        compared("cheapest.cmasNumber", contains(other));
    }

    private static void compared(String path, Matcher<?> expected) {
        given().queryParam("item", "wheelwright")
                .get("/v1/price-comparisons")
                .then()
                .statusCode(200)
                .body(path, expected);
    }
}
