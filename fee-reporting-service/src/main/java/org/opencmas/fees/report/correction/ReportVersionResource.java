package org.opencmas.fees.report.correction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.report.filed.ReadReport;
import org.opencmas.fees.report.filed.ReportVersions;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;

@Path("/v1/quarterly-reports/{number}/{quarter}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quarterly reports")
class ReportVersionResource {
    private final CorrectReport correctReport;
    private final ReadReport readReport;
    private final ReportVersions versions;
    private final DataSource dataSource;

    ReportVersionResource(
            CorrectReport correctReport, ReadReport readReport, ReportVersions versions, DataSource dataSource) {
        this.correctReport = correctReport;
        this.readReport = readReport;
        this.versions = versions;
        this.dataSource = dataSource;
    }

    @Schema(name = "NewReportCorrection")
    record NewCorrection(
            @NotNull ReportVersions.Reason reason,
            @Nullable @Size(min = 1, max = 4000) String remarks) {}

    @Schema(name = "NewReportReturn")
    record NewReturn(@NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 1000) String> reasons) {}

    /** The versions of a report, the first one first. */
    record ReportVersionsView(String cmasNumber, CalendarQuarter quarter, List<ReportVersions.Version> versions) {}

    private ReportVersionsView versions(CmasNumber agreement, CalendarQuarter quarter) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            readReport.expected(connection, agreement, quarter);
            return new ReportVersionsView(
                    agreement.canonical(), quarter, versions.all(connection, new AgreementQuarter(agreement, quarter)));
        }
    }

    @GET
    @Path("/corrections")
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "listReportVersions",
            summary = "All versions of a filed report, each linked to the one before")
    public ReportVersionsView list(@PathParam("number") String number, @PathParam("quarter") String quarter)
            throws SQLException {
        return versions(UrlValues.cmasNumber("number", number), UrlValues.quarter("quarter", quarter));
    }

    @GET
    @Path("/corrections/{version}")
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(operationId = "getReportCorrection", summary = "A correction as it was filed")
    @APIResponseSchema(
            value = CorrectReport.Correction.class,
            responseCode = "200",
            responseDescription = "The correction, to the character as it was first issued")
    public Response get(
            @PathParam("number") String number, @PathParam("quarter") String quarter, @PathParam("version") int version)
            throws SQLException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        try (Connection connection = dataSource.getConnection()) {
            readReport.expected(connection, agreement, period);
            return Response.ok(versions.document(connection, new AgreementQuarter(agreement, period), version)
                            .orElseThrow(() -> new NotFound("report correction", version)))
                    .build();
        }
    }

    @POST
    @Path("/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(operationId = "correctReport", summary = "Files the saved draft as a further version of a filed report")
    @APIResponseSchema(
            value = CorrectReport.Correction.class,
            responseCode = "201",
            responseDescription = "Filed; with a receipt number of its own")
    public Response correct(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewCorrection body)
            throws SQLException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        CorrectReport.Filed filed = correctReport.correct(agreement, period, ifMatch, body.reason(), body.remarks());
        return Response.created(URI.create("/v1/quarterly-reports/" + agreement + "/" + period + "/corrections/"
                        + filed.correction().version()))
                .entity(filed.document())
                .build();
    }

    @POST
    @Path("/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(operationId = "returnReport", summary = "Sends a filed report back as incomplete, with reasons")
    @APIResponseSchema(
            value = ReportVersionsView.class,
            responseCode = "200",
            responseDescription = "Returned; its versions and what DGS said of them")
    public Response returnReport(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewReturn body)
            throws SQLException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        correctReport.returnAsIncomplete(agreement, period, ifMatch, body.reasons());
        return Response.ok(versions(agreement, period)).build();
    }
}
