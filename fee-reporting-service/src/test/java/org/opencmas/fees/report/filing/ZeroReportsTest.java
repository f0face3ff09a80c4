package org.opencmas.fees.report.filing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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

/** In quarters of which no other test looks at the totals. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("RPT-SUBMITTED: one call files 500 reports at zero, and the next one what is left")
class ZeroReportsTest {
    /** From the third of 2006 through the last of 2010. */
    private static final int QUARTERS = 18;

    private static final int AGREEMENTS = 29;

    @Inject
    Scene scene;

    private static ValidatableResponse fileAll(UUID contractor) {
        return Api.contractor(contractor)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post("/v1/zero-reports")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("a report with sales, the oldest of all, does not count and stands in no other's way")
    void moreThanOneCallFiles() {
        UUID contractor = scene.contractor();
        String sold = scene.agreement(contractor, "2006-07-01", "2006-09-30");
        scene.order(scene.agency("CITY"), sold, "2006-07-03").issued("1.00");
        for (int i = 0; i < AGREEMENTS; i++) {
            scene.agreement(contractor, "2006-07-01", "2010-12-31");
        }
        fileAll(contractor).body("filed", equalTo(FileZeroReports.MOST)).body("notFiled", equalTo(1));
        fileAll(contractor)
                .body("filed", equalTo(AGREEMENTS * QUARTERS - FileZeroReports.MOST))
                .body("notFiled", equalTo(1));
        fileAll(contractor).body("filed", equalTo(0)).body("reports", hasSize(1));
        Api.contractor(contractor)
                .get("/v1/report-obligations?state=DUE&state=OVERDUE")
                .then()
                .body("items.cmasNumber", contains(sold));
    }
}
