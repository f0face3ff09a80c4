package org.opencmas.order.file;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.http.Caller;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.terms.Roles;

/** The file of an order, for the agency and its auditors. */
@Path("/v1/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order files", description = "Everything about one order in one download, and what belongs in it.")
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class FileResource {
    private static final String ZIP = "application/zip";

    private final OrderFile file;
    private final Caller caller;

    FileResource(OrderFile file, Caller caller) {
        this.file = file;
        this.caller = caller;
    }

    @GET
    @Path("/file")
    @Produces(ZIP)
    @Operation(operationId = "getOrderFile", summary = "Download the file of an order")
    @APIResponse(
            responseCode = "200",
            description = "The zip, with a manifest of SHA-256 hashes.",
            content =
                    @Content(
                            mediaType = ZIP,
                            schema =
                                    @Schema(
                                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                                            format = "binary")))
    public Response download(UUID orderId) {
        OrderFile.Zip zip = file.zip(orderId, Visibility.of(caller));
        return Response.ok(zip.bytes(), ZIP)
                .header("Content-Disposition", "attachment; filename=\"" + zip.name() + "\"")
                .build();
    }

    @GET
    @Path("/file-checklist")
    @Operation(operationId = "getFileChecklist", summary = "Read what belongs in an order's file and what is missing")
    public FileChecklist checklist(UUID orderId) {
        return file.checklist(orderId, Visibility.of(caller));
    }

    @POST
    @Path("/file-items")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "recordFileItem", summary = "Say where a piece of an order's file is kept")
    @APIResponseSchema(value = FileItem.class, responseCode = "201", responseDescription = "Recorded.")
    public Response add(UUID orderId, @NotNull @Valid NewFileItem body) {
        FileItem item = file.record(orderId, body, Visibility.ofAgency(caller), Requester.of(caller));
        return Response.created(URI.create("/v1/orders/" + orderId + "/file-checklist"))
                .entity(item)
                .build();
    }
}
