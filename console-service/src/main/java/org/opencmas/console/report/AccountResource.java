package org.opencmas.console.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Fees;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** A contractor's payments and account, and what is outstanding before an agreement can be renewed. */
@Path("/account")
@PermitAll
@SignedIn(Roles.CONTRACTOR)
@Produces(MediaType.TEXT_HTML)
public class AccountResource {
    private final Fees fees;
    private final Panels panels;
    private final Page page;

    AccountResource(@RestClient Fees fees, Panels panels, Page page) {
        this.fees = fees;
        this.panels = panels;
        this.page = page;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance account(
                Panel<Fees.ContractorAccount> account,
                Panel<Fees.Standing> standing,
                Panel<Fees.RemittancePage> remittances,
                String next);
    }

    @GET
    public TemplateInstance account(@Context UriInfo address) {
        UUID contractor = contractor(page.reader().contractorId());
        String cursor = Cursors.of(Inputs.of(address.getQueryParameters()));
        var account = panels.ask(Fees.NAME, () -> fees.getContractorAccount(contractor));
        var standing = panels.ask(Fees.NAME, () -> fees.getContractorStanding(contractor));
        var remittances = panels.ask(Fees.NAME, () -> fees.listRemittances(cursor, Cursors.ROWS));
        String next = remittances.isThere()
                ? Cursors.next("/account", Map.of(), remittances.value().next())
                : "";
        return Templates.account(account, standing, remittances, next);
    }

    @GET
    @Path("/paper")
    @Produces("application/pdf")
    public RestResponse<byte[]> paper() {
        return Papers.shown(
                fees.getContractorAccountPaper(contractor(page.reader().contractorId()))
                        .getEntity(),
                "statement.pdf");
    }

    private static UUID contractor(String id) {
        return Ids.of(id, "Your account acts for no contractor. Ask whoever keeps it.");
    }
}
