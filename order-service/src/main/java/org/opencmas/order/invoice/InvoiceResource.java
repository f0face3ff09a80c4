package org.opencmas.order.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.invoice.match.OrderMatch;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.terms.Roles;

/** The invoices on an order. */
@Path("/v1/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invoices", description = "Invoices by line, their match with order and receipts, disputes and approval.")
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.CONTRACTOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class InvoiceResource {
    private final KeepInvoice keep;
    private final Caller caller;

    InvoiceResource(KeepInvoice keep, Caller caller) {
        this.keep = keep;
        this.caller = caller;
    }

    @Schema(name = "InvoiceList")
    record InvoiceList(
            UUID orderId,
            List<InvoiceView> invoices,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}

    @POST
    @Path("/invoices")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "receiveInvoice", summary = "Take down an invoice")
    @APIResponseSchema(value = InvoiceView.class, responseCode = "201", responseDescription = "Taken down.")
    public Response receive(UUID orderId, @NotNull @Valid NewInvoice body) {
        KeepInvoice.Kept kept = keep.receive(orderId, body, Visibility.ofAgency(caller), Requester.of(caller));
        UUID invoiceId = kept.view().invoiceId();
        return ETags.created("/v1/orders/" + orderId + "/invoices/" + invoiceId, kept.view(), kept.version());
    }

    @GET
    @Path("/invoices")
    @Operation(operationId = "listInvoices", summary = "List the invoices on an order, as they came")
    public InvoiceList list(UUID orderId, @BeanParam Paging paging) {
        UUID after = paging.after(1).map(cursor -> cursor.id(0)).orElse(null);
        List<InvoiceView> read = keep.list(orderId, after, paging.count(), Visibility.of(caller)).stream()
                .map(KeepInvoice.Kept::view)
                .toList();
        Page<InvoiceView> page =
                paging.page(read, one -> Cursor.of(one.invoiceId().toString()));
        return new InvoiceList(orderId, page.items(), page.next());
    }

    @GET
    @Path("/invoices/{invoiceId}")
    @Operation(operationId = "getInvoice", summary = "Read an invoice as it stands")
    @APIResponseSchema(
            value = InvoiceView.class,
            responseCode = "200",
            responseDescription = "The invoice; its ETag is what a change needs in If-Match.")
    public Response read(UUID orderId, UUID invoiceId) {
        return answer(keep.read(orderId, invoiceId, Visibility.of(caller)));
    }

    @POST
    @Path("/invoices/{invoiceId}/correction")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "correctInvoice", summary = "Take down the corrected invoice")
    @APIResponseSchema(value = InvoiceView.class, responseCode = "200", responseDescription = "The next version.")
    public Response correct(
            UUID orderId,
            UUID invoiceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewInvoice body) {
        return answer(
                keep.correct(orderId, invoiceId, body, Visibility.ofAgency(caller), ifMatch, Requester.of(caller)));
    }

    @POST
    @Path("/invoices/{invoiceId}/dispute")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "disputeInvoice", summary = "Send an invoice back for correction")
    @APIResponseSchema(value = InvoiceView.class, responseCode = "200", responseDescription = "Disputed.")
    public Response dispute(
            UUID orderId,
            UUID invoiceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewDispute body) {
        return answer(
                keep.dispute(orderId, invoiceId, body, Visibility.ofAgency(caller), ifMatch, Requester.of(caller)));
    }

    @POST
    @Path("/invoices/{invoiceId}/dispute-withdrawal")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "withdrawDispute", summary = "Take a dispute back")
    @APIResponseSchema(value = InvoiceView.class, responseCode = "200", responseDescription = "Undisputed again.")
    public Response withdraw(
            UUID orderId,
            UUID invoiceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewWithdrawal body) {
        return answer(
                keep.withdraw(orderId, invoiceId, body, Visibility.ofAgency(caller), ifMatch, Requester.of(caller)));
    }

    @POST
    @Path("/invoices/{invoiceId}/approval")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "approveInvoice", summary = "Approve an invoice for payment")
    @APIResponseSchema(value = InvoiceView.class, responseCode = "200", responseDescription = "Approved.")
    public Response approve(
            UUID orderId,
            UUID invoiceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewApproval body) {
        return answer(
                keep.approve(orderId, invoiceId, body, Visibility.ofAgency(caller), ifMatch, Requester.of(caller)));
    }

    @GET
    @Path("/match")
    @Operation(operationId = "getOrderMatch", summary = "Compare order, receipts and invoices by line")
    public OrderMatch match(UUID orderId) {
        return keep.match(orderId, Visibility.of(caller));
    }

    private static Response answer(KeepInvoice.Kept kept) {
        return ETags.ok(kept.view(), kept.version());
    }
}
