package org.opencmas.fees.worklist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.http.Cursor;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "RPT-SUBMITTED: what is overdue, incomplete, mismatched, unpaid or uncomputable is on one list, with its age")
class WorkItemTest {
    @Inject
    Scene scene;

    private static ValidatableResponse items(UUID contractor, String more) {
        return Api.analyst()
                .get("/v1/work-items?contractorId=" + contractor + more)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse standing(UUID contractor) {
        return Api.contractor(contractor)
                .get("/v1/contractor-standings/" + contractor)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String token, String path, String etag, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    @Test
    void everyKindWithItsAge() {
        UUID contractor = scene.contractor();
        UUID city = scene.agency("CITY");
        // The fourth quarter of the agreement is not over, so nothing is overdue of it.
        String number = scene.agreement(contractor, "2026-04-01", "2026-12-31");
        scene.order(city, number, "2026-04-03").issued("1000.00");
        items(contractor, "")
                .body("items.kind", contains("OVERDUE_REPORT", "EXPIRING_AGREEMENT", "OVERDUE_REPORT"))
                .body("items.since", contains("2026-07-15", "2026-10-02", "2026-10-15"))
                .body("items.ageDays", contains(129, 50, 37));
        standing(contractor).body("outstanding", equalTo(true)).body("reportsOverdue", equalTo(2));

        String report = "/v1/quarterly-reports/" + number + "/2026-Q2";
        Api.contractor(contractor)
                .header("If-Match", Api.report(number, "2026-Q2").extract().header("ETag"))
                .contentType("application/json")
                .body("""
                {"answers":[],"added":[{"agencyName":"Galt","agencyClass":"LOCAL","purchaseOrderNumber":"9","amendmentNumber":0,
                 "purchaseOrderDate":"2026-04-04","total":"80.00"}]}""")
                .put(report + "/lines")
                .then()
                .statusCode(200);
        Api.file(contractor, number, "2026-Q2").statusCode(201);
        Api.file(contractor, number, "2026-Q3").statusCode(201);
        post(
                        Tokens.of("dgs-analyst"),
                        report + "/return",
                        Api.report(number, "2026-Q2").extract().header("ETag"),
                        "{\"reasons\":[\"Galt is no agency's whole name\"]}")
                .statusCode(200);
        scene.order(UUID.randomUUID(), number, "2026-08-03").naming(contractor).issued("70.00");
        items(contractor, "&kind=INCOMPLETE_REPORT").body("items.quarter", contains("2026-Q2"));
        items(contractor, "&kind=MISMATCHED_REPORT").body("items.amount", contains("-1.00"));
        items(contractor, "&kind=UNPAID_FEE")
                .body("items.amount", contains("13.50"))
                .body("items.since", contains("2026-07-15"));
        items(contractor, "&kind=UNCOMPUTABLE_ORDER").body("items.amount", contains("70.00"));
        items(contractor, "&kind=OVERDUE_REPORT").body("items", hasSize(0));
        String next = items(contractor, "&limit=3")
                .body("items", hasSize(3))
                .extract()
                .path("next");
        Api.analyst().get(next).then().statusCode(200).body("items", hasSize(2));
        for (String day : List.of("+999999999-12-31", "-999999999-01-01", "+10000-01-01")) {
            Api.analyst()
                    .get("/v1/work-items?cursor=" + Cursor.of(day, "UNPAID_FEE", "3-12-70-2473E", "2026-Q2", "x"))
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        standing(contractor)
                .body("outstanding", equalTo(true))
                .body("reportsIncomplete", equalTo(1))
                .body("feesUnpaid", equalTo(1));
    }

    @Test
    void nothingIsOutstandingOfAContractorThatFiledAndPaidAll() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-07-01", "2026-12-31");
        Api.file(contractor, number, "2026-Q3").statusCode(201);
        standing(contractor).body("outstanding", equalTo(false)).body("items", hasSize(0));
        Api.contractor(scene.contractor())
                .get("/v1/contractor-standings/" + contractor)
                .then()
                .statusCode(404);
        Api.contractor(contractor).get("/v1/work-items").then().statusCode(403);
    }

    @Test
    @DisplayName(
            "a report is overdue and a fee unpaid from the day after the due date, also of an agreement that ended long ago")
    void pastAgreementsCount() {
        UUID contractor = scene.contractor();
        scene.agreement(contractor, "2006-07-01", "2006-12-31");
        standing(contractor).body("outstanding", equalTo(true)).body("items.quarter", contains("2006-Q3", "2006-Q4"));
    }

    @Test
    @DisplayName(
            "what ends within 90 days is on the list from the ninetieth day before through the last day; what is renewed is not")
    void whatExpires() {
        UUID contractor = scene.contractor();
        String lastDayIsToday = scene.agreement(contractor, "2026-10-01", "2026-11-21");
        scene.agreement(contractor, "2026-10-01", "2026-11-20");
        String ninetiethDay = scene.agreement(contractor, "2026-10-01", "2027-02-19");
        scene.agreement(contractor, "2026-10-01", "2027-02-20");
        items(contractor, "&kind=EXPIRING_AGREEMENT")
                .body("items.cmasNumber", contains(lastDayIsToday, ninetiethDay))
                .body("items.since", contains("2026-08-23", "2026-11-21"));
        scene.contractorHas(
                contractor,
                Scene.certificate("SB", "2024-01-01", "2026-12-31") + ","
                        + Scene.certificate("DVBE", "2024-01-01", "2026-12-31") + ","
                        + Scene.certificate("DVBE", "2027-01-01", "2028-12-31"),
                2);
        items(contractor, "&kind=EXPIRING_CERTIFICATE").body("items.cmasNumber", contains("SB 1234567"));
    }
}
