package org.opencmas.order.payment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "A reading: an invoice subtracts what the order has taken in part payment, at most what it allows, and once")
class TradeInTest {
    private static final String TRADED = """
            {"tradeIns": [{"description": "Mower", "allowance": "40.00"}, {"description": "Trailer", "allowance": "5.00"},
                          {"description": "Trailer", "allowance": "7.00"}]}
            """.replace("\n", " ");

    @Inject
    DataSource application;

    private static Bills order() {
        Bills order = Bills.onSaying(TRADED, line("1", "4-06-78-0031A", "20", "10.00"));
        order.accepted("1", "20", "2026-03-05").then().statusCode(201);
        return order;
    }

    private static String subtracting(String number, String amount, String tradeIns) {
        return Bills.invoice(number, "2026-03-10", "1", amount, "")
                .replace("\"names\"", "\"tradeIns\": [" + tradeIns + "], \"names\"");
    }

    private static String one(String description, String amount) {
        return "{\"description\": \"%s\", \"amount\": \"%s\"}".formatted(description, amount);
    }

    private static ValidatableResponse billed(Bills order, String number, String amount, String tradeIns) {
        return order.post("/invoices", subtracting(number, amount, tradeIns))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest(name = "{0} for {1} → {2}")
    @CsvSource(nullValues = "-", textBlock = """
            40.00, Mower,    -
            39.99, ' mower', -
            40.01, Mower,    TRADE_IN_ABOVE_ORDER
            1.00,  Truck,    TRADE_IN_NOT_ON_ORDER
            """)
    void isMatchedAgainstTheOrder(String amount, String description, String reason) {
        Bills order = order();
        ValidatableResponse sent = billed(order, "INV-1", "100.00", one(description.strip(), amount));
        String invoice = sent.extract().path("invoiceId");
        if (reason == null) {
            sent.body("differences", empty());
            order.act(invoice, "approval", "{}").then().statusCode(200);
        } else {
            sent.body("differences.reason", contains(reason)).body("differences.blocking", contains(true));
            order.act(invoice, "approval", "{}")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/invoice-differs"));
        }
    }

    @Test
    void theRestIsBilledAndPaidInMoneyAndNoMore() {
        Bills order = order();
        ValidatableResponse sent = billed(order, "INV-1", "100.00", one("Mower", "40.00"))
                .body("total", equalTo("60.00"))
                .body("tradeIns.description", contains("Mower"));
        String invoice = sent.extract().path("invoiceId");
        order.act(invoice, "approval", "{}").then().statusCode(200);
        order.pay(invoice, "W-1", "60.01").then().statusCode(409);
        order.pay(invoice, "W-1", "60.00").then().statusCode(201);
        order.get("/invoices/" + invoice)
                .then()
                .body("state", equalTo("PAID"))
                .body("tradeIns.amount", contains("40.00"));
        String plain = order.billed("INV-2", "2026-03-10", "1", "100.00");
        order.get("/invoices/" + plain).then().body("tradeIns", nullValue());
    }

    @Test
    void isSubtractedAsOftenAsTheOrderHasIt() {
        Bills order = order();
        billed(order, "INV-1", "50.00", one("Mower", "10.00") + ", " + one("Trailer", "6.00"))
                .body("differences", empty());
        billed(order, "INV-2", "50.00", one("Trailer", "6.00")).body("differences", empty());
        billed(order, "INV-3", "40.00", one("Mower", "10.00"))
                .body("differences.reason", contains("TRADE_IN_SUBTRACTED_TWICE"));
        billed(order, "INV-4", "40.00", one("TRAILER", "0.01"))
                .body("differences.reason", contains("TRADE_IN_SUBTRACTED_TWICE"));
    }

    @Test
    void whatIsDisputedSubtractsNothing() {
        Bills order = order();
        String disputed =
                billed(order, "INV-1", "50.00", one("Mower", "40.00")).extract().path("invoiceId");
        order.act(disputed, "dispute", "{\"reason\": \"not our mower\"}").then().statusCode(200);
        billed(order, "INV-2", "50.00", one("Mower", "40.00")).body("differences", empty());
    }

    @Test
    void noStatementApprovesWhatIsSubtractedTwice() throws Exception {
        Bills order = order();
        String first =
                billed(order, "INV-1", "50.00", one("Mower", "30.00")).extract().path("invoiceId");
        order.act(first, "approval", "{}").then().statusCode(200);
        String again =
                billed(order, "INV-2", "50.00", one("Mower", "10.00")).extract().path("invoiceId");

        assertThatThrownBy(() -> PaymentAttacks.attempt(
                        application, "update invoice set state = 'APPROVED' where invoice_id = '" + again + "'"))
                .hasMessageContaining("trade_ins_of_the_order");
        PaymentAttacks.attempt(application, "update invoice set state = 'DISPUTED' where invoice_id = '" + first + "'");
        PaymentAttacks.attempt(application, "update invoice set state = 'APPROVED' where invoice_id = '" + again + "'");
    }

    @Test
    void everyFaultIsNamed() {
        order().post(
                        "/invoices",
                        subtracting("INV-1", "50.00", one("", "0.00") + ", " + one("Mower", "-1.00") + ", {}")
                                .replace("{}", "{\"description\": \"x\"}"))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains(
                                "/tradeIns/0/description",
                                "/tradeIns/0/amount",
                                "/tradeIns/1/amount",
                                "/tradeIns/2/amount"));
    }

    @Test
    void anInvoiceThatComesToNothingIsRefused() {
        order().post("/invoices", subtracting("INV-1", "40.00", one("Mower", "40.00")))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/lines"));
    }
}
