package org.opencmas.order.payment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;

/** Goods walk in {@link PaymentWalkTest}. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("One order of each kind goes to its last payment")
class OrderKindsWalkTest {
    private static final String CMAS = "4-06-78-0031A";
    private static final String NAMES =
            "\"names\": {\"onInvoice\": \"Acme\", \"onOrder\": \"Acme\", \"onAgreement\": \"Acme\"}";

    private static String kind(String line, String fields) {
        return line.replace("\"unit\"", fields + ", \"unit\"");
    }

    private static String billed(Bills order, String body) {
        String invoice =
                order.post("/invoices", body).then().statusCode(201).extract().path("invoiceId");
        order.act(invoice, "approval", "{}").then().statusCode(200).body("state", equalTo("APPROVED"));
        return invoice;
    }

    private static void assertOver(Bills order, String paid) {
        order.get("/account")
                .then()
                .body("paid", equalTo(paid))
                .body("leftToPay", equalTo("0.00"))
                .body("withheld", equalTo("0.00"));
        order.get("/match").then().body("differences", empty());
    }

    @Test
    @DisplayName("PW-BOND-FORM, PW-BOND-AMOUNT: public works with labor of 5,000.01 and a bond of the whole order")
    void publicWorks() {
        Bills order = Bills.onPlain(
                line("1", CMAS, "1", "4999.99"),
                kind(line("2", CMAS, "1", "5000.01"), "\"publicWorks\": true, \"kind\": \"SERVICES\""));
        order.bond("PAYMENT", "10000.00").then().statusCode(201);
        order.accepted("1", "1", "2026-03-10").then().statusCode(201);
        order.accepted("2", "1", "2026-03-20").then().statusCode(201);
        String invoice = billed(order, """
                {"invoiceNumber": "PW-1", "invoicedOn": "2026-03-21", "receivedOn": "2026-03-22", %s, "lines": [
                 {"lineId": "1", "orderLineId": "1", "type": "GOODS", "quantity": "1", "amount": "4999.99"},
                 {"lineId": "2", "orderLineId": "2", "type": "SERVICES", "amount": "5000.01", "serviceFrom": "2026-03-09",
                  "serviceThrough": "2026-03-20"}]}
                """.formatted(NAMES));
        order.pay(invoice, "W-1", "10000.00").then().statusCode(201).body("notes", empty());
        assertOver(order, "10000.00");
        order.get("/account").then().body("bonds.amount", contains("10000.00"));
    }

    @Test
    @DisplayName(
            "TAX-CONSUMABLES-ITEMIZED, TAX-MAINT-CONSUMABLES: toner under a maintenance contract is itemized with its tax before it is paid")
    void maintenanceWithConsumables() {
        UUID agency = Api.registeredAgency();
        UUID contractor = UUID.randomUUID();
        String body = Bills.plain(
                        contractor,
                        kind(line("1", CMAS, "12", "100.00"), "\"kind\": \"SERVICES\""),
                        line("2", CMAS, "4", "50.00"))
                .replace("\"tax\": \"0.00\"", "\"tax\": \"17.50\"");
        var order = new Bills(agency, contractor, Api.issued(agency, body));
        order.accepted("1", "12", "2026-03-31").then().statusCode(201);
        order.accepted("2", "4", "2026-03-31").then().statusCode(201);
        String head =
                "{\"invoiceNumber\": \"M-1\", \"invoicedOn\": \"2026-04-01\", \"receivedOn\": \"2026-04-02\", %s, %s \"lines\": [{\"lineId\": \"1\", \"orderLineId\": \"1\", \"type\": \"MAINTENANCE\", \"amount\": \"1200.00\", \"serviceFrom\": \"2026-03-03\", \"serviceThrough\": \"2026-03-31\"}%s]}";
        String invoice = order.post("/invoices", head.formatted(NAMES, "\"consumablesIncluded\": true,", ""))
                .then()
                .statusCode(201)
                .body("differences.reason", hasItem("CONSUMABLES_NOT_ITEMIZED"))
                .extract()
                .path("invoiceId");
        order.act(invoice, "approval", "{}").then().statusCode(422).body("type", equalTo("/problems/invoice-differs"));
        order.act(invoice, "dispute", "{\"reason\": \"toner is not itemized\", \"disputedOn\": \"2026-04-03\"}")
                .then()
                .statusCode(200);
        String itemized =
                ", {\"lineId\": \"2\", \"orderLineId\": \"2\", \"type\": \"CONSUMABLES\", \"quantity\": \"4\", \"amount\": \"200.00\", \"tax\": \"17.50\"}";
        order.act(
                        invoice,
                        "correction",
                        head.formatted(
                                NAMES,
                                "\"consumablesIncluded\": true, \"correctionReason\": \"toner itemized\",",
                                itemized))
                .then()
                .statusCode(200)
                .body("differences", empty());
        order.act(invoice, "approval", "{}").then().statusCode(200);
        order.pay(invoice, "W-1", "1417.50").then().statusCode(201);
        assertOver(order, "1417.50");
    }

    @Test
    @DisplayName(
            "PAY-CALCARD-PO, PAY-CALCARD-ACCEPT, PAY-CALCARD-MARK: an order marked for CAL-Card is paid by the card without a note")
    void calCard() {
        UUID agency = Api.registeredAgency();
        UUID contractor = UUID.randomUUID();
        String body = Bills.plain(contractor, line("1", CMAS, "2", "30.00"))
                .replaceFirst("\\{", "{\"paymentMethod\": \"CAL_CARD\", ");
        var order = new Bills(agency, contractor, Api.issued(agency, body));
        order.accepted("1", "2", "2026-03-03").then().statusCode(201);
        String invoice = order.approved("C-1", "2026-03-10", "1", "60.00");
        order.post(
                        "/payments",
                        Bills.payment(
                                        invoice,
                                        "2026-03-03",
                                        "4929-1",
                                        "60.00",
                                        ", \"cardConsent\": {\"acceptedByAgreement\": true}")
                                .replace("WARRANT", "CAL_CARD"))
                .then()
                .statusCode(201)
                .body("notes", empty());
        assertOver(order, "60.00");
    }

    @Test
    @DisplayName(
            "PP-NONIT-SERVICES, PP-WITHHOLD-BASE: services are paid month by month, a tenth withheld until each task and then the whole is done")
    void servicesWithProgressPayments() {
        Bills order = Bills.onPlain(kind(line("1", CMAS, "100", "1000.00"), "\"kind\": \"SERVICES\""));
        order.terms("""
                {"kind": "NON_IT_SERVICES", "startsOn": "2026-03-02", "lastDay": "2026-06-30", "tasks": [
                 {"taskId": "T1", "amount": "40000.00", "separateAndDistinct": true, "decidedBy": "A. Person"},
                 {"taskId": "T2", "amount": "60000.00"}]}
                """).then().statusCode(200).body("mayBePaid", equalTo("90000.00"));
        String first = billed(order, service("S-1", "2026-03-02", "2026-03-31", "40000.00"));
        order.pay(first, "W-1", "36000.00", "4000.00", "0.00").then().statusCode(201);
        order.pay(first, "W-2", "4000.00", "0.00", "4000.00").then().statusCode(409);
        order.post("/receipts", "{\"receivedOn\": \"2026-04-01\", \"completedTaskIds\": [\"T1\"]}")
                .then()
                .statusCode(201);
        order.pay(first, "W-2", "4000.00", "0.00", "4000.00").then().statusCode(201);
        String second = billed(order, service("S-2", "2026-04-01", "2026-04-15", "60000.00"));
        order.pay(second, "W-3", "54000.01", "5999.99", "0.00").then().statusCode(409);
        order.pay(second, "W-3", "54000.00", "6000.00", "0.00").then().statusCode(201);
        order.pay(second, "W-4", "6000.00", "0.00", "6000.00").then().statusCode(409);
        order.post(
                        "/receipts",
                        Bills.receipt("1", "100", "2026-04-18")
                                .replaceFirst("\\{", "{\"finalAcceptance\": true, \"completedTaskIds\": [\"T2\"], "))
                .then()
                .statusCode(201);
        order.pay(second, "W-4", "6000.00", "0.00", "6000.00").then().statusCode(201);
        assertOver(order, "100000.00");
        order.get("/invoices").then().body("invoices.state", contains("PAID", "PAID"));
    }

    private static String service(String number, String from, String through, String amount) {
        return """
                {"invoiceNumber": "%s", "invoicedOn": "2026-04-16", "receivedOn": "2026-04-17", "progressReport": "file 12", %s,
                 "lines": [{"lineId": "1", "orderLineId": "1", "type": "SERVICES", "amount": "%s", "serviceFrom": "%s",
                  "serviceThrough": "%s"}]}
                """.formatted(number, NAMES, amount, from, through);
    }
}
