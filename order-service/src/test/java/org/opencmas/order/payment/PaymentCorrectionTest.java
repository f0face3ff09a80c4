package org.opencmas.order.payment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("What was received, billed or paid is corrected, and nothing is paid twice")
class PaymentCorrectionTest {
    @DisplayName("A payment sent twice is made once")
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "the same key and body,       same, W-1,  50.00, 201, true,  50.00",
        "another key,                 new,  W-1,  50.00, 409, false, 50.00",
        "another key and amount,      new,  w-1,  40.00, 409, false, 50.00",
        "'the same key, another body',  same, W-1,  40.00, 422, false, 50.00",
        "the same in other signs,     new,  w 1,  50.00, 409, false, 50.00",
        "the same in no signs,        new,  W1,   50.00, 409, false, 50.00",
        "another warrant,             new,  W-2,  50.00, 201, false, 100.00",
        "'another warrant, a cent more',new,  W-2,  50.01, 409, false, 50.00",
    })
    void aPaymentSentTwice(
            String what, String key, String reference, String amount, int status, boolean replayed, String paid) {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "100.00"));
        order.accepted("1", "1", "2026-03-10").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-12", "1", "100.00");
        String first = UUID.randomUUID().toString();
        pay(order, first, Bills.payment(invoice, "2026-04-20", "W-1", "50.00", ""), 201, false);
        String second = key.equals("same") ? first : UUID.randomUUID().toString();
        pay(order, second, Bills.payment(invoice, "2026-04-20", reference, amount, ""), status, replayed);
        order.get("/account").then().body("paid", equalTo(paid));
    }

    private static void pay(Bills order, String key, String body, int status, boolean replayed) {
        as(Tokens.buyer(order.agency()))
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/orders/{id}/payments", order.orderId())
                .then()
                .statusCode(status)
                .header("Idempotency-Replayed", replayed ? equalTo("true") : nullValue(String.class));
    }

    @DisplayName("An invoice is corrected after part payment, never below what was paid")
    @ParameterizedTest(name = "corrected to {0}: {1}; then {2}: {3}")
    @CsvSource({
        "39.99, 409, 60.00, 201",
        "40.00, 200, 0.01,  409",
        "70.00, 200, 30.00, 201",
        "70.00, 200, 30.01, 409",
    })
    void anInvoiceCorrectedAfterPartPayment(String corrected, int status, String then, int thenStatus) {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "100.00"));
        order.accepted("1", "1", "2026-03-10").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-12", "1", "100.00");
        order.pay(invoice, "W-1", "40.00").then().statusCode(201);
        String body = Bills.invoice("INV-1", "2026-03-12", "1", corrected, "")
                .replaceFirst("\\{", "{\"correctionReason\": \"less came\", ");
        order.act(invoice, "correction", body).then().statusCode(status);
        if (status == 200) {
            order.pay(invoice, "W-0", "0.01").then().statusCode(409).body("state", equalTo("RECEIVED"));
            order.act(invoice, "approval", "{}").then().statusCode(200);
        }
        order.pay(invoice, "W-2", then).then().statusCode(thenStatus);
    }

    @DisplayName("An amendment below what was paid is refused, and one that waits holds payments down")
    @ParameterizedTest(name = "of 100.00 accepted, {0} paid, amended to {1}: {2}; then {3}: {4}")
    @CsvSource({
        "60.00, 59.99, 409, 40.00, 201",
        "60.00, 60.00, 202, 0.01,  409",
        "60.00, 80.00, 202, 20.00, 201",
        "60.00, 80.00, 202, 20.01, 409",
    })
    void anAmendmentBelowWhatWasPaid(String paid, String amended, int status, String then, int thenStatus) {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "100.00"));
        order.accepted("1", "1", "2026-03-10").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-12", "1", "100.00");
        order.pay(invoice, "W-1", paid).then().statusCode(201);
        String body = "{\"amendmentDate\": \"2026-04-01\", \"reason\": \"cheaper\", \"lines\": [%s]}"
                .formatted(line("1", "4-06-78-0031A", "1", amended));
        Api.act(Tokens.buyer(order.agency()), order.agency(), order.orderId(), "amendments", body)
                .then()
                .statusCode(status)
                .body("type", status == 409 ? equalTo("/problems/amendment-below-paid") : nullValue());
        order.pay(invoice, "W-2", then).then().statusCode(thenStatus);
        if (status == 202) {
            Api.decide(order.orderId(), 2, "ISSUE");
            Api.awaitState(order.agency(), order.orderId(), "AMENDED");
            order.get("/account").then().body("mayBePaid", equalTo(amended));
            order.get("/match").then().body("differences.reason", hasItem("BILLED_ABOVE_ORDER"));
        }
    }

    @Test
    @DisplayName("PAY-45-DAYS: an invoice that was not disputed is corrected, and its clock runs on")
    void aCorrectionWithoutADisputeWinsNoTime() {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "100.00"));
        order.accepted("1", "1", "2026-03-03").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-10", "1", "100.00");
        String reason = "{\"correctionReason\": \"price\", ";
        String later = Bills.invoice("INV-1", "2026-04-01", "1", "90.00", "").replaceFirst("\\{", reason);
        order.act(invoice, "correction", later)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/clock-runs-on"))
                .body("receivedOn", equalTo("2026-03-10"));
        order.get("/invoices/" + invoice)
                .then()
                .body("invoiceVersion", equalTo(1))
                .body("clock.dueOn", equalTo("2026-04-24"));
        String sameDay = Bills.invoice("INV-1", "2026-03-10", "1", "90.00", "").replaceFirst("\\{", reason);
        order.act(invoice, "correction", sameDay)
                .then()
                .statusCode(200)
                .body("invoiceVersion", equalTo(2))
                .body("clock.dueOn", equalTo("2026-04-24"));
    }

    @Test
    @DisplayName(
            "PAY-DISPUTED: a disputed invoice goes back, its clock stands still, and the corrected one starts it anew")
    void aDisputedInvoiceIsCorrected() {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "100.00"));
        order.accepted("1", "1", "2026-03-03").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-10", "1", "100.00");
        order.act(invoice, "dispute", "{\"reason\": \"wrong item\", \"disputedOn\": \"2026-03-12\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("DISPUTED"))
                .body("clock.held", equalTo(true))
                .body("clock.dueOn", nullValue());
        order.pay(invoice, "W-1", "100.00").then().statusCode(409);
        order.act(invoice, "dispute-withdrawal", "{\"reason\": \"it was right\", \"withdrawnOn\": \"2026-03-22\"}")
                .then()
                .statusCode(200)
                .body("clock.dueOn", equalTo("2026-05-04"));
        order.act(invoice, "dispute", "{\"reason\": \"no, wrong\", \"disputedOn\": \"2026-03-23\"}")
                .then()
                .statusCode(200);
        String body = Bills.invoice("inv-1", "2026-04-01", "1", "90.00", "")
                .replaceFirst("\\{", "{\"correctionReason\": \"price\", ");
        order.act(invoice, "correction", body.replace("inv-1", "INV-2")).then().statusCode(400);
        order.act(invoice, "correction", body)
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVED"))
                .body("invoiceVersion", equalTo(2))
                .body("clock.dueOn", equalTo("2026-05-16"));
        as(Tokens.buyer(order.agency()))
                .header("Idempotency-Key", "k")
                .body("{}")
                .post("/v1/orders/{id}/invoices/{invoice}/approval", order.orderId(), invoice)
                .then()
                .statusCode(428);
        acting(Tokens.buyer(order.agency()))
                .header("If-Match", "\"1\"")
                .body("{}")
                .post("/v1/orders/{id}/invoices/{invoice}/approval", order.orderId(), invoice)
                .then()
                .statusCode(412);
        order.post("/invoices", Bills.invoice("INV-1", "2026-04-01", "1", "1.00", ""))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/invoice-number-taken"));
    }

    @Test
    void aPaymentThatCameBackMayBeMadeAgain() {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "100.00"));
        order.accepted("1", "1", "2026-03-03").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-10", "1", "100.00");
        String payment = order.pay(invoice, "W-1", "100.00")
                .then()
                .statusCode(201)
                .extract()
                .path("paymentId");
        String reversal = "{\"reversedOn\": \"2026-05-02\", \"reason\": \"the warrant was stale\"}";
        order.post("/payments/" + payment + "/reversal", reversal)
                .then()
                .statusCode(201)
                .body("amount", equalTo("-100.00"));
        order.post("/payments/" + payment + "/reversal", reversal).then().statusCode(409);
        order.get("/invoices/" + invoice)
                .then()
                .body("state", equalTo("APPROVED"))
                .body("paid", equalTo("0.00"));
        order.pay(invoice, "w 1", "100.00").then().statusCode(201);
        order.pay(invoice, "W-1", "0.01").then().statusCode(409);
        order.get("/account").then().body("paid", equalTo("100.00"));
    }

    @Test
    @DisplayName("A receipt whose lines are at fault is told of its lines, not that there are none")
    void linesAtFaultAreNotMissing() {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "100.00"));
        order.post("/receipts", Bills.receipt("9", "1", "2026-03-10"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/lines/0/lineId"));
        order.post("/receipts", "{\"receivedOn\": \"2026-03-10\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/lines"));
    }

    @Test
    void aReceiptIsCorrectedOnceAndNeverBelowWhatWasPaid() {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "10", "10.00"));
        String receipt = order.accepted("1", "10", "2026-03-03")
                .then()
                .statusCode(201)
                .extract()
                .path("receiptId");
        String invoice = order.approved("INV-1", "2026-03-10", "1", "60.00");
        order.pay(invoice, "W-1", "60.00").then().statusCode(201);
        String replaced = "{\"replaces\": \"" + receipt + "\", \"note\": \"counted anew\", ";
        order.post("/receipts", Bills.receipt("1", "5.999", "2026-03-04").replaceFirst("\\{", replaced))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/payment-beyond-what-may-be-paid"));
        order.post("/receipts", Bills.receipt("1", "6", "2026-03-04").replaceFirst("\\{", replaced))
                .then()
                .statusCode(201);
        order.post("/receipts", Bills.receipt("1", "6", "2026-03-04").replaceFirst("\\{", replaced))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/receipt-replaced"));
        order.get("/account").then().body("mayBePaid", equalTo("60.00"));
    }
}
