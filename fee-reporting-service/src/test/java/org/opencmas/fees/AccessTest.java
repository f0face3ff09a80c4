package org.opencmas.fees;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.access.AccessMatrix;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class AccessTest {
    @TestHTTPResource("/")
    URI service;

    @Inject
    Scene scene;

    @Test
    void everyOperationIsOpenToThoseWhomTheTableNamesAndToNobodyElse() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        var order = scene.order(scene.agency("CITY"), number, "2026-08-03").issued("100000.00");
        UUID another = scene.contractor();
        String own = scene.agreement(another, "2026-01-01", "2026-12-31");
        AccessMatrix matrix = AccessMatrix.of(service, Path.of("openapi.yaml"), Path.of("access.csv"))
                .foreign("number", number, "4-20-57-9999Z")
                .foreign("quarter", "2026-Q3", "2026-Q3")
                .foreign("orderId", order.orderId)
                .foreign("contractorId", contractor)
                .foreign("remittanceId", remittance(contractor))
                .foreign("version", 2, 3)
                .emptyWithoutRows("getContractorAccount")
                .emptyWithoutRows("getContractorAccountPaper")
                .emptyWithoutRows("listAccountCharges")
                .emptyWithoutRows("getContractorStanding")
                .own("putReportLines", another, Map.of("number", own, "quarter", "2026-Q3"))
                // Other bodies that name an order or a contractor are written by DGS alone.
                .foreignFields(1, 6);
        matrix.run();
        matrix.runStripped(UUID.randomUUID(), contractor);
    }

    /** A payment of the contractor, as an analyst records it. */
    private static String remittance(UUID contractor) {
        return Api.analyst()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"contractorId":"%s","reference":"CHK-1","method":"CHECK","amount":"1.00","receivedOn":"2026-11-20"}""".formatted(contractor))
                .post("/v1/remittances")
                .then()
                .statusCode(201)
                .extract()
                .path("remittanceId");
    }
}
