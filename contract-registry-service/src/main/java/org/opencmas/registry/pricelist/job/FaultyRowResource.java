package org.opencmas.registry.pricelist.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.journal.Actor;
import org.opencmas.registry.pricelist.job.PriceListImport.Sender;
import org.opencmas.terms.Roles;

/** What is wrong in the rows of an import, given back to be mended, and taken again. */
@Path("/v1/price-list-imports/{importId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Price lists")
class FaultyRowResource {
    private static final String CSV = "text/csv";
    private static final String WORKBOOK = PriceListCheckResource.WORKBOOK;

    private final KeepImport keep;
    private final Caller caller;

    FaultyRowResource(KeepImport keep, Caller caller) {
        this.keep = keep;
        this.caller = caller;
    }

    @GET
    @Path("/faulty-rows")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(operationId = "listPriceListFaultyRows", summary = "List the rows in which something is wrong")
    public Page<FaultyRow> list(UUID importId, @BeanParam Paging paging) {
        int after = paging.after(1).map(cursor -> cursor.number(0)).orElse(0);
        List<FaultyRow> found = keep.faultyRows(importId, after, paging.count());
        return paging.page(found, row -> Cursor.of(Integer.toString(row.number())));
    }

    @GET
    @Path("/corrections")
    @Produces(CSV)
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(operationId = "getPriceListCorrections", summary = "The faulty rows as a CSV file to be corrected")
    @APIResponse(
            responseCode = "200",
            description = "The faulty rows, each with what is wrong with it",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response corrections(UUID importId) {
        keep.read(importId);
        StreamingOutput rows = out -> keep.writeCorrections(importId, out);
        return Response.ok(rows, CSV + ";charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"price-list-corrections.csv\"")
                .build();
    }

    @POST
    @Path("/corrections")
    @Consumes(CSV)
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(
            operationId = "correctPriceListImport",
            summary = "Import the file once more with its faulty rows corrected, sending those alone")
    @APIResponseSchema(
            value = ImportView.class,
            responseCode = "202",
            responseDescription = "Taken down as an import of its own; its progress is where Location says.")
    @APIResponse(responseCode = "422")
    public Response correct(
            UUID importId,
            @NotNull
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
                    InputStream rows) {
        var sender = new Sender(new Actor(caller.subject(), null, caller.requestId()), caller.name(), keep.now());
        PriceListImport taken = keep.correct(importId, rows, sender);
        return Response.accepted(ImportView.of(taken, null, keep.now()))
                .location(URI.create("/v1/price-list-imports/" + taken.importId() + "/progress"))
                .build();
    }

    @GET
    @Path("/marked-workbook")
    @Produces(WORKBOOK)
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "getMarkedPriceList",
            summary = "The sent workbook with a column that says what is wrong in each row")
    @APIResponse(
            responseCode = "200",
            description = "The workbook as it was sent, with one more column",
            content = @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "422")
    public Response marked(UUID importId) throws IOException {
        return PriceListCheckResource.answer(out -> keep.writeMarked(importId, out));
    }
}
