package org.opencmas.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opencmas.order.payment.Bills;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.access.AccessMatrix;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class AccessTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void everyOperationIsOpenToThoseWhomTheTableNamesAndToNobodyElse() {
        UUID agency = Api.registeredAgency();
        UUID contractor = UUID.randomUUID();
        UUID order =
                Api.issued(agency, Api.order("PO-ACCESS", contractor, Api.line("1", "3-26-01-1001", "2", "10.00")));
        Bills bills = new Bills(agency, contractor, order);
        String receipt = bills.accepted("1", "2", "2026-03-10").path("receiptId");
        String invoice = bills.approved("INV-ACCESS", "2026-03-12", "1", "20.00");
        String payment = bills.pay(invoice, "W-1", "5.00").path("paymentId");
        String orderImport = io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.buyer(agency))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/order-imports")
                .path("importId");
        AccessMatrix matrix = AccessMatrix.of(service, Path.of("openapi.yaml"), Path.of("access.csv"))
                .foreign("agencyId", agency)
                .foreign("orderId", order)
                .foreign("receiptId", receipt)
                .foreign("invoiceId", invoice)
                .foreign("paymentId", payment)
                .foreign("importId", orderImport)
                .foreign("number", 1, 1)
                .foreignMade("draftRequestForOffer", Tokens.buyer(agency), "requestId")
                .foreign("offerId", UUID.randomUUID())
                .foreign("complaintId", UUID.randomUUID())
                .emptyWithoutRows("listFileLists")
                .foreignFields(1, 6);
        matrix.run();
        matrix.runStripped(agency, contractor);
    }
}
