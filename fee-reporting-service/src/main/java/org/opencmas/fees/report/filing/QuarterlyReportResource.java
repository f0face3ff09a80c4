package org.opencmas.fees.report.filing;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.report.filed.FiledStatement;
import org.opencmas.fees.report.filed.QuarterlyReportView;
import org.opencmas.fees.report.filed.ReadReport;
import org.opencmas.fees.report.filed.ReportStanding;
import org.opencmas.http.ETags;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.journal.Freshness;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;

@Path("/v1/quarterly-reports/{number}/{quarter}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quarterly reports")
class QuarterlyReportResource {
    private final ReadReport readReport;
    private final FileReport fileReport;
    private final Freshness freshness;
    private final DataSource dataSource;
    private final Clock clock;

    QuarterlyReportResource(
            ReadReport readReport, FileReport fileReport, Freshness freshness, DataSource dataSource, Clock clock) {
        this.readReport = readReport;
        this.fileReport = fileReport;
        this.freshness = freshness;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Schema(name = "QuarterlyReportSubmission")
    record Submission(
            @Nullable @Size(min = 1, max = 200) String contactName,
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
            summary = "The report of an agreement and quarter, pre-filled to the cent, or as it was filed")
    @APIResponseSchema(value = QuarterlyReportView.class, responseCode = "200", responseDescription = "The report")
    public Response get(@PathParam("number") String number, @PathParam("quarter") String quarter) throws SQLException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        try (Connection connection = dataSource.getConnection()) {
            Optional<ReadReport.Filed> filed = readReport.filed(connection, agreement, period);
            if (filed.isPresent()) {
                return Response.ok(filed.get().statement().document())
                        .header("ETag", ETags.of(filed.get().version()))
                        .build();
            }
            ReportStanding standing = readReport.standing(connection, agreement, period);
            return Response.ok(QuarterlyReportView.of(
                            standing.statement(),
                            standing.obligation().stateOn(LocalDate.now(clock)),
                            standing.reported().orElse(null),
                            readReport.alike(connection, standing),
                            null,
                            freshness.asOf(connection)))
                    .header("ETag", ETags.of(standing.version()))
                    .build();
        }
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
    @Operation(operationId = "fileQuarterlyReport", summary = "Files the report as pre-filled, also at zero")
    @APIResponseSchema(
            value = QuarterlyReportView.class,
            responseCode = "201",
            responseDescription = "Filed; with the receipt number")
    public Response file(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Submission submission)
            throws SQLException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        FiledStatement statement = fileReport.file(agreement, period, ifMatch, submission.contact());
        URI location = URI.create("/v1/quarterly-reports/" + agreement + "/" + period);
        return answer(Response.created(location), statement);
    }

    @POST
    @Path("/zero-submission")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(operationId = "fileZeroReport", summary = "Files the report of a quarter without sales in one call")
    @APIResponseSchema(
            value = QuarterlyReportView.class,
            responseCode = "201",
            responseDescription = "Filed; with the receipt number")
    public Response fileZero(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @NotNull @Valid Submission submission)
            throws SQLException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        FiledStatement statement = fileReport.fileZero(agreement, period, submission.contact());
        return answer(Response.created(URI.create("/v1/quarterly-reports/" + agreement + "/" + period)), statement);
    }
}
