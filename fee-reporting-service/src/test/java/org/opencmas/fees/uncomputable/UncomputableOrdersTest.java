package org.opencmas.fees.uncomputable;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.fees.Api;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

/** In quarters of 2014, so that no other test's orders are in the totals. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An order whose fee cannot be worked out is shown as such wherever the contractor or the Department looks")
class UncomputableOrdersTest {
    @Inject
    Scene scene;

    @Inject
    Deliveries deliveries;

    private UUID contractor;
    private UUID agency;
    private String unknown;

    @BeforeEach
    void anAgreementThatTheRegistryDoesNotKnow() {
        contractor = scene.contractor();
        agency = scene.agency("CITY");
        unknown = Scene.newNumber();
    }

    private static ValidatableResponse list(RequestSpecification caller, String number) {
        return caller.queryParam("cmasNumber", number)
                .get("/v1/uncomputable-orders")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse obligations(RequestSpecification caller, String number) {
        return caller.queryParam("cmasNumber", number)
                .get("/v1/report-obligations")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse dashboard(String by, String quarter) {
        return Api.analyst()
                .get("/v1/dashboards/fees?by={by}&from={quarter}", by, quarter)
                .then()
                .statusCode(200);
    }

    private void register() {
        deliveries.deliver(
                "cmas.agreements",
                "agreement.registered.v1",
                unknown,
                1,
                Scene.agreementState(unknown, contractor, "ACTIVE", "2014-01-01", "2014-01-01", "2014-12-31"));
    }

    @Test
    @DisplayName(
            "on an agreement that the registry does not know: in the list with why and remedy, obligations, report, dashboard")
    void isSeenEverywhere() {
        var order =
                scene.order(agency, unknown, "2014-02-03").naming(contractor).issued("1000.00");
        list(Api.analyst(), unknown)
                .body("items.orderId", contains(order.orderId.toString()))
                .body("items[0].contractorId", equalTo(contractor.toString()))
                .body("items[0].contractorName", equalTo("Example Roofing, Inc."))
                .body("items[0].purchaseOrderDate", equalTo("2014-02-03"))
                .body("items[0].quarter", equalTo("2014-Q1"))
                .body("items[0].totalExcludingTaxAndFreight", equalTo("1000.00"))
                .body("items[0].reasons.missing", contains("AGREEMENT"))
                .body("items[0].reasons[0].why", containsString(unknown))
                .body("items[0].reasons[0].remedy", containsString("amend the order with the right one"));
        list(Api.contractor(contractor), unknown).body("items", hasSize(1));
        list(Api.contractor(scene.contractor()), unknown).body("items", hasSize(0));
        obligations(Api.contractor(contractor), unknown)
                .body("items.quarter", contains("2014-Q1"))
                .body("items.state", contains("OVERDUE"))
                .body("items.dueOn", contains("2014-04-15"))
                .body("items.uncomputableOrders", contains(1));
        Api.contractor(contractor)
                .get("/v1/quarterly-reports/{number}/2014-Q1", unknown)
                .then()
                .statusCode(200)
                .body("uncomputable.orderId", contains(order.orderId.toString()))
                .body("uncomputable[0].totalExcludingTaxAndFreight", equalTo("1000.00"))
                .body("uncomputable[0].missing", contains("agreement " + unknown));
        Api.file(contractor, unknown, "2014-Q1").statusCode(422).body("type", equalTo("/problems/fee-uncomputable"));
        dashboard("quarter", "2014-Q1")
                .body("rows.uncomputableOrders", contains(1))
                .body("rows.uncomputableSales", contains("1000.00"))
                .body("rows.sales", contains("0.00"))
                .body("rows.reportsExpected", contains(1));
        dashboard("agency-type", "2014-Q1")
                .body("rows.agencyType", contains("CITY"))
                .body("rows.uncomputableOrders", contains(1));
        dashboard("contractor", "2014-Q1")
                .body("rows.contractorId", contains(contractor.toString()))
                .body("rows.uncomputableOrders", contains(1))
                .body("total.uncomputableSales", equalTo("1000.00"));
        Api.proof().body("checks.deviations.flatten()", empty());

        register();
        list(Api.analyst(), unknown).body("items", hasSize(0));
        Api.report(unknown, "2014-Q1").body("uncomputable", hasSize(0)).body("totals.feeDue", equalTo("10.00"));
        obligations(Api.analyst(), unknown).body("items.uncomputableOrders", contains(0, 0, 0, 0));
        dashboard("quarter", "2014-Q1")
                .body("rows.uncomputableOrders", contains(0))
                .body("rows.sales", contains("1000.00"));
        Api.file(contractor, unknown, "2014-Q1").statusCode(201);
        Api.proof().body("checks.deviations.flatten()", empty());
    }

    @Test
    @DisplayName(
            "an amendment that names the right agreement mends it, and the report of the wrong one is expected no longer")
    void mendedByAnAmendment() {
        String right = scene.agreement(contractor, "2014-01-01", "2014-12-31");
        scene.order(agency, unknown, "2014-05-01")
                .naming(contractor)
                .issued("10.00")
                .movedTo(right, "2014-05-02", "10.00");
        list(Api.analyst(), unknown).body("items", hasSize(0));
        obligations(Api.analyst(), unknown).body("items", hasSize(0));
        Api.report(right, "2014-Q2").body("totals.totalExcludingTaxAndFreight", equalTo("10.00"));
        Api.proof().body("checks.deviations.flatten()", empty());
    }

    @Test
    @DisplayName(
            "each contractor sees the orders that name it, and the report of an agreement that two of them are named for is the Department's")
    void contractorsThatDoNotAgree() {
        UUID other = scene.contractor();
        var mine = scene.order(agency, unknown, "2014-08-01").naming(contractor).issued("10.00");
        obligations(Api.contractor(contractor), unknown).body("items", hasSize(1));
        var theirs = scene.order(agency, unknown, "2014-08-01").naming(other).issued("20.00");
        list(Api.contractor(contractor), unknown).body("items.orderId", contains(mine.orderId.toString()));
        list(Api.contractor(other), unknown).body("items.orderId", contains(theirs.orderId.toString()));
        list(Api.analyst(), unknown)
                .body("items.orderId", containsInAnyOrder(mine.orderId.toString(), theirs.orderId.toString()));
        obligations(Api.contractor(contractor), unknown).body("items", hasSize(0));
        obligations(Api.analyst(), unknown)
                .body("items.uncomputableOrders", contains(2))
                .body("items[0]", not(hasKey("contractorId")));
        Api.contractor(contractor)
                .get("/v1/quarterly-reports/{number}/2014-Q3", unknown)
                .then()
                .statusCode(404);
        Api.report(unknown, "2014-Q3").statusCode(200).body("uncomputable", hasSize(2));
        register();
        obligations(Api.contractor(contractor), unknown).body("items", hasSize(4));
        Api.report(unknown, "2014-Q3").body("totals.totalExcludingTaxAndFreight", equalTo("30.00"));
        Api.proof().body("checks.deviations.flatten()", empty());
    }

    @Test
    @DisplayName("an order that was told before its contractor was kept may be told again with it")
    void toldAgainWithItsContractor() {
        var order = scene.order(agency, unknown, "2014-11-01").issued("10.00");
        list(Api.analyst(), unknown).body("items[0]", not(hasKey("contractorId")));
        obligations(Api.analyst(), unknown).body("items.uncomputableOrders", contains(1));
        order.naming(contractor).issuedAgain("10.00");
        list(Api.analyst(), unknown).body("items", hasSize(1));
    }

    @Test
    @DisplayName("the list is paged by key")
    void theListIsPagedByKey() {
        for (int i = 0; i < 3; i++) {
            scene.order(agency, unknown, "2014-11-01").naming(contractor).issued("10.00");
        }
        String next = Api.contractor(contractor)
                .get("/v1/uncomputable-orders?limit=2")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        Api.contractor(contractor)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("items", hasSize(1))
                .body("$", not(hasKey("next")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmasNumber=x", "contractorId=7", "limit=0", "cursor=x"})
    void badFiltersAreNamed(String query) {
        Api.analyst()
                .get("/v1/uncomputable-orders?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(query.substring(0, query.indexOf('='))));
    }

    @Test
    void theListIsNotForBuyers() {
        given().get("/v1/uncomputable-orders").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.buyer(UUID.randomUUID()))
                .get("/v1/uncomputable-orders")
                .then()
                .statusCode(403);
    }
}
