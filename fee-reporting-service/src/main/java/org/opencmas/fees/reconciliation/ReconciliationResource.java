package org.opencmas.fees.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.ledger.declared.DeclaredFees;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.journal.Freshness;
import org.opencmas.problem.NotFound;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;
import org.opencmas.terms.Usd;

@Path("/v1/reconciliations/{number}/{quarter}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliations")
class ReconciliationResource {
    private final GatherCompared gather;
    private final Remitted remitted;
    private final DeclaredFees declaredFees;
    private final ReportObligations obligations;
    private final Visibility visibility;
    private final Freshness freshness;
    private final DataSource dataSource;

    ReconciliationResource(
            GatherCompared gather,
            Remitted remitted,
            DeclaredFees declaredFees,
            ReportObligations obligations,
            Visibility visibility,
            Freshness freshness,
            DataSource dataSource) {
        this.gather = gather;
        this.remitted = remitted;
        this.declaredFees = declaredFees;
        this.obligations = obligations;
        this.visibility = visibility;
        this.freshness = freshness;
        this.dataSource = dataSource;
    }

    @Schema(name = "ReconciledSide")
    record SideView(Usd sales, Usd fee) {}

    @Schema(name = "ReconciledDifference")
    record DifferenceView(
            DifferenceCause cause,
            String agencyName,
            String purchaseOrderNumber,
            int amendmentNumber,
            Usd salesDifference,
            Usd feeDifference,
            String correction) {
        static DifferenceView of(DifferenceFound found) {
            return new DifferenceView(
                    found.cause(),
                    found.order().agencyName(),
                    found.order().orderNumber(),
                    found.order().amendmentNumber(),
                    found.sales(),
                    found.fee(),
                    found.cause().correction());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReconciliationView(
            String cmasNumber,
            CalendarQuarter quarter,
            @Nullable Integer reportVersion,
            @Nullable String receiptNumber,
            SideView accrued,
            SideView reported,
            SideView declared,
            Usd feeDue,
            Usd remitted,
            Usd settled,
            Usd unpaid,
            int differenceCount,
            List<DifferenceView> differences,
            Map<DifferenceCause, Usd> feeDifferenceByCause,
            Usd unexplainedSales,
            Usd unexplainedFee,
            Map<String, Long> asOf) {}

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "getReconciliation",
            summary = "Reported, accrued and remitted of an agreement and quarter, every difference with its cause")
    public ReconciliationView get(@PathParam("number") String number, @PathParam("quarter") String quarter)
            throws SQLException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        var report = new AgreementQuarter(agreement, period);
        visibility.onlyContractor();
        try (Connection connection = dataSource.getConnection()) {
            boolean isVisible = obligations
                    .find(connection, agreement, period)
                    .filter(obligation -> visibility.includes(obligation.contractorId()))
                    .isPresent();
            if (!isVisible) {
                throw new NotFound("reconciliation", agreement + " " + period);
            }
            // The agreement's, with what was posted while another contractor held it.
            return Tenant.seeingAll(() -> view(connection, report));
        }
    }

    private static SideView declared(List<DeclaredFees.Sum> sums) {
        return new SideView(
                Usd.sum(sums.stream().map(DeclaredFees.Sum::base).toList()),
                Usd.sum(sums.stream().map(DeclaredFees.Sum::feeDue).toList()));
    }

    private ReconciliationView view(Connection connection, AgreementQuarter report) throws SQLException {
        GatherCompared.Gathered gathered = gather.gather(connection, report);
        Reconciliation.Matching matching = Reconciliation.begin(gathered.compared());
        gather.eachRow(connection, report, gathered, matching::take);
        Reconciliation reconciliation = matching.end();
        Remitted.Account account = remitted.of(connection, report);
        Map<DifferenceCause, Usd> byCause = new EnumMap<>(DifferenceCause.class);
        reconciliation.byCause().forEach((cause, sum) -> byCause.put(cause, sum.fee()));
        return new ReconciliationView(
                report.agreement().canonical(),
                report.quarter(),
                gathered.filed().map(GatherCompared.Filed::version).orElse(null),
                gathered.filed().map(GatherCompared.Filed::receiptNumber).orElse(null),
                new SideView(reconciliation.accruedSales(), reconciliation.accruedFee()),
                new SideView(reconciliation.reportedSales(), reconciliation.reportedFee()),
                declared(declaredFees.sums(connection, report)),
                account.feeDue(),
                account.remitted(),
                account.settled(),
                account.unpaid(),
                reconciliation.differenceCount(),
                reconciliation.differences().stream().map(DifferenceView::of).toList(),
                byCause,
                reconciliation.unexplainedSales(),
                reconciliation.unexplainedFee(),
                freshness.asOf(connection));
    }
}
