package org.opencmas.console.queue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.Reports;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** What a report says against what the orders say and what was paid, to the cent, every difference with its cause. */
@Path("/reconciliations/{number}/{quarter}")
@PermitAll
@SignedIn({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class ReconciliationResource {
    /** Reviewers read what came of a report, and not the ledger. */
    private static final Set<String> SEES_LEDGER =
            Set.of(Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR);

    private final Fees fees;
    private final Reports reports;
    private final Panels panels;
    private final Page page;

    ReconciliationResource(@RestClient Fees fees, @RestClient Reports reports, Panels panels, Page page) {
        this.fees = fees;
        this.reports = reports;
        this.panels = panels;
        this.page = page;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reconciliation(
                Fees.Reconciliation found,
                @Nullable Panel<Fees.PostingPage> postings,
                Map<UUID, String> orderNumbers,
                boolean cut);
    }

    @GET
    public TemplateInstance reconciliation(@PathParam("number") String number, @PathParam("quarter") String quarter) {
        var found = panels.ask(Fees.NAME, () -> fees.getReconciliation(number, quarter));
        Panel<Fees.PostingPage> postings = page.reader().holdsOneOf(SEES_LEDGER)
                ? panels.ask(Fees.NAME, () -> fees.listLedgerEntries(number, quarter, null, null, 200))
                : null;
        var report = panels.ask(Fees.NAME, () -> reports.getQuarterlyReport(number, quarter));
        if (found.isMissing()) {
            throw new NoSuchPage("Nothing is expected of this agreement for this quarter, or it is not yours to see.");
        }
        return Templates.reconciliation(
                found.value(),
                postings,
                report.isThere() ? orderNumbers(report.value().getEntity()) : Map.of(),
                postings != null && postings.isThere() && postings.value().next() != null);
    }

    /** The postings name an order by its id; the report that they make up has its number. */
    private static Map<UUID, String> orderNumbers(Reports.Report report) {
        return report.lines().stream()
                .collect(Collectors.toMap(
                        Reports.ReportLine::orderId, Reports.ReportLine::purchaseOrderNumber, (first, other) -> first));
    }
}
