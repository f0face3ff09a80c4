package org.opencmas.fees.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.obligation.ReportObligation;
import org.opencmas.http.ETags;
import org.opencmas.http.Roles;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.journal.Freshness;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

@Path("/v1/quarterly-reports/{number}/{quarter}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quarterly reports")
class QuarterlyReportResource {
    private final ReadReport readReport;
    private final FiledStatements filed;
    private final FileReport fileReport;
    private final Freshness freshness;
    private final DataSource dataSource;
    private final Clock clock;

    QuarterlyReportResource(
            ReadReport readReport,
            FiledStatements filed,
            FileReport fileReport,
            Freshness freshness,
            DataSource dataSource,
            Clock clock) {
        this.readReport = readReport;
        this.filed = filed;
        this.fileReport = fileReport;
        this.freshness = freshness;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    record Submission(
            @Schema(description = "Whom to ask about the report.") @Nullable @Size(min = 1, max = 200)
            String contactName,

            @Nullable @Email @Size(max = 254) String contactEmail,
            @Nullable @Size(min = 1, max = 50) String contactPhone,
            @Nullable @Size(max = 4000) String remarks) {
        Contact contact() {
            return new Contact(contactName, contactEmail, contactPhone, remarks);
        }
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "getQuarterlyReport",
            summary = "The report of an agreement and quarter, pre-filled to the cent, or as it was filed",
            description =
                    "A contractor sees the reports of its own agreements. Once filed, the report reads for ever as first issued.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = QuarterlyReportView.class)))
    public Response get(
            @Parameter(description = "The CMAS number, in any printing", example = "4-20-56-0006B") @PathParam("number")
                    String number,
            @Parameter(description = "The calendar quarter", example = "2026-Q3") @PathParam("quarter") String quarter)
            throws SQLException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        try (Connection connection = dataSource.getConnection()) {
            ReportObligation obligation = readReport.expected(connection, agreement, period);
            Optional<FiledStatement> statement = filed.of(agreement, period);
            return statement.isPresent() ? answer(Response.ok(), statement.get()) : prefilled(connection, obligation);
        }
    }

    private Response prefilled(Connection connection, ReportObligation obligation) throws SQLException {
        Statement statement = readReport.prefilled(connection, obligation);
        return Response.ok(QuarterlyReportView.of(
                        statement, obligation.stateOn(LocalDate.now(clock)), freshness.asOf(connection)))
                .header("ETag", ETags.of(readReport.version(statement)))
                .build();
    }

    private static Response answer(Response.ResponseBuilder response, FiledStatement statement) {
        return response.entity(statement.document())
                .header("ETag", ETags.of(statement.version()))
                .build();
    }

    @POST
    @Path("/submission")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.CONTRACTOR)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 200 printable characters; the same request with the same key is answered as before",
            schema = @Schema(type = SchemaType.STRING))
    @Operation(
            operationId = "fileQuarterlyReport",
            summary = "Files the report as pre-filled, also at zero",
            description =
                    "Only of the contractor's own agreements, once the quarter is over, and only the version that was read"
                            + " (If-Match). The quarter is closed from then on: later changes of its orders appear in the next open"
                            + " quarter's report.")
    @APIResponse(
            responseCode = "201",
            description = "Filed; with the receipt number",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = QuarterlyReportView.class)))
    public Response file(
            @Parameter(description = "The CMAS number, in any printing", example = "4-20-56-0006B") @PathParam("number")
                    String number,
            @Parameter(description = "The calendar quarter", example = "2026-Q3") @PathParam("quarter") String quarter,
            @Parameter(description = "The ETag of the report that was read", required = true)
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            @NotNull @Valid Submission submission)
            throws SQLException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        FiledStatement statement = fileReport.file(agreement, period, ifMatch, submission.contact());
        URI location = URI.create("/v1/quarterly-reports/" + agreement + "/" + period);
        return answer(Response.created(location), statement);
    }
}
