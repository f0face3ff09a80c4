package org.opencmas.fees.report.saving;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.obligation.ReportObligation;
import org.opencmas.fees.report.draft.ReadReported;
import org.opencmas.fees.report.draft.ReportDraft;
import org.opencmas.fees.report.draft.ReportDrafts;
import org.opencmas.fees.report.draft.ReportedLine;
import org.opencmas.fees.report.filed.ReadReport;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Roles;

@Path("/v1/quarterly-reports/{number}/{quarter}/drafts/{version}/added-orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quarterly reports")
class AddedOrderResource {
    private final ReadReport readReport;
    private final ReadReported readReported;
    private final ReportDrafts drafts;
    private final DataSource dataSource;

    AddedOrderResource(ReadReport readReport, ReadReported readReported, ReportDrafts drafts, DataSource dataSource) {
        this.readReport = readReport;
        this.readReported = readReported;
        this.drafts = drafts;
        this.dataSource = dataSource;
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "listAddedOrders",
            summary = "The orders that a draft adds to a report, filed or not, in the order of its file")
    public Page<ReportedLine> list(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @PathParam("version") int version,
            @BeanParam Paging paging)
            throws SQLException {
        var report =
                new AgreementQuarter(UrlValues.cmasNumber("number", number), UrlValues.quarter("quarter", quarter));
        int after = paging.after(1).map(last -> last.number(0)).orElse(0);
        int count = paging.count();
        try (Connection connection = dataSource.getConnection()) {
            ReportObligation obligation = readReport.expected(connection, report.agreement(), report.quarter());
            ReportDraft draft = drafts.find(connection, report, version)
                    .orElseThrow(() -> new NotFound("draft of the report", version));
            List<ReadReported.Placed> read =
                    readReported.added(connection, report, obligation.contractorId(), draft, after, count);
            Page<ReadReported.Placed> page = paging.page(read, last -> Cursor.of(Integer.toString(last.place())));
            return new Page<>(
                    page.items().stream().map(ReadReported.Placed::line).toList(), page.next());
        }
    }
}
