package org.opencmas.fees.report.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.fees.ledger.declared.DeclaredFees;
import org.opencmas.fees.ledger.declared.DeclaredOrder;
import org.opencmas.fees.ledger.declared.LookAlike;
import org.opencmas.fees.ledger.declared.LookAlikes;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.http.Caller;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Recording;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * Declares the local orders that a report adds, when it is filed or corrected: until the agencies' orders are known, their fee is owed on
 * the contractor's word. The rate of the order date and the contractor's certificates decide it, not the fee that the contractor states. A
 * thousand orders are held at once.
 */
@ApplicationScoped
public class DeclareAdded {
    private static final int READ_AT_ONCE = 1_000;

    /** Most that a report shows; the list of look-alikes has all. */
    private static final int MOST_ALIKE = 100;

    private final ReadReported readReported;
    private final DeclaredFees declaredFees;
    private final LookAlikes lookAlikes;
    private final Caller caller;

    DeclareAdded(ReadReported readReported, DeclaredFees declaredFees, LookAlikes lookAlikes, Caller caller) {
        this.readReported = readReported;
        this.declaredFees = declaredFees;
        this.lookAlikes = lookAlikes;
        this.caller = caller;
    }

    /**
     * Declares in the connection's transaction, which has locked the ledger; before the filing closes the quarter.
     *
     * @param version that the report gets by the filing
     * @return the exact fee that is posted to the report for declared orders by now
     */
    public Usd declare(
            Connection connection, AgreementQuarter report, UUID contractorId, ReportDraft draft, int version)
            throws SQLException {
        List<ReadReported.Placed> page =
                readReported.added(connection, report, Optional.of(contractorId), draft, 0, READ_AT_ONCE);
        while (!page.isEmpty()) {
            declaredFees.keep(connection, report, version, contractorId, local(report, page));
            page = readReported.added(
                    connection,
                    report,
                    Optional.of(contractorId),
                    draft,
                    page.getLast().place(),
                    READ_AT_ONCE);
        }
        var actor = new Actor(caller.subject(), contractorId.toString(), caller.requestId());
        declaredFees.post(connection, report, version, (orderKey, event) -> Recording.now(event, actor));
        return Tenant.seeingAll(() -> Usd.sum(declaredFees.sums(connection, report).stream()
                .map(DeclaredFees.Sum::feeDue)
                .toList()));
    }

    /**
     * The exact fee for declared orders that the report would have if it were filed now with the draft. Those that stand as rows are left
     * out: they are worked out when it is filed.
     */
    public Usd foreseen(Connection connection, AgreementQuarter report, ReportDraft draft) throws SQLException {
        return Tenant.seeingAll(() -> declaredFees.foreseen(connection, report, local(report, draft)));
    }

    /** What the draft adds that looks like a known order typed otherwise; those that stand as rows are looked at when it is filed. */
    public List<LookAlike> alike(Connection connection, AgreementQuarter report, ReportDraft draft)
            throws SQLException {
        return Tenant.seeingAll(() -> declaredFees.alike(connection, report.agreement(), local(report, draft)).stream()
                .limit(MOST_ALIKE)
                .toList());
    }

    /** What was found alike when the report was filed. */
    public List<LookAlike> alike(Connection connection, AgreementQuarter report) throws SQLException {
        return Tenant.seeingAll(() -> lookAlikes.of(connection, report, MOST_ALIKE));
    }

    private static List<DeclaredOrder> local(AgreementQuarter report, ReportDraft draft) {
        return draft.content().added().stream()
                .filter(row -> row.agencyClass() == AgencyClass.LOCAL)
                .map(row -> DeclaredOrder.of(
                        report.quarter(),
                        row.agencyName(),
                        row.purchaseOrderNumber(),
                        row.amendmentNumber(),
                        row.purchaseOrderDate(),
                        row.total()))
                .toList();
    }

    private static Map<Integer, DeclaredOrder> local(AgreementQuarter report, List<ReadReported.Placed> page) {
        Map<Integer, DeclaredOrder> local = new LinkedHashMap<>();
        for (ReadReported.Placed placed : page) {
            ReportedLine line = placed.line();
            if (line.agencyClass() == AgencyClass.LOCAL) {
                local.put(
                        placed.place(),
                        DeclaredOrder.of(
                                report.quarter(),
                                line.agencyName(),
                                line.purchaseOrderNumber(),
                                line.amendmentNumber(),
                                line.purchaseOrderDate(),
                                line.total()));
            }
        }
        return local;
    }
}
