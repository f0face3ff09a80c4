package org.opencmas.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("What was approved is matched again when it is paid")
class MatchedAgainTest {
    private static final String CMAS = "4-06-78-0031A";

    @DisplayName("An amendment between approval and payment counts")
    @ParameterizedTest(name = "100.00 approved, amended to {0}: paying 10.00 answers {1}")
    @CsvSource({"100.01, 201", "99.99, 422"})
    void anAmendmentInBetween(String amended, int status) {
        Bills order = Bills.onPlain(line("1", CMAS, "1", "100.00"));
        order.accepted("1", "1", "2026-03-10").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-12", "1", "100.00");
        String body = "{\"amendmentDate\": \"2026-04-01\", \"reason\": \"price\", \"lines\": [%s]}"
                .formatted(line("1", CMAS, "1", amended));
        Api.act(Tokens.buyer(order.agency()), order.agency(), order.orderId(), "amendments", body)
                .then()
                .statusCode(202);
        Api.decide(order.orderId(), 2, "ISSUE");
        Api.awaitState(order.agency(), order.orderId(), "AMENDED");
        var answer = order.pay(invoice, "W-1", "10.00").then().statusCode(status);
        if (status == 422) {
            answer.body("type", equalTo("/problems/invoice-differs"))
                    .body("differences.reason", contains("BILLED_ABOVE_ORDER", "BILLED_ABOVE_ACCEPTED"));
        }
    }

    @DisplayName(
            "An amendment that leaves less of a line than was accepted of it is asked about, until it is explained or the receipt corrected")
    @ParameterizedTest(name = "of 3 accepted, {0} of line {1} ordered from now on: {2}")
    @CsvSource({"3, 1, 202,", "2.999999, 1, 422, /lines/0/quantity", "3, 2, 422, /lines"})
    void anAmendmentBelowWhatWasAccepted(String quantity, String lineId, int status, String pointer) {
        Bills order = Bills.onPlain(line("1", CMAS, "10", "10.00"));
        String receipt = order.accepted("1", "3", "2026-03-10").path("receiptId");
        String body = "{\"amendmentDate\": \"2026-04-01\", \"reason\": \"fewer\", \"draft\": %s, \"lines\": [%s]}";
        var answer = amend(order, body.formatted(false, line(lineId, CMAS, quantity, "10.00")))
                .then()
                .statusCode(status);
        if (status == 202) {
            return;
        }
        answer.body("doubts.kind", contains("BELOW_ACCEPTED")).body("doubts.pointer", contains(pointer));
        amend(order, body.formatted(true, line(lineId, CMAS, quantity, "10.00")))
                .then()
                .statusCode(201);
        String meant =
                "{\"confirmations\": [{\"kind\": \"BELOW_ACCEPTED\", \"pointer\": \"%s\", \"explanation\": \"sent back\"}]}";
        act(order, "submission", "").then().statusCode(422).body("doubts.pointer", contains(pointer));
        if (lineId.equals("1")) {
            order.post(
                            "/receipts",
                            Bills.receipt("1", "2", "2026-03-10")
                                    .replaceFirst(
                                            "\\{", "{\"replaces\": \"" + receipt + "\", \"note\": \"one came back\", "))
                    .then()
                    .statusCode(201);
        } else {
            act(order, "confirmations", meant.formatted(pointer)).then().statusCode(200);
        }
        act(order, "submission", "").then().statusCode(202);
    }

    @Test
    @DisplayName("A line that was refused at the door as a whole may be left out by an amendment")
    void aLineOfWhichNothingWasAcceptedIsLeftOut() {
        Bills order = Bills.onPlain(line("1", CMAS, "10", "10.00"), line("2", CMAS, "3", "10.00"));
        String received = Bills.receipt("2", "3", "2026-03-10");
        order.post(
                        "/receipts",
                        received.replace(
                                "\"quantityAccepted\": \"3\"", "\"quantityAccepted\": \"0\", \"reason\": \"broken\""))
                .then()
                .statusCode(201);
        String body = "{\"amendmentDate\": \"2026-04-01\", \"reason\": \"sent back\", \"lines\": [%s]}";
        amend(order, body.formatted(line("1", CMAS, "10", "10.00"))).then().statusCode(202);
    }

    private static Response amend(Bills order, String body) {
        return act(order, "amendments", body);
    }

    private static Response act(Bills order, String act, String body) {
        return Api.act(Tokens.buyer(order.agency()), order.agency(), order.orderId(), act, body);
    }

    @Test
    @DisplayName("A receipt that is corrected to another line takes the ground from an approved invoice")
    void aCorrectedReceiptInBetween() {
        Bills order = Bills.onPlain(line("1", CMAS, "1", "100.00"), line("2", CMAS, "1", "100.00"));
        String receipt = order.accepted("1", "1", "2026-03-10").path("receiptId");
        String invoice = order.approved("INV-1", "2026-03-12", "1", "100.00");
        order.post(
                        "/receipts",
                        Bills.receipt("2", "1", "2026-03-10")
                                .replaceFirst(
                                        "\\{", "{\"replaces\": \"" + receipt + "\", \"note\": \"it was line 2\", "))
                .then()
                .statusCode(201);
        order.pay(invoice, "W-1", "100.00")
                .then()
                .statusCode(422)
                .body("differences.reason", contains("BILLED_ABOVE_ACCEPTED"));
        order.accepted("1", "1", "2026-03-13").then().statusCode(201);
        order.pay(invoice, "W-1", "100.00").then().statusCode(201);
    }

