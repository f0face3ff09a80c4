package org.opencmas.order.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.order.payment.Bills;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "DOC-FILE: the file of one order holds all of it, its manifest verifies, and the checklist says what is missing")
class OrderFileTest {
    @Test
    void theFileHoldsTheOrderToItsLastPayment() throws Exception {
        Bills order =
                Bills.onPlain(line("1", "4-06-78-0031A", "10", "1234.50"), line("2", "4-06-78-0031B", "3", "99.95"));
        String buyer = Tokens.buyer(order.agency());
        Api.act(buyer, order.agency(), order.orderId(), "amendments", """
                {"amendmentDate": "2026-04-01", "reason": "Two more desks, & <cheaper>", "lines": [%s, %s]}
                """.formatted(
                                line("1", "4-06-78-0031A", "12", "1200.00"), line("2", "4-06-78-0031B", "3", "99.95")))
                .then()
                .statusCode(202);
        Api.decide(order.orderId(), 2, "ISSUE");
        Api.awaitState(order.agency(), order.orderId(), "AMENDED");
        order.accepted("1", "12", "2026-04-05").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-04-10", "1", "14400.00");
        order.pay(invoice, "W-1", "14400.00").then().statusCode(201);
        order.bond("PAYMENT", "15000.00").then().statusCode(201);

        byte[] zip = DownloadedFile.download(order.agency(), order.orderId());
        Map<String, byte[]> entries = DownloadedFile.of(zip).entries();
        assertThat(entries.keySet())
                .containsSubsequence(
                        "order/version-1.json",
                        "checks/version-1.json",
                        "order/version-1.pdf",
                        "order/version-2.json",
                        "order/version-2.pdf",
                        "history.json",
                        "agreements.json",
                        "receipts.json",
                        "invoices/standing.json",
                        "invoices/versions.json",
                        "match.json",
                        "payments.json",
                        "bonds.json",
                        "checklist.json",
                        "manifest.json",
                        "manifest.sha256");
        new DownloadedFile(entries).assertManifestVerifies();
        assertThat(zip)
                .as("the same order as it stands gives the same bytes")
                .isEqualTo(DownloadedFile.download(order.agency(), order.orderId()));
        try (PDDocument pdf = Loader.loadPDF(entries.get("order/version-2.pdf"))) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains(
                            "Purchase order PO-1, amendment 1",
                            "Sub #1 under CMAS 4-06-78-0031A",
                            "14,400.00",
                            "For the contractor")
                    .contains("What the amendment changes", "& <cheaper>", "Line 1, quantity", "Line 1, unit price");
        }
        Path shown = Files.createDirectories(Path.of("target/order-file"));
        Files.write(shown.resolve("order.pdf"), entries.get("order/version-1.pdf"));
        Files.write(shown.resolve("amendment.pdf"), entries.get("order/version-2.pdf"));
        as(Tokens.buyer(UUID.randomUUID()))
                .get("/v1/orders/{id}/file", order.orderId())
                .then()
                .statusCode(404);
        as(Tokens.contractor(order.contractor()))
                .get("/v1/orders/{id}/file", order.orderId())
                .then()
                .statusCode(403);
    }

    @Test
    @DisplayName(
            "DOC-FILE, PW-WAGE-RATES, PAY-ADVANCE-SUBSCRIPTION: the paper has the day of delivery, the wages, what is paid in advance, and every change by its line")
    void thePaperSaysAllThatWouldBeSigned() throws Exception {
        UUID agency = Api.registeredAgency();
        UUID contractor = UUID.randomUUID();
        String said = """
                {"delivery": {"deliverBy": "2026-06-30", "servicesThrough": "2026-07-31"}, "particulars": {
                 "publicWorks": {"wages": {"onFile": true}, "workerClassifications": ["Electrician \\u96fb"]},
                 "tradeIns": [{"description": "Mower", "allowance": "10.00"}],
                 "advancePayments": [{"lineId": "60", "basis": "SUBSCRIPTION", "provision": "Clause 7: yearly in advance"}]}, """;
        var lines = new ArrayList<String>();
        var dearer = new ArrayList<String>();
        dearer.add(line("new", "4-06-78-0031A", "2", "7.00"));
        for (int i = 1; i <= 60; i++) {
            String id = Integer.toString(i);
            String kind = i == 60 ? "\"kind\": \"SOFTWARE\", \"unit\"" : "\"unit\"";
            lines.add(line(id, "4-06-78-0031A", "1", "10.00").replace("\"unit\"", kind));
            dearer.add(line(id, "4-06-78-0031A", "1", "11.00").replace("\"unit\"", kind));
        }
        UUID orderId = Api.issued(
                agency,
                Api.order("PO-1", contractor, lines.toArray(String[]::new))
                        .replaceFirst("\\{", Matcher.quoteReplacement(said)));
        Api.act(
                        Tokens.buyer(agency),
                        agency,
                        orderId,
                        "amendments",
                        said + "\"amendmentDate\": \"2026-04-01\", \"reason\": \"dearer\", \"lines\": ["
                                + String.join(",", dearer) + "]}")
                .then()
                .statusCode(202);
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        Map<String, byte[]> entries =
                DownloadedFile.of(DownloadedFile.download(agency, orderId)).entries();
        Files.write(
                Files.createDirectories(Path.of("target/order-file")).resolve("sixty.pdf"),
                entries.get("order/version-2.pdf"));
        try (PDDocument pdf = Loader.loadPDF(entries.get("order/version-2.pdf"))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Deliver by 2026-06-30", "Services through 2026-07-31")
                    .contains("are on file at the agency's office", "Electrician [U+96FB]", "their numbers in Unicode")
                    .contains("60 Maintenance or license fees of software Clause 7: yearly in advance")
                    .contains("Left to pay in money, with tax and freight")
                    .contains("Line new - 2 each Item new at 7.00: 14.00");
            for (int i = 1; i <= 60; i++) {
                assertThat(text).contains("Line " + i + ", unit price 10.00 11.00");
            }
            assertThat(text).doesNotContain(", line id");
        }
    }

    @Test
    void theChecklistSaysWhatIsMissingAndTakesWhatTheAgencyAdds() {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "10.00"));
        checklist(order)
                .body("complete", equalTo(false))
                .body("items.find { it.item == 'RFO' }.state", equalTo("MISSING"))
                .body("items.find { it.item == 'PURCHASE_ORDER' }.state", equalTo("PRESENT"))
                .body("items.find { it.item == 'BOND' }.state", equalTo("NOT_APPLICABLE"));
        for (String item : new String[] {"rfo", "RESPONSES", "COMPARISON", "CMAS_COPY", "CERTIFICATION_PROOF"}) {
            add(order, "{\"item\": \"" + item + "\", \"keptAt\": \"Box 7\"}", 201);
        }
        add(order, "{\"item\": \"Site photographs\", \"keptAt\": \"Drive P\"}", 201);
        add(order, "{\"item\": \"INVOICES\", \"notApplicableReason\": \"nothing came yet\"}", 201);
        add(order, "{\"item\": \"INVOICES\"}", 400)
                .body("errors.pointer", contains("/keptAt"))
                .body("errors[0].detail", equalTo("is missing"));
        add(order, "{\"item\": \"INVOICES\", \"keptAt\": \"x\", \"notApplicableReason\": \"y\"}", 400)
                .body("errors.pointer", contains("/notApplicableReason"));
        checklist(order)
                .body("complete", equalTo(true))
                .body("items.item", hasItem("Site photographs"))
                .body("items.find { it.item == 'RFO' }.why", equalTo("Kept by the agency: Box 7"))
                .body("items.find { it.item == 'INVOICES' }.state", equalTo("NOT_APPLICABLE"));
    }

    @Test
    @DisplayName("DOC-FILE: the agency's policy says for how many years the file is kept, from the order's last day on")
    void theFileIsKeptAsLongAsTheAgencySays() {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "1", "10.00"));
        checklist(order).body("$", not(hasKey("retention")));
        as(Tokens.buyer(order.agency()))
                .header("If-Match", "\"1\"")
                .body("{\"retentionYears\": 7}")
                .put("/v1/agencies/{id}/policy", order.agency())
                .then()
                .statusCode(200);
        checklist(order)
                .body("retention.years", equalTo(7))
                .body("retention.countedFrom", equalTo("2026-03-02"))
                .body("retention.keepThrough", equalTo("2033-03-02"));
        order.accepted("1", "1", "2026-03-05").then().statusCode(201);
        order.pay(order.approved("INV-1", "2026-03-06", "1", "10.00"), "W-1", "10.00")
                .then()
                .statusCode(201);
        String paidOn = order.get("/payments").then().extract().path("payments[0].paidOn");
        checklist(order)
                .body("retention.countedFrom", equalTo(paidOn))
                .body(
                        "retention.keepThrough",
                        equalTo(LocalDate.parse(paidOn).plusYears(7).toString()));
    }

    private static io.restassured.response.ValidatableResponse checklist(Bills order) {
        return as(Tokens.buyer(order.agency()))
                .get("/v1/orders/{id}/file-checklist", order.orderId())
                .then()
                .statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse add(Bills order, String body, int status) {
        return acting(Tokens.buyer(order.agency()))
                .body(body)
                .post("/v1/orders/{id}/file-items", order.orderId())
                .then()
                .statusCode(status);
    }
}
