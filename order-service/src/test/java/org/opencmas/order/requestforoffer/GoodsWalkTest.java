package org.opencmas.order.requestforoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.order.file.DownloadedFile;
import org.opencmas.order.registry.RegistryNews;
import org.opencmas.testkit.TestInfrastructure;

/** The other kinds of orders walk in {@code OrderKindsWalkTest}. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "DOC-FILE: an order of goods goes from its request for offer to its last payment, and its file is complete")
class GoodsWalkTest extends AskingAgency {
    private static final String CMAS = "4-26-11-0021A";
    private static final String DESKS = "Delta Desks, Inc.";

    private final UUID cover = UUID.randomUUID();
    private String orderId = "";

    private Response post(String path, String body) {
        return Api.acting(buyer).body(body).post("/v1/orders/" + orderId + path);
    }

    private static String goods(UUID contractorId, String price) {
        return offer(contractorId, "2026-03-05T18:00:00Z", price, "")
                .replace("SERVICES", "GOODS")
                .replace("3-16-70-3298A", CMAS)
                .replace("Network engineer", "Desk, 160 cm");
    }

    private void order() {
        String requestId = Api.acting(buyer)
                .body(CONTENT.formatted("RFO desks").replace("\"services\": true", "\"services\": false"))
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(201)
                .extract()
                .path("requestId");
        act(
                        requestId,
                        "sending",
                        "{\"contractors\": [%s, %s]}"
                                .formatted(
                                        contractor(first, DESKS, "[\"SB\"]").replace("3-16-70-3298a", CMAS),
                                        contractor(second, "Second", "[]")))
                .then()
                .statusCode(200);
        String low = record(requestId, goods(first, "100.00"))
                .statusCode(201)
                .extract()
                .path("offerId");
        String high = record(requestId, goods(second, "120.00"))
                .statusCode(201)
                .extract()
                .path("offerId");
        act(requestId, "closing", "").then().statusCode(200);
        for (String step : List.of("REQUIREMENTS", "CMAS_COPY", "REVIEW")) {
            act(requestId, "steps", step(step, "")).then().statusCode(200);
        }
        act(requestId, "steps", step("COMPARISON", comparing(low, high))).then().statusCode(200);
        act(requestId, "determination", determination(low)).then().statusCode(200);
        orderId = act(
                        requestId,
                        "determination/order",
                        "{\"agencyOrderNumber\": \"PO-DESKS\", \"orderDate\": \"2026-03-10\", \"clausesInOrder\": true}")
                .then()
                .statusCode(201)
                .extract()
                .path("orderId");
        UUID id = UUID.fromString(orderId);
        Api.act(buyer, agency, id, "submission", "").then().statusCode(202);
        Api.decide(id, 1, "ISSUE");
        Api.awaitState(agency, id, "ISSUED");
    }

    private void pay() {
        post("/receipts", """
                {"receivedOn": "2026-03-20", "acceptedOn": "2026-03-20",
                 "lines": [{"lineId": "1", "quantityReceived": "40", "quantityAccepted": "40"}]}
                """).then().statusCode(201);
        String invoice = post("/invoices", """
                {"invoiceNumber": "D-1", "invoicedOn": "2026-03-21", "receivedOn": "2026-03-22",
                 "names": {"onInvoice": "DELTA DESKS, INC.", "onOrder": "Delta Desks, Inc.", "onAgreement": "Delta Desks, Inc."},
                 "lines": [{"lineId": "1", "orderLineId": "1", "type": "GOODS", "quantity": "40", "amount": "4000.00"}]}
                """)
                .then()
                .statusCode(201)
                .body("differences", empty())
                .body("namesOnAgreements.name", contains(DESKS))
                .body("namesOnAgreements.knownBy", contains("REGISTRY"))
                .extract()
                .path("invoiceId");
        Api.acting(buyer)
                .header("If-Match", "\"1\"")
                .body("{}")
                .post("/v1/orders/" + orderId + "/invoices/" + invoice + "/approval")
                .then()
                .statusCode(200);
        post("/payments", """
                {"invoiceId": "%s", "paidOn": "2026-04-20", "method": "WARRANT", "reference": "W-1", "amount": "4000.00"}
                """.formatted(invoice)).then().statusCode(201).body("notes", empty());
        Api.as(buyer)
                .get("/v1/orders/{id}/account", orderId)
                .then()
                .body("paid", equalTo("4000.00"))
                .body("leftToPay", equalTo("0.00"));
    }

    private DownloadedFile file() throws Exception {
        return DownloadedFile.of(agency, UUID.fromString(orderId));
    }

    @Test
    void fromTheRequestToTheFile() throws Exception {
        var registry =
                new RegistryNews(CMAS, first).contractor(DESKS, "[]", """
                        [{"type": "SB", "number": "1234567", "validFrom": "2025-06-01", "validThrough": "2026-03-10",
                          "source": "Cal eProcure", "checkedOn": "2026-01-10"},
                         {"type": "DVBE", "number": "1234567", "validFrom": "2026-03-11", "validThrough": "2027-05-31",
                          "source": "Cal eProcure", "checkedOn": "2026-01-10"}]
                        """).agreement(DESKS, "2026-01-01");
        order();
        pay();
        assertThat(missing(file())).containsExactly("CMAS_COPY");
        UUID twice = UUID.randomUUID();
        registry.document(cover, "COVER_PAGES", "9f".repeat(32), null)
                .document(UUID.randomUUID(), "LISTING_AND_PRICES", null, "https://www.example.com/prices")
                .document(twice, "SUPPLEMENTS", "7c".repeat(32), null)
                .withdrawal(twice);

        DownloadedFile file = file();
        file.assertManifestVerifies();
        assertThat(missing(file)).isEmpty();
        assertThat(file.json("checklist.json").path("complete").asBoolean()).isTrue();
        assertThat(file.json("offers/request.json").path("reference").asText()).isEqualTo("RFO desks");
        assertThat(file.json("offers/request.json").path("contractorsAsked")).hasSize(2);
        assertThat(file.json("offers/offers.json"))
                .hasSize(2)
                .allMatch(offer ->
                        offer.path("lines").path(0).path("description").asText().equals("Desk, 160 cm"));
        assertThat(file.json("offers/best-value.json").path("steps")).hasSize(4);
        assertThat(file.json("offers/best-value.json")
                        .path("determination")
                        .path("reason")
                        .asText())
                .isEqualTo("Lowest price");
        JsonNode agreement = file.json("agreements/" + CMAS + ".json");
        assertThat(agreement.path("contractorName").asText()).isEqualTo(DESKS);
        assertThat(agreement.path("documents")).hasSize(2);
        assertThat(agreement.toString())
                .contains("/v1/agreements/" + CMAS + "/documents/" + cover + "/content", "9f".repeat(32))
                .contains("https://www.example.com/prices", "\"retrievedOn\":\"2026-02-01\"");
        assertThat(file.json("certificates/registry.json").path("validOnOrderDate"))
                .singleElement()
                .satisfies(valid -> assertThat(valid.path("type").asText()).isEqualTo("SB"));
        byte[] printed = file.entries().get("order/version-1.pdf");
        try (PDDocument pdf = Loader.loadPDF(printed)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(DESKS, "Purchase order PO-DESKS");
        }
        Files.write(Files.createDirectories(Path.of("target/order-file")).resolve("goods.pdf"), printed);
    }

    private static List<String> missing(DownloadedFile file) {
        List<String> missing = new ArrayList<>();
        file.json("checklist.json").path("items").forEach(item -> {
            if (item.path("state").asText().equals("MISSING")) {
                missing.add(item.path("item").asText());
            }
        });
        return missing;
    }

    @Test
    @DisplayName(
            "PAY-NAME-MATCH: an invoice in another name than the registry has on the agreement is not approved; a former name is told")
    void theRegistrysNameDecides() {
        new RegistryNews("4-26-11-0022A", first)
                .agreement("Curlew Chairs", "2026-01-01")
                .contractor("Curlew Chairs, LLC", "[\"Curlew Chairs\"]", "[]")
                .agreement("Curlew Chairs, LLC", "2026-03-15");
        UUID order = Api.issued(agency, Api.order("PO-NAMES", first, Api.line("1", "4-26-11-0022A", "4", "10.00")));
        orderId = order.toString();
        post("/receipts", """
                {"receivedOn": "2026-03-10", "acceptedOn": "2026-03-10",
                 "lines": [{"lineId": "1", "quantityReceived": "4", "quantityAccepted": "4"}]}
                """).then().statusCode(201);
        approve(billed("N-1", "2026-03-14", "Heron Chairs", "Heron Chairs"), "NAME_IN_COPY_DIFFERS,NAME_DIFFERS", 422);
        approve(billed("N-2", "2026-03-14", "Curlew Chairs", "Curlew Chairs"), "", 200);
        approve(
                billed("N-4", "2026-03-14", "Curlew Chairs, LLC", "Curlew Chairs, LLC"),
                "NAME_IN_COPY_DIFFERS,NAME_DIFFERS",
                422);
        approve(billed("N-3", "2026-03-15", "Curlew Chairs, LLC", "Curlew Chairs"), "NAME_CHANGED", 200);
    }

    @Test
    @DisplayName("PAY-CALCARD-ACCEPT: what the registry says of the card counts, where it says something")
    void theRegistrySaysWhetherTheCardIsTaken() {
        var registry = new RegistryNews("4-26-11-0023A", first).agreement("Ibis Ink", "2026-01-01");
        UUID order = Api.issued(agency, Api.order("PO-CARD", first, Api.line("1", "4-26-11-0023A", "3", "10.00")));
        orderId = order.toString();
        post("/receipts", """
                {"receivedOn": "2026-03-10", "acceptedOn": "2026-03-10",
                 "lines": [{"lineId": "1", "quantityReceived": "3", "quantityAccepted": "3"}]}
                """).then().statusCode(201);
        byCard(card("C-1"), "true", "", 201);
        registry.takingCard(false).agreement("Ibis Ink", "2026-03-11");
        byCard(card("C-2"), "true", "", 400).body("errors.pointer", contains("/cardConsent/acceptedByAgreement"));
        byCard(card("C-3"), "false", ", \"note\": \"by letter of 1 March\"", 201);
        registry.takingCard(true).agreement("Ibis Ink", "2026-03-12");
        byCard(card("C-4"), "true", "", 201);
    }

    private String card(String number) {
        String invoice = billed(number, "2026-03-12", "Ibis Ink", "Ibis Ink");
        approve(invoice, "", 200);
        return invoice;
    }

    private ValidatableResponse byCard(String invoice, String accepted, String note, int status) {
        return post("/payments", """
                {"invoiceId": "%s", "paidOn": "2026-03-12", "method": "CAL_CARD", "reference": "4929-%s", "amount": "5.00",
                 "cardConsent": {"acceptedByAgreement": %s%s}}
                """.formatted(invoice, invoice, accepted, note))
                .then()
                .statusCode(status);
    }

    private String billed(String number, String day, String onInvoice, String onOrder) {
        return post("/invoices", """
                {"invoiceNumber": "%s", "invoicedOn": "%s", "receivedOn": "%s", "names": {"onInvoice": "%s", "onOrder": "%s", "onAgreement": "%s"},
                 "lines": [{"lineId": "1", "orderLineId": "1", "type": "GOODS", "quantity": "0.5", "amount": "5.00"}]}
                """.formatted(number, day, day, onInvoice, onOrder, onInvoice))
                .then()
                .statusCode(201)
                .extract()
                .path("invoiceId");
    }

    private void approve(String invoice, String reasons, int status) {
        List<String> told = Api.as(buyer)
                .get("/v1/orders/{id}/invoices/{invoice}", orderId, invoice)
                .path("differences.reason");
        assertThat(String.join(",", told.stream().distinct().toList())).isEqualTo(reasons);
        Api.acting(buyer)
                .header("If-Match", "\"1\"")
                .body("{}")
                .post("/v1/orders/{id}/invoices/{invoice}/approval", orderId, invoice)
                .then()
                .statusCode(status);
    }
}
