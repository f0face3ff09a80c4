package org.opencmas.fees.report.saving;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.hostile.HostileFile;
import org.opencmas.testkit.hostile.HostileTable;
import org.opencmas.testkit.hostile.HostileUploads;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Hostile files that are sent as reports are refused at once, and leave nothing behind")
class HostileUploadsTest {
    private static final String REPORT = "/v1/quarterly-reports/{number}/{quarter}";
    private static final String Q3 = "2026-Q3";
    private static final HostileTable TABLE = new HostileTable(
            List.of(
                    "Agency Name",
                    "Agency Billing Code",
                    "Purchase Order Number",
                    "Purchase Order Date",
                    "Total Excluding Tax and Freight"),
            List.of("City of Lodi", "", "PO-77", "2026-07-01", "1234.50"),
            4);

    @Inject
    Scene scene;

    private UUID contractor;
    private String number;

    @BeforeEach
    void anAgreementInTerm() {
        contractor = scene.contractor();
        number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
    }

    private RequestSpecification sending(HostileFile file) {
        return given().auth()
                .oauth2(Tokens.contractor(contractor))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(
                        file.workbook()
                                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                                : "text/csv; charset=utf-8")
                .body(file.bytes());
    }

    @Test
    @DisplayName("A report is refused, and no draft is made of it")
    void aReport() {
        String etag = Api.report(number, Q3).statusCode(200).extract().header("ETag");
        HostileUploads.to(file -> sending(file)
                        .header("If-Match", etag)
                        .post(REPORT + "/uploads", number, Q3)
                        .statusCode())
                .run(TABLE, 3);
        Api.report(number, Q3).body("draft", nullValue());
    }

    @Test
    @DisplayName("A report that is to be checked comes back with its faults or is refused")
    void aReportToBeChecked() {
        HostileUploads.to(file -> {
                    Response answer = sending(file).post(REPORT + "/upload-checks", number, Q3);
                    boolean isFaulty =
                            answer.statusCode() == 200 && Integer.parseInt(answer.header("Report-Faults")) > 0;
                    return isFaulty ? 422 : answer.statusCode();
                })
                .run(TABLE, 5);
    }
}
