package org.opencmas.console.client;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** What an agency writes down once an order is issued: what came, what is billed for it, and what is paid. Figures are texts, as they are sent. */
@Path("/v1")
@RegisterRestClient(configKey = "order")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Bills {
    @POST
    @Path("/orders/{orderId}/receipts")
    RestResponse<Void> recordReceipt(
            @PathParam("orderId") UUID orderId, @HeaderParam("Idempotency-Key") String key, NewReceipt receipt);

    @POST
    @Path("/orders/{orderId}/invoices")
    RestResponse<Void> receiveInvoice(
            @PathParam("orderId") UUID orderId, @HeaderParam("Idempotency-Key") String key, NewInvoice invoice);

    @GET
    @Path("/orders/{orderId}/invoices/{invoiceId}")
    RestResponse<Orders.Invoice> getInvoice(@PathParam("orderId") UUID orderId, @PathParam("invoiceId") UUID invoiceId);

    @POST
    @Path("/orders/{orderId}/invoices/{invoiceId}/approval")
    RestResponse<Void> approveInvoice(
            @PathParam("orderId") UUID orderId,
            @PathParam("invoiceId") UUID invoiceId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewInvoiceApproval approval);

    /** Takes the whole corrected invoice down under its number. */
    @POST
    @Path("/orders/{orderId}/invoices/{invoiceId}/correction")
    RestResponse<Void> correctInvoice(
            @PathParam("orderId") UUID orderId,
            @PathParam("invoiceId") UUID invoiceId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewInvoice invoice);

    @POST
    @Path("/orders/{orderId}/invoices/{invoiceId}/dispute")
    RestResponse<Void> disputeInvoice(
            @PathParam("orderId") UUID orderId,
            @PathParam("invoiceId") UUID invoiceId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewDispute dispute);

    @POST
    @Path("/orders/{orderId}/invoices/{invoiceId}/dispute-withdrawal")
    RestResponse<Void> withdrawDispute(
            @PathParam("orderId") UUID orderId,
            @PathParam("invoiceId") UUID invoiceId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewDisputeWithdrawal withdrawal);

    @POST
    @Path("/orders/{orderId}/payments/{paymentId}/reversal")
    RestResponse<Void> reversePayment(
            @PathParam("orderId") UUID orderId,
            @PathParam("paymentId") UUID paymentId,
            @HeaderParam("Idempotency-Key") String key,
            NewReversal reversal);

    @POST
    @Path("/orders/{orderId}/payments")
    RestResponse<Void> recordPayment(
            @PathParam("orderId") UUID orderId, @HeaderParam("Idempotency-Key") String key, NewPayment payment);

    record NewReceipt(
            @Nullable String receiptNumber,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate acceptedOn,
            List<NewReceiptLine> lines,
            boolean finalAcceptance,
            @Nullable String note) {}

    record NewReceiptLine(
            String lineId,
            @Nullable String quantityReceived,
            @Nullable String quantityAccepted,
            @Nullable String reason) {}

    record NewInvoice(
            @Nullable String invoiceNumber,
            @Nullable LocalDate invoicedOn,
            @Nullable LocalDate receivedOn,
            NewNames names,
            List<NewInvoiceLine> lines,
            @Nullable String freight,
            @Nullable List<NewInvoiceTradeIn> tradeIns,
            @Nullable String total,
            @Nullable String correctionReason) {}

    record NewInvoiceTradeIn(String description, String amount) {}

    record NewNames(
            @Nullable String onInvoice,
            @Nullable String onOrder,
            @Nullable String onAgreement) {}

    record NewInvoiceLine(
            String lineId,
            String orderLineId,
            String type,
            @Nullable String quantity,
            @Nullable String amount,
            @Nullable String tax,
            @Nullable LocalDate serviceFrom,
            @Nullable LocalDate serviceThrough) {}

    record NewInvoiceApproval(@Nullable String sameCompanyNote) {}

    record NewDispute(@Nullable String reason, @Nullable LocalDate disputedOn) {}

    record NewDisputeWithdrawal(
            @Nullable String reason, @Nullable LocalDate withdrawnOn) {}

    record NewReversal(
            @Nullable LocalDate reversedOn, @Nullable String reason) {}

    record NewPayment(
            @Nullable UUID invoiceId,
            @Nullable LocalDate paidOn,
            String method,
            @Nullable String reference,
            @Nullable String amount,
            @Nullable String withheld,
            @Nullable String released,
            @Nullable NewCardConsent cardConsent) {}

    record NewCardConsent(
            boolean acceptedByAgreement, @Nullable String note) {}
}
