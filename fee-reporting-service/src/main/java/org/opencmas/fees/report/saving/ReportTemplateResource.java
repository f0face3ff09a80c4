package org.opencmas.fees.report.saving;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.upload.CheckedReportFile;

@Path("/v1/report-template")
@Tag(name = "Quarterly reports")
class ReportTemplateResource {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    @GET
    @Produces({WORKBOOK, CSV})
    @PermitAll
    @Operation(
            operationId = "getReportTemplate",
            summary = "The empty report as a workbook or, with Accept: text/csv, as CSV")
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content = {
                @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    public Response template(@HeaderParam("Accept") @Parameter(hidden = true) @Nullable String accept) {
        boolean asCsv = accept != null && accept.contains(CSV) && !accept.contains(WORKBOOK);
        return asCsv
                ? Response.ok(CheckedReportFile.csvTemplate(), CSV + ";charset=utf-8")
                        .build()
                : Response.ok(CheckedReportFile.template(), WORKBOOK)
                        .header("Content-Disposition", "attachment; filename=\"cmas-quarterly-report.xlsx\"")
                        .build();
    }
}
