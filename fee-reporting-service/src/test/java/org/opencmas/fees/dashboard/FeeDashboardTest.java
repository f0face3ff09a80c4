package org.opencmas.fees.dashboard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

/** In years of its own, so that no other test's orders are in the totals. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class FeeDashboardTest {
    @Inject
    Scene scene;

    private static ValidatableResponse dashboard(String query) {
        return Api.analyst().get("/v1/dashboards/fees?" + query).then().statusCode(200);
    }

    @Test
    @DisplayName("totals by quarter, agency type and contractor are those of the ledger")
    void totalsAreThoseOfTheLedger() {
        UUID contractor = scene.contractor();
        UUID smallBusiness = scene.contractor();
        scene.contractorHas(smallBusiness, Scene.certificate("SB", "2021-01-01", "2021-12-31"), 2);
        String number = scene.agreement(contractor, "2021-01-01", "2021-12-31");
        String waived = scene.agreement(smallBusiness, "2021-01-01", "2021-06-30");
        UUID city = scene.agency("CITY");
        scene.order(city, number, "2021-02-01").issued("1000.00").amended("2021-05-01", "1500.00");
        scene.order(scene.agency("K12"), number, "2021-03-01").issued("0.40");
        scene.order(city, waived, "2021-02-02").issued("200.00");
        Api.file(contractor, number, "2021-Q1").statusCode(201);

        dashboard("by=quarter&from=2021-Q1&through=2021-Q4")
                .body("rows.quarter", contains("2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"))
                .body("rows.sales", contains("1200.40", "500.00", "0.00", "0.00"))
                .body("rows.feeDue", contains("12.505", "6.25", "0.00", "0.00"))
                .body("rows.salesWaived", contains("200.00", "0.00", "0.00", "0.00"))
                .body("rows.feeWaived", contains("2.50", "0.00", "0.00", "0.00"))
                .body("rows.orders", contains(3, 0, 0, 0))
                .body("rows.reportsExpected", contains(2, 2, 1, 1))
                .body("rows.reportsFiled", contains(1, 0, 0, 0))
                .body("rows.feeDueFiled", contains("12.51", "0.00", "0.00", "0.00"))
                .body("total.sales", equalTo("1700.40"))
                .body("total.reportsExpected", equalTo(6))
                .body("asOf", notNullValue());
        dashboard("by=agency-type&from=2021-Q1&through=2021-Q2")
                .body("rows.agencyType", contains("CITY", "K12"))
                .body("rows.sales", contains("1700.00", "0.40"))
                .body("rows[0]", not(hasKey("reportsExpected")));
        dashboard("by=contractor&from=2021-Q1")
                .body("rows.find { it.contractorId == '%s' }.sales".formatted(contractor), equalTo("1000.40"))
                .body("rows.find { it.contractorId == '%s' }.reportsFiled".formatted(contractor), equalTo(1))
                .body("rows.find { it.contractorId == '%s' }.feeWaived".formatted(smallBusiness), equalTo("2.50"));
        String next = dashboard("by=contractor&from=2021-Q1&limit=1").extract().path("next");
        Api.analyst()
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("rows.size()", equalTo(1))
                .body("total.sales", equalTo("1200.40"));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName(
            "what a report adds is owed besides what orders accrued, in each quarter and of each contractor, until the order comes")
    void declaredOrdersAreOwedToo() {
        UUID contractor = scene.contractor();
        UUID city = scene.agency("CITY");
        String number = scene.agreement(contractor, "2020-07-01", "2020-12-31");
        scene.order(city, number, "2020-08-01").issued("1000.00");
        var order = scene.order(city, number, "2020-08-02");
        String report = "/v1/quarterly-reports/" + number + "/2020-Q3";
        Api.contractor(contractor)
                .header("If-Match", Api.analyst().get(report).getHeader("ETag"))
                .contentType("application/json")
                .body("""
                        {"answers":[],"added":[{"agencyName":"Agency %s","agencyClass":"LOCAL","purchaseOrderNumber":"PO-%s",
                         "amendmentNumber":0,"purchaseOrderDate":"2020-08-02","total":"400.00"}]}""".formatted(
                                city.toString().substring(0, 4),
                                order.orderId.toString().substring(0, 8)))
                .put(report + "/lines")
                .then()
                .statusCode(200);
        Api.file(contractor, number, "2020-Q3").statusCode(201).body("totals.feeDue", equalTo("17.50"));
        dashboard("by=quarter&from=2020-Q3")
                .body("rows.feeDue", contains("12.50"))
                .body("rows.salesDeclared", contains("400.00"))
                .body("rows.feeDeclared", contains("5.00"))
                .body("rows.feeOwed", contains("17.50"))
                .body("total.feeOwed", equalTo("17.50"));
        dashboard("by=contractor&from=2020-Q3")
                .body("rows.find { it.contractorId == '%s' }.feeDeclared".formatted(contractor), equalTo("5.00"))
                .body("rows.find { it.contractorId == '%s' }.feeOwed".formatted(contractor), equalTo("17.50"));
        dashboard("by=agency-type&from=2020-Q3")
                .body("rows[0]", not(hasKey("feeOwed")))
                .body("total.feeOwed", equalTo("17.50"));
        order.issued("400.00");
        dashboard("by=quarter&from=2020-Q3&through=2020-Q4")
                .body("rows.feeDue", contains("12.50", "5.00"))
                .body("rows.feeDeclared", contains("5.00", "-5.00"))
                .body("rows.feeOwed", contains("17.50", "0.00"))
                .body("total.feeDeclared", equalTo("0.00"))
                .body("total.feeOwed", equalTo("17.50"));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName("a rejected order is taken out of the totals and comes back with the amendment issued in its place")
    void aRejectedOrder() {
        String number = scene.agreement(scene.contractor(), "2020-01-01", "2020-12-31");
        var order = scene.order(scene.agency("UC"), number, "2020-02-01")
                .issued("1000.00")
                .rejected("2020-04-01");
        dashboard("by=quarter&from=2020-Q1&through=2020-Q2")
                .body("rows.sales", contains("1000.00", "-1000.00"))
                .body("rows.orders", contains(1, -1))
                .body("total.feeDue", equalTo("0.00"));
        order.amended("2020-04-02", "400.00");
        dashboard("by=agency-type&from=2020-Q1&through=2020-Q2")
                .body("rows.sales", contains("400.00"))
                .body("rows.orders", contains(1))
                .body("total.feeDue", equalTo("5.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "by=month&from=2021-Q1, by",
        "by=quarter, from",
        "from=2021, from",
        "from=2021-Q2&through=2021-Q1, through",
        "from=2021-Q2&by=contractor&cursor=x, cursor"
    })
    void badParametersAreNamed(String query, String parameter) {
        Api.analyst()
                .get("/v1/dashboards/fees?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void dashboardsAreForTheDepartment() {
        given().get("/v1/dashboards/fees?from=2021-Q1").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.contractor(UUID.randomUUID()))
                .get("/v1/dashboards/fees?from=2021-Q1")
                .then()
                .statusCode(403);
    }
}
