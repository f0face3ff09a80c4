package org.opencmas.console.queue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.opencmas.console.client.Fees;
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
    private final Fees fees;
    private final Panels panels;

    ReconciliationResource(@RestClient Fees fees, Panels panels) {
        this.fees = fees;
        this.panels = panels;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reconciliation(
                Fees.Reconciliation found, Panel<Fees.PostingPage> postings, boolean cut);
    }

    @GET
    public TemplateInstance reconciliation(@PathParam("number") String number, @PathParam("quarter") String quarter) {
        var found = panels.ask(Fees.NAME, () -> fees.getReconciliation(number, quarter));
        var postings = panels.ask(Fees.NAME, () -> fees.listLedgerEntries(number, quarter, null, null, 200));
        if (found.isMissing()) {
            throw new NoSuchPage("Nothing is expected of this agreement for this quarter, or it is not yours to see.");
        }
        return Templates.reconciliation(
                found.value(), postings, postings.isThere() && postings.value().next() != null);
    }
}
