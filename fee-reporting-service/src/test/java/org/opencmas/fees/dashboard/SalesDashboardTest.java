package org.opencmas.fees.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.Api;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.terms.Usd;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

/** In years of its own, so that no other test's orders are in the totals. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Sales are told apart by what dashboards ask for, and every figure leads to its lines and can be cited")
class SalesDashboardTest {
    @Inject
    Scene scene;

    @Inject
    Deliveries deliveries;

    private static ValidatableResponse sales(String query) {
        return Api.analyst().get("/v1/dashboards/sales?" + query).then().statusCode(200);
    }

    /** An order with a line that is not specifically priced, as order-service tells it. */
    private void order(UUID agency, String number, String on, String payment, String listed, String nsp) {
        UUID orderId = UUID.randomUUID();
        Usd subtotal = Usd.of(listed).plus(Usd.of(nsp));
        String state = Scene.orderState(orderId, agency, number, 1, on, on, subtotal.toString())
                .replace("\"paymentMethod\":\"CAL_CARD\"", "\"paymentMethod\":\"" + payment + "\"")
                .replace("\"lines\":[]", """
                        "lines":[{"cmasNumber":"%s","nsp":false,"amount":"%s"},{"cmasNumber":"%s","nsp":true,"amount":"%s"}]""".formatted(number, listed, number, nsp));
        deliveries.deliver("cmas.orders", "order.issued.v1", orderId, 1, state);
    }

    @Test
    @DisplayName(
            "by agency type, agency, contractor, category and fiscal year; State departments too (FEE-CALCARD, FEE-NSP, FEE-SB-WAIVER)")
    void salesByEverything() {
        UUID small = scene.contractor();
        scene.contractorHas(small, Scene.certificate("SB", "2016-07-01", "2016-09-30"), 2);
        UUID veteran = scene.contractor();
        scene.contractorHas(veteran, Scene.certificate("DVBE", "2016-01-01", "2017-12-31"), 2);
        String ofSmall = scene.agreement(small, "2015-01-01", "2017-12-31");
        String ofVeteran = scene.agreement(veteran, "2015-01-01", "2017-12-31");
        UUID city = scene.agency("CITY");
        UUID department = scene.agency("STATE_DEPARTMENT");
        order(city, ofSmall, "2016-09-30", "CAL_CARD", "900.00", "100.00");
        order(city, ofSmall, "2016-10-01", "INVOICE", "500.00", "0.00");
        order(department, ofVeteran, "2016-08-01", "INVOICE", "2000.00", "0.00");
        scene.order(city, ofVeteran, "2015-08-01").issued("250.00");

        sales("by=agency-type&from=2016-Q3&through=2016-Q4")
                .body("rows.member", contains("CITY", "STATE_DEPARTMENT"))
                .body("rows.sales", contains("1500.00", "2000.00"))
                .body("rows.feeDue", contains("5.00", "0.00"))
                .body("rows.feeWaived", contains("10.00", "0.00"))
                .body("total.sales", equalTo("3500.00"))
                .body("total.localSales", equalTo("1500.00"))
                .body("total.stateSales", equalTo("2000.00"))
                .body("total.smallBusinessSales", equalTo("1000.00"))
                .body("total.dvbeSales", equalTo("2000.00"))
                .body("total.smallBusinessOrDvbeShare", equalTo("0.8571"))
                .body("total.nspSales", equalTo("100.00"))
                .body("total.nspShare", equalTo("0.0286"))
                .body("total.calCardSales", equalTo("1000.00"))
                .body("total.orders", equalTo(3))
                .body("definitions.keySet()", hasItems("sales", "nspShare", "yearBefore"));
        sales("by=fiscal-year&from=2016-Q3&through=2016-Q4")
                .body("rows.member", contains("2016-17"))
                .body("rows.sales", contains("3500.00"));
        sales("by=quarter&from=2016-Q3&through=2016-Q4").body("rows.sales", contains("3000.00", "500.00"));
        sales("by=agency&member=" + city + "&from=2016-Q3&through=2016-Q4")
                .body("rows.sales", contains("1500.00"))
                .body("rows[0].yearBefore.sales", equalTo("250.00"))
                .body("rows[0].yearBefore.growth", equalTo("5.0000"))
                .body("total.sales", equalTo("1500.00"));
        sales("by=contractor&from=2016-Q3&through=2016-Q4&top=1")
                .body("rows.member", contains(veteran.toString()))
                .body("rows[0].name", equalTo("Example Roofing, Inc."));
        sales("by=contractor&from=2016-Q3&through=2016-Q4&top=1&topBy=fee-due")
                .body("rows.member", contains(small.toString()));
        sales("by=category&from=2016-Q3&through=2016-Q4").body("rows.member", contains("NON_IT"));
        sales("by=schedule&from=2016-Q3&through=2016-Q4").body("rows.member", contains("NOT_PRINTED"));
        String next = sales("by=agency-type&from=2016-Q3&through=2016-Q4&limit=1")
                .body("rows.member", contains("CITY"))
                .extract()
                .path("next");
        Api.analyst()
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("rows.member", contains("STATE_DEPARTMENT"))
                .body("total.sales", equalTo("3500.00"));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName("a citation answers the same figures, whatever is entered later, and its lines add up to them")
    void aCitationStays() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "1997-01-01", "1997-12-31");
        UUID city = scene.agency("CITY");
        var order = scene.order(city, number, "1997-02-01").issued("1000.00");
        var first = sales("by=agency&from=1997-Q1&through=1997-Q4");
        String citation = first.extract().path("citation");
        Object rows = first.extract().path("rows");
        Object total = first.extract().path("total");

        order.amended("1997-03-01", "1700.00").terminated("1997-05-01", "1200.00");
        scene.agencyBecomes(city, "STATE_DEPARTMENT", 2);
        scene.order(city, number, "1997-02-02").issued("5.00");

        var cited = Api.analyst().get(citation).then().statusCode(200);
        assertThat((Object) cited.extract().path("rows")).isEqualTo(rows);
        assertThat((Object) cited.extract().path("total")).isEqualTo(total);
        assertThat((String) cited.extract().path("citation")).isEqualTo(citation);
        sales("by=agency&from=1997-Q1&through=1997-Q4").body("total.sales", equalTo("1205.00"));

        String lines = sales("by=agency&from=1997-Q1&through=1997-Q4").extract().path("rows[0].lines");
        List<Map<String, String>> behind =
                Api.analyst().get(lines).then().statusCode(200).extract().path("items");
        assertThat(Usd.sum(
                        behind.stream().map(line -> Usd.of(line.get("sales"))).toList()))
                .isEqualTo(Usd.of("1205.00"));
        String then = cited.extract().path("rows[0].lines");
        Api.analyst()
                .get(then)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].sales", equalTo("1000.00"));
    }

    @Test
    @DisplayName("an order whose agency is not known yet is in the sales at once, and moves when it is")
    void whatIsNotKnownYet() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2002-01-01", "2002-12-31");
        UUID unknown = UUID.randomUUID();
        scene.order(unknown, number, "2002-02-01")
                .issued("80.00")
                .rejected("2002-02-02")
                .amended("2002-02-03", "70.00");
        sales("by=agency-type&from=2002-Q1")
                .body("rows.member", contains("UNKNOWN"))
                .body("rows.sales", contains("70.00"));
        deliveries.deliver("cmas.agencies", "agency.registered.v1", unknown, 1, Scene.agencyState(unknown, "COUNTY"));
        sales("by=agency-type&from=2002-Q1")
                // What was entered as unknown and taken back stays to be looked at, and comes to nothing.
                .body("rows.member", contains("COUNTY", "UNKNOWN"))
                .body("rows.sales", contains("70.00", "0.00"))
                .body("total.entries", equalTo(9));
    }

    @ParameterizedTest
    @CsvSource({
        "by=month&from=2021-Q1, by",
        "by=quarter, from",
        "from=2021-Q2&through=2021-Q1, through",
        "from=2021-Q2&by=agency&member=x, member",
        "from=2021-Q2&by=schedule&member=7', member",
        "from=2021-Q2&top=0, top",
        "from=2021-Q2&top=101, top",
        "from=2021-Q2&topBy=sales, topBy",
        "from=2021-Q2&top=1&topBy=x, topBy",
        "from=2021-Q2&position=-1, position",
        "from=2021-Q2&position=999999999999, position"
    })
    void badParametersAreNamed(String query, String parameter) {
        Api.analyst()
                .get("/v1/dashboards/sales?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    @DisplayName("reports filed in time, late and not at all are counted, and unpaid fees by their age")
    void punctualityAndAging() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "1995-01-01", "1995-06-30");
        scene.order(scene.agency("CITY"), number, "1995-02-01").issued("100000.00");
        Api.file(contractor, number, "1995-Q1").statusCode(201);
        Api.analyst()
                .get("/v1/dashboards/reports?by=contractor&from=1995-Q1&through=1995-Q2")
                .then()
                .statusCode(200)
                .body("rows.member", contains(contractor.toString()))
                .body("rows[0].expected", equalTo(2))
                .body("rows[0].filed", equalTo(1))
                .body("rows[0].filedLate", equalTo(1))
                .body("rows[0].overdue", equalTo(1))
                .body("rows[0].punctuality", equalTo("0.0000"));
        Api.analyst()
                .get("/v1/dashboards/reports?by=fiscal-year&from=1995-Q1&through=1995-Q2")
                .then()
                .statusCode(200)
                .body("rows.member", contains("1994-95"));
        String recent = scene.agreement(contractor, "2026-01-01", "2026-03-31");
        scene.order(scene.agency("CITY"), recent, "2026-02-01").issued("1000.00");
        Api.file(contractor, recent, "2026-Q1").statusCode(201);
        assertThat(aging(contractor))
                .containsEntry("over90Days", "12.50")
                .containsEntry("notPastDue", "0.00")
                .containsEntry("total", "12.50");
        Api.proof().body("holds", equalTo(true));
    }

    /** What the contractor has not paid, by age, on whatever page it stands. */
    private static Map<String, String> aging(UUID contractor) {
        String next = "/v1/dashboards/aging?limit=200";
        while (next != null) {
            var page = Api.analyst()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            Map<String, String> found = page.path("rows.find { it.contractorId == '%s' }?.aging".formatted(contractor));
            if (found != null) {
                return found;
            }
            next = page.path("next");
        }
        return Map.of();
    }

    @Test
    void dashboardsAreForTheDepartment() {
        for (String path : List.of("sales", "sales/lines", "reports", "aging")) {
            given().get("/v1/dashboards/" + path + "?from=2021-Q1").then().statusCode(401);
            given().auth()
                    .oauth2(Tokens.contractor(UUID.randomUUID()))
                    .get("/v1/dashboards/" + path + "?from=2021-Q1")
                    .then()
                    .statusCode(403);
        }
    }
}
