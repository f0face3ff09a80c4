package org.opencmas.fees.report.saving;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.report.filed.ReportStanding;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;

@Path("/v1/quarterly-reports/{number}/{quarter}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quarterly reports")
class ReportUploadResource {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    private final SaveReportDraft saveDraft;

    ReportUploadResource(SaveReportDraft saveDraft) {
        this.saveDraft = saveDraft;
    }

    @POST
    @Path("/uploads")
    @Consumes({CSV, WORKBOOK})
    @Idempotent
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(
            operationId = "uploadReport",
            summary = "Saves a file as the draft of the report, as a whole or not at all")
    @APIResponseSchema(
            value = ReportLinesResource.LinesView.class,
            responseCode = "201",
            responseDescription = "Saved, not filed")
    public Response upload(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = WORKBOOK,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream file)
            throws SQLException, IOException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        try (SentFile sent = SentFile.of(file)) {
            ReportStanding standing = saveDraft.upload(agreement, period, ifMatch, sent);
            return ReportLinesResource.answer(
                    Response.created(URI.create("/v1/quarterly-reports/" + agreement + "/" + period + "/lines")),
                    standing);
        }
    }

    @POST
    @Path("/upload-checks")
    @Consumes({CSV, WORKBOOK})
    @Produces(WORKBOOK)
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(
            operationId = "checkReportUpload",
            summary = "Gives a file back as a workbook with what is wrong beside each row")
    @APIResponse(
            responseCode = "200",
            description = "The workbook; header Report-Faults tells how many faults it has",
            content = @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response check(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @NotNull
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = WORKBOOK,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream file)
            throws SQLException, IOException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        java.nio.file.Path checked = Files.createTempFile("cmas-checked-", ".xlsx");
        try (SentFile sent = SentFile.of(file)) {
            int faults;
            try (OutputStream to = Files.newOutputStream(checked)) {
                faults = saveDraft.check(agreement, period, sent, to);
            }
            // Open, it is read without its name, so that nothing remains when the answer is not fetched.
            InputStream bytes = Files.newInputStream(checked);
            return Response.ok((StreamingOutput) to -> sendOnce(bytes, to), WORKBOOK)
                    .header("Report-Faults", faults)
                    .header("Content-Disposition", "attachment; filename=\"checked-report.xlsx\"")
                    .build();
        } finally {
            Files.delete(checked);
        }
    }

    private static void sendOnce(InputStream from, OutputStream to) throws IOException {
        try (from) {
            from.transferTo(to);
        }
    }
}