    @DisplayName("An invoice is not of a day before its order")
    @ParameterizedTest(name = "order of 2026-03-02, invoice of {0}: {1}")
    @CsvSource({"2026-03-01, 422", "2026-03-02, 200"})
    void anInvoiceIsNotOlderThanItsOrder(String day, int status) {
        Bills order = Bills.onPlain(line("1", CMAS, "1", "100.00"));
        order.accepted("1", "1", "2026-03-10").then().statusCode(201);
        String invoice = order.billed("INV-1", day, "1", "100.00");
        order.act(invoice, "approval", "{}")
                .then()
                .statusCode(status)
                .body("differences.reason", status == 200 ? hasSize(0) : contains("DATED_BEFORE_ORDER"));
    }

    @Test
    @DisplayName("A receipt that comes again under its number is told from a second delivery")
    void aRepeatedReceiptIsKnown() {
        Bills order = Bills.onPlain(line("1", CMAS, "10", "10.00"));
        String numbered = Bills.receipt("1", "2", "2026-03-10").replaceFirst("\\{", "{\"receiptNumber\": \"GR-1\", ");
        String receipt = order.post("/receipts", numbered)
                .then()
                .statusCode(201)
                .body("receiptNumber", equalTo("GR-1"))
                .extract()
                .path("receiptId");
        order.post("/receipts", numbered.replace("GR-1", "gr-1"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/receipt-recorded"))
                .body("receipt", endsWith(receipt));
        order.post("/receipts", numbered.replace("GR-1", "GR-2")).then().statusCode(201);
        order.accepted("1", "2", "2026-03-10").then().statusCode(201);
        order.get("/receipts?limit=2").then().body("receipts", hasSize(2));
        String next = order.get("/receipts?limit=2").path("next");
        order.get(next.substring(next.indexOf("/receipts")))
                .then()
                .body("receipts", hasSize(1))
                .body("receipts[0].receiptNumber", nullValue())
                .body("next", nullValue());
        order.get("/receipts?cursor=x").then().statusCode(400);
    }

    @Test
    @DisplayName("A page of invoices tells the same of them as the whole list, though earlier ones are only summed up")
    void aPageTellsTheSameAsTheWholeList() {
        Bills order = Bills.onSaying(
                "{\"advancePayments\": [{\"lineId\": \"2\", \"basis\": \"WARRANTY\", \"provision\": \"page 7\"}]}",
                line("1", CMAS, "10", "10.00"),
                line("2", CMAS, "1", "50.00").replace("\"unit\"", "\"kind\": \"SERVICES\", \"unit\""));
        order.accepted("1", "5", "2026-03-10").then().statusCode(201);
        String warranty = ", \"advance\": {\"basis\": \"WARRANTY\", \"provision\": \"page 7\"}";
        String disputed = order.billed("INV-0", "2026-03-11", "1", "100.00");
        order.act(disputed, "dispute", "{\"reason\": \"too much\", \"disputedOn\": \"2026-03-11\"}")
                .then()
                .statusCode(200);
        order.billed("INV-1", "2026-03-12", "1", "30.00");
        order.post(
                        "/invoices",
                        Bills.invoice("INV-2", "2026-03-12", "2", "25.00", warranty)
                                .replace("GOODS", "WARRANTY"))
                .then()
                .statusCode(201);
        order.billed("INV-3", "2026-03-13", "1", "20.01");
        order.post(
                        "/invoices",
                        Bills.invoice("INV-4", "2026-03-14", "2", "25.00", warranty)
                                .replace("GOODS", "WARRANTY"))
                .then()
                .statusCode(201);
        order.billed("INV-5", "2026-03-15", "1", "60.00");
        List<Map<String, Object>> whole = order.get("/invoices").path("invoices");
        assertThat(whole).hasSize(6);
        List<Map<String, Object>> paged = new ArrayList<>();
        for (String next = "/invoices?limit=1"; next != null; ) {
            var page = order.get(next);
            paged.addAll(page.<List<Map<String, Object>>>path("invoices"));
            String then = page.path("next");
            next = then == null ? null : then.substring(then.indexOf("/invoices"));
        }
        assertThat(paged).isEqualTo(whole);
        assertThat(whole)
                .extracting(one -> ((List<?>) one.get("differences")).size())
                .containsExactly(0, 0, 0, 1, 1, 2);
        for (Map<String, Object> one : whole) {
            assertThat(order.get("/invoices/" + one.get("invoiceId")).<Object>path("differences"))
                    .isEqualTo(one.get("differences"));
        }
        order.get("/match").then().body("lines.amountBilled", contains("110.01", "50.00"));
    }

    @Test
    void invoicesAndPaymentsComeInPages() {
        Bills order = Bills.onPlain(line("1", CMAS, "1", "100.00"));
        order.accepted("1", "1", "2026-03-10").then().statusCode(201);
        String first = order.approved("INV-1", "2026-03-12", "1", "40.00");
        String second = order.approved("INV-2", "2026-03-12", "1", "60.00");
        order.pay(first, "W-1", "40.00").then().statusCode(201);
        order.pay(second, "W-2", "60.00").then().statusCode(201);
        for (String list : new String[] {"invoices", "payments"}) {
            var page = order.get("/" + list + "?limit=1");
            page.then().body(list, hasSize(1));
            String next = page.path("next");
            order.get(next.substring(next.indexOf("/" + list)))
                    .then()
                    .body(list, hasSize(1))
                    .body("next", nullValue());
        }
    }
}
