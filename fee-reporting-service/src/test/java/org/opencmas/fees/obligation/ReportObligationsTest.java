package org.opencmas.fees.obligation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

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

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class ReportObligationsTest {
    @Inject
    Scene scene;

    private static ValidatableResponse obligations(String number) {
        return Api.analyst()
                .get("/v1/report-obligations?cmasNumber={number}", number)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("RPT-SUBMITTED: one report for each quarter touched by the term, also by a single day")
    void everyQuarterTouched() {
        String number = scene.agreement(scene.contractor(), "2026-03-31", "2026-10-01");
        obligations(number)
                .body("items.quarter", contains("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"))
                .body("items.state", contains("OVERDUE", "OVERDUE", "OVERDUE", "OPEN"))
                .body("items.dueOn", contains("2026-04-15", "2026-07-15", "2026-10-15", "2027-01-15"))
                .body("items[2].report", equalTo("/v1/quarterly-reports/" + number + "/2026-Q3"));
    }

    @Test
    @DisplayName(
            "a renewal adds quarters and keeps those of the earlier term; a termination withdraws what comes after it and was not over")
    void aChangedTermChangesTheQuarters() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2025-10-01", "2025-12-31");
        scene.agreementBecomes(number, contractor, "ACTIVE", "2026-01-01", "2026-01-01", "2026-12-31", 2);
        obligations(number).body("items.quarter", contains("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"));
        scene.agreementBecomes(number, contractor, "ACTIVE", "2027-01-01", "2026-01-01", "2028-12-31", 3);
        scene.agreementTerminated(number, contractor, "2026-09-30", "2026-01-01", "2028-12-31", 4);
        obligations(number)
                .body("items.quarter", contains("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"))
                .body("items.state", everyItem(equalTo("OVERDUE")));
    }

    @ParameterizedTest(name = "terminated from {0} on, told on 2026-11-21: {1}")
    @CsvSource({
        "2026-02-01, 2026-Q1 2026-Q2 2026-Q3",
        "2026-10-01, 2026-Q1 2026-Q2 2026-Q3",
        "2026-10-02, 2026-Q1 2026-Q2 2026-Q3 2026-Q4",
        "2027-03-31, 2026-Q1 2026-Q2 2026-Q3 2026-Q4 2027-Q1",
        "2027-04-01, 2026-Q1 2026-Q2 2026-Q3 2026-Q4 2027-Q1",
        "2027-12-31, 2026-Q1 2026-Q2 2026-Q3 2026-Q4 2027-Q1 2027-Q2 2027-Q3"
    })
    @DisplayName("no report that was over by then is withdrawn, and the day of the termination is no day of the term")
    void theDayOfATermination(String terminatedOn, String quarters) {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2027-09-30");
        scene.agreementTerminated(number, contractor, terminatedOn, "2026-01-01", "2027-09-30", 2);
        obligations(number).body("items.quarter", contains(quarters.split(" ")));
        scene.agreementBecomes(number, contractor, "TERMINATED", "2026-01-01", "2026-01-01", "2027-09-30", 3);
        obligations(number).body("items.quarter", contains(quarters.split(" ")));
    }

    @Test
    @DisplayName("an event from before timelines: the termination took effect on the day on which it was told")
    void aTerminationWithoutATimeline() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2027-09-30");
        scene.agreementBecomes(number, contractor, "TERMINATED", "2026-01-01", "2026-01-01", "2027-09-30", 2);
        obligations(number).body("items.quarter", contains("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"));
    }

    @Test
    @DisplayName("after the term a report is expected for a quarter with activity")
    void activityAfterTheTerm() {
        String number = scene.agreement(scene.contractor(), "2026-01-01", "2026-03-31");
        scene.order(scene.agency("CITY"), number, "2026-03-31").issued("10.00").terminated("2026-08-01", "0.00");
        obligations(number).body("items.quarter", contains("2026-Q1", "2026-Q3"));
    }

    @Test
    @DisplayName("a contractor's list of what to do: its own reports that are due or late")
    void aContractorSeesItsReportsThatAreDueOrLate() {
        UUID contractor = scene.contractor();
        scene.agreement(contractor, "2026-01-01", "2026-12-31");
        String second = scene.agreement(contractor, "2026-07-01", "2026-12-31");
        Api.file(contractor, second, "2026-Q3").statusCode(201);
        Api.contractor(contractor)
                .get("/v1/report-obligations?state=DUE&state=OVERDUE")
                .then()
                .statusCode(200)
                .body("items.quarter", contains("2026-Q1", "2026-Q2", "2026-Q3"));
        Api.contractor(contractor)
                .get("/v1/report-obligations?contractorId={other}", UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void theListIsPagedByKey() {
        UUID contractor = scene.contractor();
        scene.agreement(contractor, "2026-01-01", "2026-09-30");
        String next = Api.contractor(contractor)
                .get("/v1/report-obligations?limit=2")
                .then()
                .body("items.quarter", contains("2026-Q1", "2026-Q2"))
                .extract()
                .path("next");
        Api.contractor(contractor)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("items.quarter", contains("2026-Q3"));
    }

    @Test
    void badFiltersAreNamed() {
        Api.analyst()
                .get("/v1/report-obligations?state=LATE")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("state"));
        given().get("/v1/report-obligations").then().statusCode(401);
    }

    @Test
    @DisplayName("the dated figures are public, with how sure they are")
    void datedFiguresArePublic() {
        given().get("/v1/report-due-rules")
                .then()
                .statusCode(200)
                .body("items.findAll { it.firstQuarter == '1990-Q1' }.name", contains("IN_FORCE", "COMPARISON"))
                .body("items.findAll { it.firstQuarter == '1990-Q1' }.dayOfNextMonth", contains(15, 31))
                .body("items.find { it.firstQuarter == '1990-Q1' }.confidence", equalTo("UNCONFIRMED"));
        // Tests of rates activate some for years before 2018; FirstFeeRatesTest looks at those of a new database.
        given().get("/v1/fee-rates")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.firstOrderDate >= '2018-01-01' && it.firstOrderDate < '2100-01-01' }.firstOrderDate",
                        contains("2018-07-01"))
                .body(
                        "items.findAll { it.firstOrderDate >= '2018-01-01' && it.firstOrderDate < '2100-01-01' }.percent",
                        contains("1.25%"))
                .body("items.find { it.firstOrderDate == '2018-07-01' }.confidence", equalTo("UNCONFIRMED"));
    }
}
