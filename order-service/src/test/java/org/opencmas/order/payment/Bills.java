package org.opencmas.order.payment;

import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;

import io.restassured.response.Response;
import java.util.UUID;
import org.opencmas.order.Api;
import org.opencmas.testkit.Tokens;

/** What an agency sends between the issue of an order and its last payment. */
public record Bills(UUID agency, UUID contractor, UUID orderId) {
    /** An order of one agency, issued: {@code Api.line} and {@code Api.order} with their tax of 126.88 and freight of 15.00. */
    public static Bills onIssued(String... lines) {
        UUID agency = Api.registeredAgency();
        UUID contractor = UUID.randomUUID();
        return new Bills(agency, contractor, Api.issued(agency, Api.order("PO-1", contractor, lines)));
    }

    /** The same without tax and freight. */
    public static Bills onPlain(String... lines) {
        UUID agency = Api.registeredAgency();
        UUID contractor = UUID.randomUUID();
        return new Bills(agency, contractor, Api.issued(agency, plain(contractor, lines)));
    }

    /** The same without tax and freight, with those particulars. */
    static Bills onSaying(String particulars, String... lines) {
        UUID agency = Api.registeredAgency();
        UUID contractor = UUID.randomUUID();
        String body = plain(contractor, lines).replaceFirst("\\{", "{\"particulars\": " + particulars + ", ");
        return new Bills(agency, contractor, Api.issued(agency, body));
    }

    static String plain(UUID contractor, String... lines) {
        return Api.order("PO-1", contractor, lines).replace("126.88", "0.00").replace("15.00", "0.00");
    }

    Response post(String path, String body) {
        return acting(Tokens.buyer(agency)).body(body).post("/v1/orders/" + orderId + path);
    }

    public Response get(String path) {
        return as(Tokens.buyer(agency)).get("/v1/orders/" + orderId + path);
    }

    Response act(String invoiceId, String act, String body) {
        String etag =
                get("/invoices/" + invoiceId).then().statusCode(200).extract().header("ETag");
        return acting(Tokens.buyer(agency))
                .header("If-Match", etag)
                .body(body)
                .post("/v1/orders/" + orderId + "/invoices/" + invoiceId + "/" + act);
    }

    static String receipt(String lineId, String quantity, String day) {
        return """
                {"receivedOn": "%s", "acceptedOn": "%s",
                 "lines": [{"lineId": "%s", "quantityReceived": "%s", "quantityAccepted": "%s"}]}
                """.formatted(day, day, lineId, quantity, quantity);
    }

    public Response accepted(String lineId, String quantity, String day) {
        return post("/receipts", receipt(lineId, quantity, day));
    }

    static String invoice(String number, String day, String lineId, String amount, String rest) {
        return """
                {"invoiceNumber": "%s", "invoicedOn": "%s", "receivedOn": "%s",
                 "names": {"onInvoice": "Example Supplies, Inc.", "onOrder": "Example Supplies, Inc.", "onAgreement": "EXAMPLE  SUPPLIES, INC."},
                 "lines": [{"lineId": "1", "orderLineId": "%s", "type": "GOODS", "amount": "%s"%s}]}
                """.formatted(number, day, day, lineId, amount, rest);
    }

    /** Sends an invoice and returns its id. */
    public String billed(String number, String day, String lineId, String amount) {
        return post("/invoices", invoice(number, day, lineId, amount, ""))
                .then()
                .statusCode(201)
                .extract()
                .path("invoiceId");
    }

    /** Sends an invoice, has it approved, and returns its id. */
    public String approved(String number, String day, String lineId, String amount) {
        String invoiceId = billed(number, day, lineId, amount);
        act(invoiceId, "approval", "{}").then().statusCode(200);
        return invoiceId;
    }

    static String payment(String invoiceId, String day, String reference, String amount, String rest) {
        return """
                {"invoiceId": "%s", "paidOn": "%s", "method": "WARRANT", "reference": "%s", "amount": "%s"%s}
                """.formatted(invoiceId, day, reference, amount, rest);
    }

    public Response pay(String invoiceId, String reference, String amount) {
        return post("/payments", payment(invoiceId, "2026-04-20", reference, amount, ""));
    }

    public Response pay(String invoiceId, String reference, String amount, String withheld, String released) {
        return post(
                "/payments",
                payment(
                        invoiceId,
                        "2026-04-20",
                        reference,
                        amount,
                        ", \"withheld\": \"" + withheld + "\", \"released\": \"" + released + "\""));
    }

    public Response terms(String body) {
        return as(Tokens.buyer(agency))
                .header("If-Match", Api.etag(agency, orderId))
                .body(body)
                .put("/v1/orders/" + orderId + "/progress-terms");
    }

    public Response bond(String kind, String amount) {
        return post("/bonds", """
                {"kind": "%s", "form": "Std. 807", "formGivenOn": "2026-03-03", "surety": "Golden Bear Surety", "amount": "%s",
                 "bondDate": "2026-03-05"}
                """.formatted(kind, amount));
    }
}
