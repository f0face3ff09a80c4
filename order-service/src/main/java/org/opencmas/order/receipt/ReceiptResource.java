package org.opencmas.order.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Roles;

/** What was received and accepted on an order. */
@Path("/v1/orders/{orderId}/receipts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receipts", description = "What of an order was received and accepted, in part and finally.")
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.CONTRACTOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class ReceiptResource {
    private final RecordReceipt record;
    private final Receipts receipts;
    private final AccountChange accounts;
    private final Caller caller;

    ReceiptResource(RecordReceipt record, Receipts receipts, AccountChange accounts, Caller caller) {
        this.record = record;
        this.receipts = receipts;
        this.accounts = accounts;
        this.caller = caller;
    }

    @Schema(name = "ReceiptList")
    record ReceiptList(
            UUID orderId,
            List<Receipt> receipts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}

    @POST
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "recordReceipt", summary = "Record what was received and accepted")
    @APIResponseSchema(value = Receipt.class, responseCode = "201", responseDescription = "Recorded.")
    public Response add(UUID orderId, @NotNull @Valid NewReceipt body) {
        Receipt receipt = record.record(orderId, body, Visibility.ofAgency(caller), Requester.of(caller));
        return Response.created(URI.create("/v1/orders/" + orderId + "/receipts/" + receipt.receiptId()))
                .entity(receipt)
                .build();
    }

    @GET
    @Operation(operationId = "listReceipts", summary = "List the receipts of an order, oldest first")
    public ReceiptList list(UUID orderId, @BeanParam Paging paging) {
        UUID after = paging.after(1).map(cursor -> cursor.id(0)).orElse(null);
        int count = paging.count();
        List<Receipt> read = accounts.read(
                orderId,
                Visibility.of(caller),
                (connection, order) -> receipts.page(connection, orderId, after, count));
        Page<Receipt> page = paging.page(read, one -> Cursor.of(one.receiptId().toString()));
        return new ReceiptList(orderId, page.items(), page.next());
    }

    @GET
    @Path("/{receiptId}")
    @Operation(operationId = "getReceipt", summary = "Read a receipt")
    public Receipt read(UUID orderId, UUID receiptId) {
        return accounts.read(
                orderId,
                Visibility.of(caller),
                (connection, order) -> receipts.find(connection, orderId, receiptId)
                        .orElseThrow(() -> new NotFound("receipt", receiptId)));
    }
}
