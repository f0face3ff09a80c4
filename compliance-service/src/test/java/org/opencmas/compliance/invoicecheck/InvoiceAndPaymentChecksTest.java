package org.opencmas.compliance.invoicecheck;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.compliance.paymentcheck.PaymentExamples;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An invoice and a payment are checked over HTTP by the figures of the database")
class InvoiceAndPaymentChecksTest {
    private static final String BUYER = Tokens.buyer(UUID.randomUUID());

    @Test
    void theExampleOfAPaymentIsDueAndWithheldAsTheTextSays() {
        check("payment-checks", PaymentExamples.PAYMENT)
                .statusCode(200)
                .body("blocked", equalTo(false))
                .body("figures.clockStartedOn", equalTo("2025-03-10"))
                .body("figures.dueOn", equalTo("2025-04-24"))
                .body("figures.daysLate", equalTo(0))
                .body("figures.withholdShare", equalTo("0.1"))
                .body("figures.withholdAtLeast", equalTo("12000.00"))
                .body("figures.withholdSoFarAtLeast", equalTo("1200.00"))
                .body("figures.payAtMost", equalTo("108000.00"))
                .body("figures.bondAtLeast", equalTo("60000.00"))
                .body(verdict("PP-GOODS-SPECIAL"), equalTo("PASS"))
                .body(verdict("PAY-45-DAYS"), equalTo("PASS"))
                .body(verdict("PP-DISCOURAGE"), equalTo("WARN"));
    }

    @Test
    void whoAsksForItGetsAReceiptWithTheHashOfWhatStandsInIt() {
        var receipt = check("payment-checks?receipt=true", PaymentExamples.PAYMENT)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("receipt", String.class, String.class);
        String text = "receipt: 1\n"
                + Stream.of("subject", "decision", "judgedOn", "ruleSetVersion", "facts", "findings")
                        .map(name -> name + ": " + receipt.get(name) + "\n")
                        .collect(Collectors.joining());

        assertThat(receipt.get("receiptHash")).isEqualTo(DigestUtils.sha256Hex(text));
        check("payment-checks", PaymentExamples.PAYMENT).body("$", not(hasKey("receipt")));
    }

    @Test
    void aCentTooMuchBlocksWithWhatWouldPass() {
        check("payment-checks", PaymentExamples.PAYMENT.replace("\"10800.00\"", "\"108000.01\""))
                .body("blocked", equalTo(true))
                .body("findings.findAll { it.blocking }.ruleId", hasItems("PP-GOODS-SPECIAL", "PP-WITHHOLD-BASE"))
                .body("findings.find { it.blocking }.remedy", equalTo("Lower this payment by 0.01."));
    }

    @Test
    void aLatePaymentHasNoPenaltyRateThatWasInvented() {
        check("payment-checks", """
                {"buyer": "STATE", "amount": "500.00", "paidOn": "2025-05-05", "toSmallBusiness": false, "lines": [],
                 "invoice": {"receivedOn": "2025-03-10", "acceptedOn": "2025-03-20"}}
                """)
                .statusCode(200)
                .body("figures.dueOn", equalTo("2025-05-04"))
                .body("figures.daysLate", equalTo(1))
                .body("figures.payAtMost", nullValue())
                .body(verdict("PAY-45-DAYS"), equalTo("WARN"))
                .body(verdict("PAY-PENALTY"), equalTo("UNDETERMINED"))
                .body("blocked", equalTo(false));
    }

    @Test
    void aPersonAttestsToAPaymentThatIsPlanned() {
        String planned = """
                {"buyer": "LOCAL", "amount": "500.00", "paidOn": "2199-01-05", "advanceLegalBasis": "GC 11019, another agency",
                 "lines": [{"lineId": "1", "type": "SERVICES", "amount": "500.00", "serviceThrough": "2199-02-01"}],
                 "invoice": {"receivedOn": "2025-03-10", "acceptedOn": "2025-03-20"}%s}
                """;
        check("payment-checks", planned.formatted("")).body("blocked", equalTo(true));
        check("payment-checks", planned.formatted("""
                , "attestations": [{"rule": "PAY-ADVANCE-GC11019", "statement": "another government agency",
                  "attestedBy": "C. Clerk", "attestedOn": "2025-04-01"}]""")).body("blocked", equalTo(false));
    }

