package org.opencmas.order.payment;

import static org.hamcrest.Matchers.equalTo;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The balance of an order holds whatever is done to its payments and invoices afterwards")
class PaidBalanceTest {
    private static final String REVERSAL = "{\"reversedOn\": \"2026-05-02\", \"reason\": \"the warrant was stale\"}";

    @Test
    void aPaymentThatCarriedTheWithholdOfALaterOneComesBackAfterIt() {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "100.00"));
        order.terms("{\"kind\": \"GOODS_SPECIAL\"}").then().statusCode(200);
        order.bond("PERFORMANCE", "50.00").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-12", "1", "100.00");
        String first = order.pay(invoice, "W-1", "45.00", "10.00", "0.00")
                .then()
                .statusCode(201)
                .extract()
                .path("paymentId");
        String second = order.pay(invoice, "W-2", "45.00", "0.00", "0.00")
                .then()
                .statusCode(201)
                .extract()
                .path("paymentId");
        order.post("/payments/" + first + "/reversal", REVERSAL)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/payment-beyond-what-may-be-paid"))
                .body("paid", equalTo("90.00"));
        order.get("/account").then().body("paid", equalTo("90.00")).body("withheld", equalTo("10.00"));
        order.post("/payments/" + second + "/reversal", REVERSAL).then().statusCode(201);
        order.post("/payments/" + first + "/reversal", REVERSAL).then().statusCode(201);
        order.get("/account").then().body("paid", equalTo("0.00")).body("withheld", equalTo("0.00"));
    }

    @Test
    void anInvoicePaidInAdvanceKeepsItsGroundWhileItIsPaid() {
        Bills order = Bills.onSaying(
                "{\"advancePayments\": [{\"lineId\": \"1\", \"basis\": \"SUBSCRIPTION\", \"provision\": \"page 7\"}]}",
                line("1", "4-06-78-0031A", "1", "100.00").replace("\"unit\"", "\"kind\": \"SOFTWARE\", \"unit\""));
        String advance = ", \"advance\": {\"basis\": \"SUBSCRIPTION\", \"provision\": \"page 7\"}";
        String body =
                Bills.invoice("INV-1", "2026-03-12", "1", "100.00", advance).replace("GOODS", "SUBSCRIPTION");
        String invoice =
                order.post("/invoices", body).then().statusCode(201).extract().path("invoiceId");
        order.act(invoice, "approval", "{}").then().statusCode(200);
        order.pay(invoice, "W-1", "100.00").then().statusCode(201);
        String corrected = body.replace(advance, "").replaceFirst("\\{", "{\"correctionReason\": \"no advance\", ");
        order.act(invoice, "correction", corrected)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/payment-beyond-what-may-be-paid"));
        order.get("/invoices/" + invoice).then().body("state", equalTo("PAID")).body("invoiceVersion", equalTo(1));
    }

    @Test
    void anInvoiceCorrectedToWhatIsPaidOfItIsPaidWhenItIsApproved() {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "100.00"));
        order.accepted("1", "1", "2026-03-10").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-12", "1", "100.00");
        order.pay(invoice, "W-1", "40.00").then().statusCode(201);
        String body = Bills.invoice("INV-1", "2026-03-12", "1", "40.00", "")
                .replaceFirst("\\{", "{\"correctionReason\": \"less came\", ");
        order.act(invoice, "correction", body).then().statusCode(200).body("state", equalTo("RECEIVED"));
        order.act(invoice, "approval", "{}").then().statusCode(200).body("state", equalTo("PAID"));
        order.get("/invoices/" + invoice).then().body("state", equalTo("PAID"));
    }
}
