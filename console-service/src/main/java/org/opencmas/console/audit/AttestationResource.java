package org.opencmas.console.audit;

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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.department.Oversight;
import org.opencmas.console.client.department.Oversight.AttestationPage;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.order.Names;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** What people attested to in orders, the latest first: self-attested, not verified. An agency meets its own. */
@Path("/attestations")
@PermitAll
@SignedIn({
    Roles.AUDITOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER
})
@Produces(MediaType.TEXT_HTML)
public class AttestationResource {
    private final Oversight oversight;
    private final Names names;

    AttestationResource(@RestClient Oversight oversight, Names names) {
        this.oversight = oversight;
        this.names = names;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance attestations(
                Inputs inputs, AttestationPage found, Map<UUID, String> agencies, String next);
    }

    @GET
    public RestResponse<TemplateInstance> attestations(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String person = inputs.text("person");
        String rule = inputs.text("rule", 60);
        String cursor = Cursors.of(inputs);
        AttestationPage found = inputs.isFine()
                ? oversight.listAttestations(Inputs.unlessEmpty(person), Inputs.unlessEmpty(rule), cursor, Cursors.ROWS)
                : new AttestationPage(List.of(), null);
        return Answers.page(
                inputs,
                Templates.attestations(
                        inputs,
                        found,
                        names.agencies(found.items().stream()
                                .map(Oversight.Attestation::agencyId)
                                .distinct()
                                .toList()),
                        Cursors.next("/attestations", address.getQueryParameters(), found.next())));
    }
}
