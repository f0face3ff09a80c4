package org.opencmas.console.contractor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.department.Contractors;
import org.opencmas.console.client.department.Contractors.ContractorPage;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The contractors by name. */
@Path("/contractors")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class ContractorListResource {
    private final Contractors contractors;
    private final Panels panels;

    ContractorListResource(@RestClient Contractors contractors, Panels panels) {
        this.contractors = contractors;
        this.panels = panels;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance contractors(Inputs inputs, List<Ends> found, String next);
    }

    @GET
    public RestResponse<TemplateInstance> contractors(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String name = inputs.text("name");
        String cursor = Cursors.of(inputs);
        ContractorPage found = inputs.isFine()
                ? contractors.listContractors(Inputs.unlessEmpty(name), cursor, Cursors.ROWS)
                : new ContractorPage(List.of(), null);
        return Answers.page(
                inputs,
                Templates.contractors(
                        inputs,
                        found.items().stream()
                                .map(each -> Ends.of(each, panels.today()))
                                .toList(),
                        Cursors.next("/contractors", address.getQueryParameters(), found.next())));
    }
}
