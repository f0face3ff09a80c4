package org.opencmas.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.fault.AtOnce;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("From the accepted order to its last payment")
class PaymentWalkTest {
    @Test
    void anOrderOfGoodsIsReceivedInPartsBilledAndPaidToTheLastCent() {
        Bills order = Bills.onIssued(line("1", "4-06-78-0031A", "10", "100.00"));
        order.accepted("1", "4", "2026-03-10").then().statusCode(201);
        order.get("/account").then().body("mayBePaid", equalTo("541.88")).body("total", equalTo("1141.88"));
        order.accepted("1", "7", "2026-03-11")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/accepted-above-ordered"));
        order.accepted("1", "6", "2026-03-20").then().statusCode(201);

        String first = order.post("/invoices", """
                {"invoiceNumber": "INV-1", "invoicedOn": "2026-03-12", "receivedOn": "2026-03-15", "freight": "15.00", "total": "541.88",
                 "names": {"onInvoice": "Example", "onOrder": "example", "onAgreement": "Example"},
                 "lines": [{"lineId": "1", "orderLineId": "1", "type": "GOODS", "quantity": "4", "amount": "400.00", "tax": "126.88"}]}
                """)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("RECEIVED"))
                .body("differences", empty())
                .body("clock.startedOn", equalTo("2026-03-15"))
                .body("clock.dueOn", equalTo("2026-04-29"))
                .extract()
                .path("invoiceId");
        order.pay(first, "W-1", "541.88")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/invoice-act-not-allowed"));
        order.act(first, "approval", "{}").then().statusCode(200).body("state", equalTo("APPROVED"));
        order.pay(first, "W-1", "541.89")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/payment-above-invoice"));
        order.pay(first, "W-1", "541.88").then().statusCode(201);
        String second = order.approved("INV-2", "2026-03-21", "1", "600.00");
        order.get("/invoices/" + second).then().body("clock.dueOn", equalTo("2026-05-05"));
        order.pay(second, "W-2", "600.00").then().statusCode(201);
        order.get("/invoices").then().body("invoices.state", contains("PAID", "PAID"));
        order.get("/account").then().body("paid", equalTo("1141.88")).body("leftToPay", equalTo("0.00"));
        order.get("/match").then().body("differences", empty());
        as(Tokens.contractor(order.contractor()))
                .get("/v1/orders/{id}/payments", order.orderId())
                .then()
                .statusCode(200)
                .body("payments.reference", contains("W-1", "W-2"));
        as(Tokens.buyer(UUID.randomUUID()))
                .get("/v1/orders/{id}/invoices", order.orderId())
                .then()
                .statusCode(404);
        as(Tokens.contractor(UUID.randomUUID()))
                .get("/v1/orders/{id}/payments", order.orderId())
                .then()
                .statusCode(404);
        acting(Tokens.contractor(order.contractor()))
                .body(Bills.receipt("1", "1", "2026-03-10"))
                .post("/v1/orders/{id}/receipts", order.orderId())
                .then()
                .statusCode(403);
    }

    @Test
    void twoClerksWhoPayAtOncePayOnce() throws Exception {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "100.00"));
        order.accepted("1", "1", "2026-03-10").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-12", "1", "100.00");
        assertThat(AtOnce.both(
                        () -> order.pay(invoice, "W-1", "100.00").statusCode(),
                        () -> order.pay(invoice, "W-2", "100.00").statusCode()))
                .containsExactlyInAnyOrder(201, 409);
        order.get("/account").then().body("paid", equalTo("100.00"));
    }

    @Test
    @DisplayName(
            "PP-GOODS-SPECIAL: of 120,000.00 at most 108,000.00 is paid before acceptance, 12,000.00 after it, under a bond of 60,000.00")
    void specialGoodsArePaidInPartUnderABond() {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "120000.00"));
        order.terms("{\"kind\": \"GOODS_SPECIAL\"}")
                .then()
                .statusCode(200)
                .body("leastWithheldOfPrice", equalTo("12000.00"))
                .body("mayBePaid", equalTo("108000.00"))
                .body("leastPerformanceBond", equalTo("60000.00"));
        String invoice = order.approved("INV-1", "2026-03-12", "1", "120000.00");
        order.bond("PERFORMANCE", "59999.99").then().statusCode(201);
        order.pay(invoice, "W-1", "54000.00", "6000.00", "0.00")
                .then()
                .statusCode(409)
                .body("detail", containsString("60000.00"));
        order.bond("PERFORMANCE", "0.01").then().statusCode(201);
        order.pay(invoice, "W-1", "54000.00", "5999.99", "0.00").then().statusCode(409);
        order.pay(invoice, "W-1", "54000.00", "6000.00", "0.00")
                .then()
                .statusCode(201)
                .body("notes.rule", hasItem("PP-DISCOURAGE"));
        order.pay(invoice, "W-2", "54000.01", "5999.99", "0.00")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/payment-beyond-what-may-be-paid"));
        order.pay(invoice, "W-2", "54000.00", "6000.00", "0.00")
                .then()
                .statusCode(201)
                .body("notes.rule", hasItem("PP-MONTHLY-ARREARS"));
        order.pay(invoice, "W-3", "12000.00", "0.00", "12000.00").then().statusCode(409);
        order.post(
                        "/receipts",
                        "{\"receivedOn\": \"2026-04-10\", \"acceptedOn\": \"2026-04-10\", \"finalAcceptance\": true}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-wholly-accepted"));
        order.post(
                        "/receipts",
                        Bills.receipt("1", "1", "2026-04-10").replaceFirst("\\{", "{\"finalAcceptance\": true, "))
                .then()
                .statusCode(201);
        order.pay(invoice, "W-3", "12000.00", "0.00", "12000.00").then().statusCode(201);
        order.get("/invoices/" + invoice).then().body("state", equalTo("PAID")).body("withheld", equalTo("0.00"));
    }

    @Test
    @DisplayName("PP-NONIT-SERVICES, PP-DEFINITION: the withhold of a distinct task is paid when it is complete")
    void servicesReleaseTheWithholdByTask() {
        Bills order = Bills.onPlain(
                line("1", "4-06-78-0031A", "100", "1000.00").replace("\"unit\"", "\"kind\": \"SERVICES\", \"unit\""));
        String terms =
                "{\"kind\": \"NON_IT_SERVICES\", \"startsOn\": \"2026-03-01\", \"lastDay\": \"2026-05-30\", \"tasks\":"
                        + " [{\"taskId\": \"T1\", \"amount\": \"30000.00\", \"separateAndDistinct\": true%s}]}";
        order.terms(terms.formatted(""))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/tasks/0/decidedBy"));
        order.terms(terms.formatted(", \"decidedBy\": \"A. Person\"")).then().statusCode(200);
        String invoice = order.post(
                        "/invoices",
                        Bills.invoice(
                                        "INV-1",
                                        "2026-04-01",
                                        "1",
                                        "30000.00",
                                        ", \"serviceFrom\": \"2026-03-01\", \"serviceThrough\": \"2026-03-31\"")
                                .replace("GOODS", "SERVICES"))
                .then()
                .statusCode(201)
                .body("differences.reason", contains("NO_PROGRESS_REPORT"))
                .extract()
                .path("invoiceId");
        order.act(invoice, "approval", "{}").then().statusCode(200);
        order.pay(invoice, "W-1", "27000.00", "3000.00", "0.00")
                .then()
                .statusCode(201)
                .body("notes.rule", contains("PP-DISCOURAGE", "PP-MIN-3-MONTHS"));
        order.pay(invoice, "W-2", "3000.00", "0.00", "3000.00").then().statusCode(409);
        order.post("/receipts", """
                {"receivedOn": "2026-04-02", "completedTaskIds": ["t1"]}
                """).then().statusCode(201);
        order.pay(invoice, "W-2", "3000.00", "0.00", "3000.00").then().statusCode(201);
        order.get("/account")
                .then()
                .body("paid", equalTo("30000.00"))
                .body("withheld", equalTo("0.00"))
                .body("mayBePaid", equalTo("93000.00"));
    }

    @Test
    @DisplayName(
            "PP-NONIT-SERVICES: a task that is complete stays as it was agreed, and what is withheld is not set free by its price")
    void aCompleteTaskStays() throws SQLException {
        Bills order = Bills.onPlain(
                line("1", "4-06-78-0031A", "100", "1000.00").replace("\"unit\"", "\"kind\": \"SERVICES\", \"unit\""));
        String task =
                "{\"taskId\": \"%s\", \"amount\": \"%s\", \"separateAndDistinct\": true, \"decidedBy\": \"A. Person\"}";
        String first = task.formatted("T1", "1.00");
        String terms = "{\"kind\": \"%s\", \"tasks\": [%s]}";
        order.terms(terms.formatted("NON_IT_SERVICES", first)).then().statusCode(200);
        order.post("/receipts", "{\"receivedOn\": \"2026-04-01\", \"completedTaskIds\": [\"T1\"]}")
                .then()
                .statusCode(201);
        for (String tasks : List.of(
                task.formatted("T1", "100000.00"),
                task.formatted("T1", "1.01"),
                first.replace("true", "false"),
                task.formatted("T2", "1.00"),
                "")) {
            order.terms(terms.formatted("NON_IT_SERVICES", tasks))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/task-complete"))
                    .body("taskIds", contains("T1"));
        }
        order.terms("{\"kind\": \"IT_SPECIAL\"}").then().statusCode(422);
        order.terms(terms.formatted("NON_IT_SERVICES", first + ", " + task.formatted("T2", "500.00")))
                .then()
                .statusCode(200);
        order.get("/account").then().body("mayBePaid", equalTo("90000.10"));
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                PreparedStatement repriced =
                        connection.prepareStatement("insert into progress_terms select (jsonb_populate_record("
                                + "t, jsonb_build_object('act_number', t.act_number + 100, 'tasks', '[]'::jsonb))).* from progress_terms t"
                                + " where order_id = ? order by act_number desc limit 1")) {
            repriced.setObject(1, order.orderId());
            assertThatThrownBy(repriced::executeUpdate).hasMessageContaining("task t1 is complete");
        }
    }

    @DisplayName(
            "PP-IT-RISK: less than 10% is withheld only by a recorded risk decision on special information technology")
    @ParameterizedTest(name = "{0} at {1}, decision {2}: {3}")
    @CsvSource({
        "IT_SPECIAL,      0.10,    false, 200",
        "IT_SPECIAL,      0.09999, false, 422",
        "IT_SPECIAL,      0.03,    true,  200",
        "IT_SPECIAL,      0.02999, true,  422",
        "GOODS_SPECIAL,   0.05,    true,  422",
        "NON_IT_SERVICES, 0.05,    true,  422",
    })
    void lessIsWithheldOnlyByARiskDecision(String kind, String share, boolean decided, int status) {
        String bought = kind.equals("IT_SPECIAL") ? "3-16-70-3298A" : "4-06-78-0031A";
        Bills order = Bills.onPlain(line("1", bought, "1", "100.00")
                .replace(
                        "\"unit\"",
                        "\"kind\": \"" + (kind.equals("NON_IT_SERVICES") ? "SERVICES" : "GOODS") + "\", \"unit\""));
        String decision = decided
                ? ", \"riskDecision\": {\"decidedBy\": \"A. Person\", \"decidedOn\": \"2026-03-02\", \"evidence\": \"file 7\"}"
                : "";
        order.terms("{\"kind\": \"%s\", \"withholdShare\": \"%s\"%s}".formatted(kind, share, decision))
                .then()
                .statusCode(status);
    }

    @DisplayName("PAY-CALCARD-ACCEPT, PAY-CALCARD-MARK: the card is used only if the contractor takes it")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            null                                                            | 400
            {}                                                              | 400
            {"acceptedByAgreement": false}                                  | 400
            {"acceptedByAgreement": false, "note": "by letter of 1 March"}  | 201
            {"acceptedByAgreement": true}                                   | 201
            """)
    void theCardIsUsedIfTheContractorTakesIt(String consent, int status) {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "100.00"));
        order.accepted("1", "1", "2026-03-03").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-10", "1", "100.00");
        String body = Bills.payment(invoice, "2026-03-03", "4929", "100.00", ", \"cardConsent\": " + consent)
                .replace("WARRANT", "CAL_CARD");
        var answer = order.post("/payments", body).then().statusCode(status);
        if (status == 201) {
            answer.body("notes.rule", contains("PAY-CALCARD-MARK"));
        }
    }

    @DisplayName("PAY-CALCARD-PO: the card is used on the day of the order or later")
    @ParameterizedTest(name = "an order of 2026-03-02, paid on {0}: {1}")
    @CsvSource({"2026-03-01, 400", "2026-03-02, 201"})
    void theCardIsNoWayToBuyWithoutAnOrder(String day, int status) {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "100.00"));
        order.accepted("1", "1", "2026-03-03").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-10", "1", "100.00");
        String body = Bills.payment(
                        invoice, day, "4929", "100.00", ", \"cardConsent\": {\"acceptedByAgreement\": true}")
                .replace("WARRANT", "CAL_CARD");
        var answer = order.post("/payments", body).then().statusCode(status);
        if (status == 400) {
            answer.body("errors.pointer", contains("/paidOn"))
                    .body("errors[0].detail", containsString("PAY-CALCARD-PO"));
        }
    }

    @DisplayName("PP-IT-SPECIAL, PP-GOODS-SPECIAL, PP-NONIT-SERVICES: terms are agreed on orders of their kind")
    @ParameterizedTest(name = "{0} on {1} under {2}: {3}")
    @CsvSource({
        "IT_SPECIAL,      GOODS,    3-16-70-3298A, 200, ",
        "IT_SPECIAL,      GOODS,    4-06-78-0031A, 422, PP-IT-SPECIAL",
        "GOODS_SPECIAL,   GOODS,    4-06-78-0031A, 200, ",
        "GOODS_SPECIAL,   SERVICES, 4-06-78-0031A, 422, PP-GOODS-SPECIAL",
        "NON_IT_SERVICES, SERVICES, 4-06-78-0031A, 200, ",
        "NON_IT_SERVICES, GOODS,    4-06-78-0031A, 422, PP-NONIT-SERVICES",
        "NON_IT_SERVICES, SERVICES, 3-16-70-3298A, 422, PP-NONIT-SERVICES",
    })
    void termsAreForTheirKindOfOrder(String kind, String bought, String cmas, int status, @Nullable String rule) {
        Bills order = Bills.onPlain(
                line("1", cmas, "1", "100.00").replace("\"unit\"", "\"kind\": \"" + bought + "\", \"unit\""));
        var answer = order.terms("{\"kind\": \"" + kind + "\"}").then().statusCode(status);
        if (status == 422) {
            answer.body("type", equalTo("/problems/terms-not-for-the-order")).body("rule", equalTo(rule));
            order.get("/account").then().body("mayBePaid", equalTo("0.00"));
        }
    }

    @Test
    @DisplayName(
            "PP-NONIT-SERVICES: goods that an amendment adds end what terms for services let be paid before acceptance")
    void anAmendmentMakesTermsUnfit() {
        String services =
                line("1", "4-06-78-0031A", "1", "100.00").replace("\"unit\"", "\"kind\": \"SERVICES\", \"unit\"");
        Bills order = Bills.onPlain(services);
        order.terms("{\"kind\": \"NON_IT_SERVICES\"}").then().statusCode(200).body("mayBePaid", equalTo("90.00"));
        String body = "{\"amendmentDate\": \"2026-04-01\", \"reason\": \"a device\", \"lines\": [%s, %s]}"
                .formatted(services, line("2", "4-06-78-0031A", "1", "900.00"));
        Api.act(Tokens.buyer(order.agency()), order.agency(), order.orderId(), "amendments", body)
                .then()
                .statusCode(202);
        order.get("/account").then().body("mayBePaid", equalTo("0.00"));
    }

    @DisplayName(
            "PAY-ADVANCE-NONE, PAY-ADVANCE-WARRANTY: services are paid in advance where the order says so, not where the invoice does")
    @ParameterizedTest(name = "the order says so of line {0}: {1}")
    @CsvSource({"1, 200", "2, 422"})
    void whatIsPaidInAdvanceStandsOnTheOrder(String said, int status) {
        Bills order = Bills.onSaying(
                "{\"advancePayments\": [{\"lineId\": \"%s\", \"basis\": \"WARRANTY\", \"provision\": \"page 7\"}]}"
                        .formatted(said),
                line("1", "4-06-78-0031A", "1", "100.00").replace("\"unit\"", "\"kind\": \"SERVICES\", \"unit\""),
                line("2", "4-06-78-0031A", "1", "100.00").replace("\"unit\"", "\"kind\": \"SERVICES\", \"unit\""));
        String invoice = order.post(
                        "/invoices",
                        Bills.invoice(
                                        "INV-1",
                                        "2026-03-12",
                                        "1",
                                        "100.00",
                                        ", \"advance\": {\"basis\": \"WARRANTY\", \"provision\": \"page 7\"}")
                                .replace("GOODS", "WARRANTY"))
                .path("invoiceId");
        var answer = order.act(invoice, "approval", "{}").then().statusCode(status);
        if (status == 200) {
            order.pay(invoice, "W-1", "100.00").then().statusCode(201);
        } else {
            answer.body("differences.reason", contains("ADVANCE_NOT_FOR_THE_LINE"));
        }
    }

    @DisplayName(
            "PW-BOND-TRIGGER, PW-BOND-AMOUNT: public works of more than 5,000.00 wait for a bond of the whole order")
    @ParameterizedTest(name = "works of {0}, a bond of {1}: {2}")
    @CsvSource({"5000.00, , 201", "5000.01, , 422", "5000.01, 11000.00, 422", "5000.01, 11000.01, 201"})
    void publicWorksWaitForTheirBond(String works, @Nullable String bond, int status) {
        Bills order = Bills.onPlain(
                line("1", "4-06-78-0031A", "1", "6000.00"),
                line("2", "4-06-78-0031A", "1", works)
                        .replace("\"unit\"", "\"publicWorks\": true, \"kind\": \"SERVICES\", \"unit\""));
        order.accepted("1", "1", "2026-03-05").then().statusCode(201);
        if (bond != null) {
            order.bond("PAYMENT", bond).then().statusCode(201);
        }
        var answer = order.accepted("2", "1", "2026-03-10").then().statusCode(status);
        String invoice = order.billed("INV-1", "2026-03-12", "2", works);
        var approval = order.act(invoice, "approval", "{}").then();
        if (status == 422) {
            answer.body("type", equalTo("/problems/payment-bond-missing")).body("rule", equalTo("PW-BOND-TRIGGER"));
            approval.statusCode(422).body("type", equalTo("/problems/payment-bond-missing"));
            String goods = order.approved("INV-2", "2026-03-12", "1", "6000.00");
            order.pay(goods, "W-1", "6000.00").then().statusCode(201);
        } else {
            approval.statusCode(200);
            order.pay(invoice, "W-1", works).then().statusCode(201);
        }
    }

    @Test
    @DisplayName("PW-BOND-TRIGGER: raised above 5,000.00 after the start, public works go on under a bond alone")
    void publicWorksThatAreRaisedWait() {
        String works = "\"publicWorks\": true, \"kind\": \"SERVICES\", \"unit\"";
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "2", "2500.00").replace("\"unit\"", works));
        order.accepted("1", "1", "2026-03-05").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-12", "1", "2500.00");
        String body = "{\"amendmentDate\": \"2026-04-01\", \"reason\": \"more\", \"lines\": [%s]}"
                .formatted(line("1", "4-06-78-0031A", "3", "2500.00").replace("\"unit\"", works));
        Api.act(Tokens.buyer(order.agency()), order.agency(), order.orderId(), "amendments", body)
                .then()
                .statusCode(202);
        Api.decide(order.orderId(), 2, "ISSUE");
        Api.awaitState(order.agency(), order.orderId(), "AMENDED");
        order.pay(invoice, "W-1", "2500.00").then().statusCode(422).body("rule", equalTo("PW-BOND-TRIGGER"));
        order.accepted("1", "1", "2026-03-06").then().statusCode(422);
        order.bond("PAYMENT", "7500.00").then().statusCode(201);
        order.pay(invoice, "W-1", "2500.00").then().statusCode(201);
        order.accepted("1", "1", "2026-03-06").then().statusCode(201);
    }

    @Test
    @DisplayName("PW-BOND-FORM: the form handed out is recorded, and then the bond in its place")
    void theFormOfThePaymentBondIsRecorded() {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "9000.00")
                .replace("\"unit\"", "\"publicWorks\": true, \"kind\": \"SERVICES\", \"unit\""));
        order.post("/bonds", "{\"kind\": \"PAYMENT\", \"form\": \"Std. 807\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/formGivenOn"));
        String form = order.post(
                        "/bonds", "{\"kind\": \"PAYMENT\", \"form\": \"Std. 807\", \"formGivenOn\": \"2026-03-03\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("bondId");
        order.post("/bonds", """
                {"kind": "PAYMENT", "form": "Std. 807", "formGivenOn": "2026-03-03", "surety": "Golden Bear Surety",
                 "amount": "9000.00", "bondDate": "2026-03-09", "replaces": "%s"}
                """.formatted(form)).then().statusCode(201);
        order.get("/account")
                .then()
                .body("bonds.surety", contains("Golden Bear Surety"))
                .body("bonds.amount", contains("9000.00"));
    }
}
