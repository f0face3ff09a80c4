package org.opencmas.order.orderimport;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.terms.Roles;

/** Files of orders, for agencies. */
@Path("/v1/order-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order imports", description = "Many orders in one file, each with its result.")
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class OrderImportResource {
    private static final String CSV = "text/csv";
    private static final String JSON_LINES = "application/x-ndjson";

    private final KeepImport keep;
    private final Caller caller;

    OrderImportResource(KeepImport keep, Caller caller) {
        this.keep = keep;
        this.caller = caller;
    }

    @POST
    @Consumes({CSV, JSON_LINES})
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "importOrders", summary = "Place the orders of a file")
    @APIResponseSchema(
            value = ImportView.class,
            responseCode = "202",
            responseDescription = "Taken down; its orders are placed one after the other.")
    @APIResponse(responseCode = "422")
    public Response take(
            @QueryParam("mode") @DefaultValue("CONTINUE") OrderImport.Mode mode,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable MediaType type,
            @NotNull
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                                @Content(mediaType = JSON_LINES, schema = @Schema(implementation = String.class))
                            })
                    InputStream file) {
        boolean isCsv = type != null && CSV.equals(type.getType() + "/" + type.getSubtype());
        var format = isCsv ? OrderImport.Format.CSV : OrderImport.Format.JSON_LINES;
        OrderImport taken = keep.take(
                new KeepImport.SentFile(file, format, mode), Visibility.agencyOf(caller), Requester.of(caller));
        return Response.accepted(ImportView.of(taken, keep.now()))
                .location(URI.create("/v1/order-imports/" + taken.importId()))
                .build();
    }

    @GET
    @Operation(operationId = "listOrderImports", summary = "List the imports, newest first")
    public Page<ImportView> list(@BeanParam Paging paging) {
        UUID after = paging.after(1).map(cursor -> cursor.id(0)).orElse(null);
        List<ImportView> found = keep.list(Visibility.of(caller).agencyId(), after, paging.count()).stream()
                .map(one -> ImportView.of(one, keep.now()))
                .toList();
        return paging.page(found, one -> Cursor.of(one.importId().toString()));
    }

    @GET
    @Path("/{importId}")
    @Operation(operationId = "getOrderImport", summary = "Read how far an import is")
    public ImportView read(UUID importId) {
        return ImportView.of(keep.read(importId, Visibility.of(caller).agencyId()), keep.now());
    }

    @GET
    @Path("/{importId}/results")
    @Operation(operationId = "listOrderImportResults", summary = "List what became of each order, as the file has them")
    public Page<OrderResult> results(
            UUID importId, @QueryParam("state") OrderResult.@Nullable State state, @BeanParam Paging paging) {
        int after = paging.after(1).map(cursor -> cursor.number(0)).orElse(0);
        List<OrderResult> found =
                keep.results(importId, Visibility.of(caller).agencyId(), after, state, paging.count());
        return paging.page(found, one -> Cursor.of(Integer.toString(one.row())));
    }

    @POST
    @Path("/{importId}/cancellation")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "cancelOrderImport", summary = "Have an import left off")
    @APIResponseSchema(value = ImportView.class, responseCode = "200", responseDescription = "Left off.")
    public Response cancel(UUID importId) {
        OrderImport cancelled = keep.cancel(importId, Visibility.agencyOf(caller), Requester.of(caller));
        return Response.ok(ImportView.of(cancelled, keep.now())).build();
    }
}
