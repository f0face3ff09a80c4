package org.opencmas.fees.report.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.report.filing.QuarterlyReportResource.Submission;
import org.opencmas.http.Caller;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.Forbidden;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Roles;

@Path("/v1/zero-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quarterly reports")
class ZeroReportResource {
    private final FileZeroReports fileZeroReports;
    private final Caller caller;

    ZeroReportResource(FileZeroReports fileZeroReports, Caller caller) {
        this.fileZeroReports = fileZeroReports;
        this.caller = caller;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ZeroReportOutcome")
    record OutcomeView(
            String cmasNumber,
            CalendarQuarter quarter,
            boolean filed,
            @Nullable String receiptNumber,
            @Nullable String reason) {
        static OutcomeView of(FileZeroReports.Outcome outcome) {
            return new OutcomeView(
                    outcome.report().agreement().canonical(),
                    outcome.report().quarter(),
                    outcome.receiptNumber() != null,
                    outcome.receiptNumber(),
                    outcome.reason());
        }
    }

    record ZeroReportsView(int filed, int notFiled, List<OutcomeView> reports) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(
            operationId = "fileZeroReports",
            summary = "Files all open reports of the contractor that have no sales, in one call")
    @APIResponseSchema(
            value = ZeroReportsView.class,
            responseCode = "200",
            responseDescription = "Filed, each with its receipt number")
    public Response fileAll(@NotNull @Valid Submission submission) throws SQLException {
        var contractorId = caller.contractorId()
                .orElseThrow(() -> new Forbidden("The token does not say which contractor it acts for."));
        List<OutcomeView> reports = fileZeroReports.fileAll(contractorId, submission.contact()).stream()
                .map(OutcomeView::of)
                .toList();
        int filed = (int) reports.stream().filter(OutcomeView::filed).count();
        return Response.ok(new ZeroReportsView(filed, reports.size() - filed, reports))
                .build();
    }
}
