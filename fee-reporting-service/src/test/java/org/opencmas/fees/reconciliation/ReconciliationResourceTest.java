package org.opencmas.fees.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("RPT-ALL-LOCAL: the filed report and the ledger are compared line by line, over HTTP")
class ReconciliationResourceTest {
    @Inject
    Scene scene;

    private static ValidatableResponse reconciliation(String number, String quarter) {
        return Api.analyst()
                .get("/v1/reconciliations/{number}/{quarter}", number, quarter)
                .then()
                .statusCode(200)
                .body("unexplainedFee", equalTo("0.00"))
                .body("unexplainedSales", equalTo("0.00"));
    }

    private static ValidatableResponse upload(UUID contractor, String number, String quarter, String csv) {
        String report = "/v1/quarterly-reports/" + number + "/" + quarter;
        return given().auth()
                .oauth2(Tokens.contractor(contractor))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", Api.analyst().get(report).getHeader("ETag"))
                .contentType("text/csv")
                .body("Agency Name,Billing Code,PO Number,PO Date,Amount,Tax\n" + csv)
                .post(report + "/uploads")
                .then()
                .statusCode(201);
    }

    @Test
    void everyDifferenceHasItsCause() {
        UUID contractor = scene.contractor();
        UUID city = scene.agency("CITY");
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        var taxed = scene.order(city, number, "2026-07-01").issued("1000.00");
        scene.order(city, number, "2026-07-02").issued("200.00");
        var state = scene.order(scene.agency("STATE_DEPARTMENT"), number, "2026-07-03")
                .issued("400.00");
        var earlier = scene.order(city, number, "2026-02-03").issued("80.00");
        reconciliation(number, "2026-Q3")
                .body("reportVersion", nullValue())
                .body("differences.cause", contains("ORDER_NOT_IN_REPORT", "ORDER_NOT_IN_REPORT"))
                .body("accrued.fee", equalTo("15.00"));
        upload(
                contractor,
                number,
                "2026-Q3",
                "A,,%s,2026-07-01,1077.50,77.50\nB,,%s,2026-07-03,400.00,\nC,,%s,2026-02-03,80.00,\nD,,PO-X,2026-07-04,40.00,\n"
                        .formatted(po(taxed), po(state), po(earlier)));
        Api.file(contractor, number, "2026-Q3").statusCode(201);
        reconciliation(number, "2026-Q3")
                .body("reportVersion", equalTo(1))
                .body(
                        "differences.cause",
                        contains(
                                "TAX_IN_BASE",
                                "STATE_ORDER_AS_LOCAL",
                                "WRONG_QUARTER",
                                "ORDER_NOT_IN_SYSTEM",
                                "ORDER_NOT_IN_REPORT"))
                .body("differences.feeDifference", contains("-0.96875", "-5.00", "-1.00", "-0.50", "2.50"))
                .body("reported.fee", equalTo("19.96875"));
        upload(contractor, number, "2026-Q3", "A,,%s,2026-07-01,1000.00,\n".formatted(po(taxed)));
        given().auth()
                .oauth2(Tokens.contractor(contractor))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", Api.report(number, "2026-Q3").extract().header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"WRONG_AMOUNT\"}")
                .post("/v1/quarterly-reports/" + number + "/2026-Q3/corrections")
                .then()
                .statusCode(201);
        reconciliation(number, "2026-Q3")
                .body("reportVersion", equalTo(2))
                .body("differences.cause", contains("ORDER_NOT_IN_REPORT"));
    }

    @Test
    @DisplayName("a report filed as pre-filled has no differences, with waivers, amendments and a rejection in it")
    void aPrefilledReportAgrees() {
        UUID contractor = scene.contractor();
        UUID city = scene.agency("CITY");
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        scene.contractorHas(contractor, Scene.certificate("SB", "2026-07-01", "2026-07-31"), 2);
        scene.order(city, number, "2026-07-01").issued("19196.00").amended("2026-09-30", "19196.39");
        scene.order(city, number, "2026-08-03").issued("1000.00").rejected("2026-08-10");
        Api.file(contractor, number, "2026-Q3").statusCode(201);
        reconciliation(number, "2026-Q3").body("differences", hasSize(0)).body("reportVersion", equalTo(1));
    }

    private static String po(Scene.Order order) {
        return "PO-" + order.orderId.toString().substring(0, 8);
    }
}