    @Test
    void anInvoiceWithLinesIsJudgedByThemAndOneWithNamesOnlyIsNot() {
        check("invoice-checks", CheckExamples.INVOICE)
                .statusCode(200)
                .body(verdict("TAX-MAINT-CONSUMABLES"), equalTo("PASS"))
                .body("findings.find { it.ruleId == 'TAX-MAINT-CONSUMABLES' }.numbers.taxDue", equalTo("7.75"))
                .body(verdict("PAY-ADVANCE-NONE"), equalTo("PASS"));
        check("invoice-checks", """
                {"invoicedOn": "2026-03-02", "nameOnInvoice": "A", "nameOnOrder": "A", "cmasNumbers": ["4-94-78-9931A"]}
                """)
                .statusCode(200)
                .body("findings.findAll { it.blocking }.ruleId", equalTo(java.util.List.of("PAY-NAME-MATCH")));
    }

    @Test
    void aFormerNameIsToldOnceTheRegistrysNewsOfItIsHere() {
        News news = new News().contractor().agreement();
        String body = """
                {"invoicedOn": "2026-03-02", "nameOnInvoice": "Contractor, Inc.", "nameOnOrder": "Former Contractor Company",
                 "cmasNumbers": ["%s"]}
                """.formatted(news.cmas);
        Eventually.within(
                News.DEADLINE, () -> check("invoice-checks", body).body(verdict("PAY-NAME-MATCH"), equalTo("FAIL")));

        news.renamed("Contractor Holdings, Inc.", "Former Contractor Company", "Contractor, Inc.");
        Eventually.within(
                News.DEADLINE,
                () -> check("invoice-checks", body)
                        .body(verdict("PAY-NAME-MATCH"), equalTo("WARN"))
                        .body("blocked", equalTo(false)));
        check("invoice-checks", body.replace("Former Contractor Company", "Contractor Holdings, Inc."))
                .body(verdict("PAY-NAME-MATCH"), equalTo("FAIL"));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        check("payment-checks", """
                {"buyer": "COUNTY", "amount": "0.00", "kind": "PROGRESS", "paidOn": "2025-02-30", "amuont": "1.00",
                 "invoice": {"disputes": [{"from": "2025-03-02", "until": "2025-03-01"}]},
                 "lines": [{"lineId": "1", "type": "SERVICES", "amount": "1.001"}, {"lineId": "1", "type": "MAGIC", "amount": "1"}],
                 "progress": {"contract": {"kind": "IT_SPECIAL", "price": "100.00", "total": "99.99", "startsOn": "2025-02-01",
                   "lastDay": "2025-01-01"}, "withheldNow": "1e3", "paidBefore": "-1.00",
                  "tasks": [{"taskId": "A", "amount": "100.01"}],
                  "riskDecision": {"decidedBy": "R", "decidedOn": "2025-01-01", "evidence": "file", "withholdShare": "1.01"}}}
                """)
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        hasItems(
                                "/buyer",
                                "/amount",
                                "/paidOn",
                                "/amuont",
                                "/invoice/disputes/0/until",
                                "/lines/0/amount",
                                "/lines/1/lineId",
                                "/lines/1/type",
                                "/progress/contract/total",
                                "/progress/contract/lastDay",
                                "/progress/withheldNow",
                                "/progress/paidBefore",
                                "/progress/withheldBefore",
                                "/progress/tasks",
                                "/progress/riskDecision/withholdShare"))
                .body("errors.find { it.pointer == '/amuont' }.remedy", containsString("amount"));
        check("invoice-checks", """
                {"cmasNumbers": ["X"], "lines": [{}], "taxRate": "7.75", "paymentOn": "2025-13-01"}
                """)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/invoicedOn",
                                "/nameOnInvoice",
                                "/nameOnOrder",
                                "/cmasNumbers/0",
                                "/lines/0/lineId",
                                "/lines/0/type",
                                "/lines/0/amount",
                                "/taxRate",
                                "/paymentOn"));
    }

    @Test
    void aProgressPaymentNeedsWhatItIsJudgedByAndNoOtherHasIt() {
        check("payment-checks", "{\"amount\": \"1.00\", \"kind\": \"PROGRESS\", \"paidOn\": \"2025-04-24\"}")
                .statusCode(400)
                .body("errors.pointer", hasItem("/progress"));
        check("payment-checks", PaymentExamples.PAYMENT.replace("\"PROGRESS\"", "\"ORDINARY\""))
                .statusCode(400)
                .body("errors.pointer", hasItem("/progress"));
    }

    @Test
    void aListWithoutEndIsRefusedWhileItIsRead() {
        String lines = "{},".repeat(1_000) + "{}";

        check("payment-checks", "{\"lines\": [" + lines + "]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/lines"))
                .body("errors[0].detail", containsString("at most 1000"));
    }

    private static String verdict(String rule) {
        return "findings.find { it.ruleId == '%s' }.verdict".formatted(rule);
    }

    private static ValidatableResponse check(String path, String body) {
        return given().auth()
                .oauth2(BUYER)
                .contentType("application/json")
                .body(body)
                .post("/v1/" + path)
                .then();
    }
}
