package org.opencmas.order.orderimport;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.hostile.HostileFile;
import org.opencmas.testkit.hostile.HostileTable;
import org.opencmas.testkit.hostile.HostileUploads;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Hostile files that are sent as orders are refused at once or taken down, and no order comes of them")
class HostileUploadsTest {
    private static final HostileTable TABLE = new HostileTable(
            List.of(
                    "agencyOrderNumber",
                    "orderDate",
                    "contractorId",
                    "lineId",
                    "cmasNumber",
                    "itemId",
                    "description",
                    "unit",
                    "quantity",
                    "unitPrice"),
            List.of(
                    "PO-1",
                    "2026-03-02",
                    "0190a000-0000-7000-8000-00000000c014",
                    "1",
                    "4-06-78-0031A",
                    "I-1",
                    "First",
                    "each",
                    "1",
                    "10.00"),
            9);

    @Test
    void files() {
        UUID agency = Api.registeredAgency();
        HostileUploads.to(file -> given().auth()
                        .oauth2(Tokens.buyer(agency))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("text/csv; charset=utf-8")
                        .body(file.bytes())
                        .post("/v1/order-imports")
                        .statusCode())
                .only(file -> !file.workbook())
                .orTakenDown(202)
                .run(TABLE, 6);
        Eventually.within(Api.SOON, () -> {
            Response imports = given().auth().oauth2(Tokens.buyer(agency)).get("/v1/order-imports?limit=200");
            imports.then()
                    .body("items.findAll { it.state != 'DONE' }.size()", equalTo(0))
                    .body("items.ordersPlaced.sum() ?: 0", equalTo(0));
        });
    }

    @Test
    void workbooksAreNoFilesOfOrders() {
        UUID agency = Api.registeredAgency();
        HostileUploads.to(file -> given().auth()
                        .oauth2(Tokens.buyer(agency))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("text/csv; charset=utf-8")
                        .body(file.bytes())
                        .post("/v1/order-imports")
                        .statusCode())
                .only(HostileFile::workbook)
                .run(TABLE, 8);
    }
}
