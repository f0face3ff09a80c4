package org.opencmas.fees.administrativefee;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

/** In years of its own. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "FEE-STATE-ADMIN, MULTI-FEE-PURPOSE: State departments' administrative fee is worked out apart, by agreement, where a rate is known")
class AdministrativeFeeTest {
    @Inject
    Scene scene;

    private static ValidatableResponse post(String path, String token, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static String proposed(String firstOrderDate, String rate) {
        String location = post("/v1/administrative-fee-rates", Tokens.person("ann", "dgs-analyst"), """
                        {"firstOrderDate":"%s","rate":"%s","source":"A made-up Price Book","confidence":"UNCONFIRMED"}""".formatted(
                                firstOrderDate, rate))
                .statusCode(201)
                .body("activatedBy", nullValue())
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/v1/"));
    }

    private static void activated(String figure) {
        post(figure + "/activation", Tokens.person("bob", "dgs-approver"), "")
                .statusCode(200)
                .body("activatedBy", equalTo("bob"));
    }

    private static ValidatableResponse fees(UUID department, String query) {
        return Api.analyst()
                .get("/v1/administrative-fees?agencyId=" + department + "&" + query)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("who proposed a rate cannot activate it, whatever roles the person has")
    void onePersonProposesAndAnotherActivates() {
        String figure = proposed("2098-01-01", "0.02");
        post(figure + "/activation", Tokens.person("ann", "dgs-analyst", "dgs-approver"), "")
                .statusCode(409)
                .body("type", equalTo("/problems/second-person-needed"));
        activated(figure);
    }

    @Test
    @DisplayName(
            "by the rate of the order date, for amendments too; waived for small businesses; unknown is told and not zero")
    void byTheRateOfTheOrderDate() {
        UUID contractor = scene.contractor();
        UUID small = scene.contractor();
        scene.contractorHas(small, Scene.certificate("SB", "1992-02-01", "1992-02-28"), 2);
        String number = scene.agreement(contractor, "1992-01-01", "1992-12-31");
        String ofSmall = scene.agreement(small, "1992-01-01", "1992-12-31");
        UUID department = scene.agency("STATE_DEPARTMENT");
        var dayBefore = scene.order(department, number, "1992-02-14").issued("100.00");
        scene.order(department, number, "1992-02-15").issued("1000.00").amended("1992-06-01", "1500.39");
        scene.order(department, number, "1992-03-01").issued("10.00");
        scene.order(department, ofSmall, "1992-02-28").issued("70.00");
        scene.order(department, ofSmall, "1992-03-01").issued("7.00");
        scene.order(scene.agency("CITY"), number, "1992-02-15").issued("5555.00");
        fees(department, "from=1992-Q1&through=1992-Q2")
                .body("total.sales", equalTo("1687.39"))
                .body("total.salesWithoutRate", equalTo("1617.39"))
                .body("total.salesWaived", equalTo("70.00"))
                .body("total.fee", equalTo("0.00"));

        activated(proposed("1992-03-01", "0"));
        String figure = proposed("1992-02-15", "0.0121");
        post(figure + "/activation", Tokens.person("ann", "dgs-analyst", "dgs-approver"), "")
                .statusCode(409)
                .body("type", equalTo("/problems/second-person-needed"));
        fees(department, "from=1992-Q1").body("total.fee", equalTo("0.00"));
        given().get("/v1/administrative-fee-rates")
                .then()
                .statusCode(200)
                .body("items.firstOrderDate", not(hasItem("1992-02-15")))
                .body("proposed.firstOrderDate", hasItem("1992-02-15"));
        activated(figure);
        post(figure + "/activation", Tokens.person("cleo", "dgs-approver"), "").statusCode(409);
        given().get(figure).then().statusCode(200).body("rate", equalTo("0.0121"));

        fees(department, "from=1992-Q1&through=1992-Q2")
                .body("rows", hasSize(3))
                .body("rows.findAll { it.cmasNumber == '" + number + "' }.quarter", contains("1992-Q1", "1992-Q2"))
                .body("rows.findAll { it.cmasNumber == '" + number + "' }.sales", contains("1110.00", "500.39"))
                .body("rows.findAll { it.cmasNumber == '" + number + "' }.fee", contains("12.10", "6.054719"))
                .body("rows.findAll { it.cmasNumber == '" + number + "' }.salesWithoutRate", contains("100.00", "0.00"))
                .body("rows.findAll { it.cmasNumber == '" + ofSmall + "' }.salesWaived", contains("70.00"))
                .body("rows.findAll { it.cmasNumber == '" + ofSmall + "' }.fee", contains("0.00"))
                .body("total.fee", equalTo("18.154719"))
                .body("total.salesWithoutRate", equalTo("100.00"));
        Api.analyst()
                .get("/v1/ledger-entries?orderId=" + dayBefore.orderId)
                .then()
                .body("items", empty());

        var first = fees(department, "from=1992-Q1&through=1992-Q2&limit=2").body("rows", hasSize(2));
        Api.analyst()
                .get(first.extract().<String>path("next"))
                .then()
                .statusCode(200)
                .body("rows.quarter", contains("1992-Q2"))
                .body("total.fee", equalTo("18.154719"))
                .body("next", nullValue());
    }

    @Test
    @DisplayName(
            "the totals follow a rate that is made to count later, one that is corrected, an amendment and a corrected agency")
    void theTotalsFollow() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2188-01-01", "2188-12-31");
        UUID department = scene.agency("STATE_DEPARTMENT");
        scene.order(department, number, "2188-02-01").issued("100.00");
        var later = scene.order(department, number, "2188-05-01").issued("200.00");
        String span = "from=2188-Q1&through=2188-Q4";
        activated(proposed("2188-01-01", "0.01"));
        fees(department, span).body("total.fee", equalTo("3.00"));
        activated(proposed("2188-05-01", "0.02"));
        fees(department, span).body("total.fee", equalTo("5.00"));
        activated(proposed("2188-03-01", "0.04"));
        fees(department, span).body("total.fee", equalTo("5.00"));
        activated(proposed("2188-05-01", "0.03"));
        fees(department, span).body("total.fee", equalTo("7.00"));
        later.amended("2188-11-01", "300.00");
        scene.order(department, number, "2188-04-30").issued("10.00");
        fees(department, span)
                .body("total.fee", equalTo("10.40"))
                .body("rows.quarter", contains("2188-Q1", "2188-Q2", "2188-Q4"))
                .body("rows.fee", contains("1.00", "6.40", "3.00"));
        Api.proof().body("holds", equalTo(true));
        scene.agencyBecomes(department, "CITY", 2);
        fees(department, span).body("rows", empty()).body("total.sales", equalTo("0.00"));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName("what it costs to read does not grow with orders: it reads totals")
    void readsTotals() throws SQLException {
        String sql = AdministrativeFees.SELECT
                .replaceFirst("\\?", "'2188-Q1'")
                .replaceFirst("\\?", "'2188-Q4'")
                .replace("?", "null");
        assertThat(String.join("\n", DatabaseRights.rows(OwnerDatabase.dataSource(), "explain " + sql)))
                .contains("administrative_fee_total")
                .doesNotContain("sale_entry")
                .doesNotContain("order_change");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "through=1992-Q1, from",
        "from=1992-Q5, from",
        "from=1992-Q2&through=1992-Q1, through",
        "from=1992-Q1&agencyId=x, agencyId",
        "from=1992-Q1&limit=0, limit",
    })
    void badFiltersAreNamed(String query, String parameter) {
        Api.analyst()
                .get("/v1/administrative-fees?" + query)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains(parameter));
    }

    @Test
    void isNotForContractors() {
        Api.contractor(scene.contractor())
                .get("/v1/administrative-fees?from=1992-Q1")
                .then()
                .statusCode(403);
    }
}
