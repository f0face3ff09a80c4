package org.opencmas.console.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Policies;
import org.opencmas.console.client.Policies.AgencyPage;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.policy.PolicyWords.Difference;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The agencies and what each has set for itself, for DGS: an analyst is the second person where an agency has only one approver. */
@Path("/agencies")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class AgencyPolicyResource {
    private final Policies policies;
    private final PolicyChanges changes;
    private final Panels panels;
    private final Page page;

    AgencyPolicyResource(@RestClient Policies policies, PolicyChanges changes, Panels panels, Page page) {
        this.policies = policies;
        this.changes = changes;
        this.panels = panels;
        this.page = page;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance agencies(Inputs inputs, Panel<AgencyPage> agencies, String next);

        static native TemplateInstance policy(
                String name,
                String base,
                List<Difference> settings,
                Panel<PolicyChanges.All> changes,
                Inputs inputs,
                UUID key,
                boolean mayDecide);
    }

    @GET
    public RestResponse<TemplateInstance> agencies(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String name = inputs.text("name");
        String cursor = Cursors.of(inputs);
        var found =
                panels.ask(Orders.NAME, () -> policies.listAgencies(Inputs.unlessEmpty(name), cursor, Cursors.ROWS));
        String next = found.isThere()
                ? Cursors.next(
                        "/agencies", address.getQueryParameters(), found.value().next())
                : "";
        return Answers.page(inputs, Templates.agencies(inputs, found, next));
    }

    @GET
    @Path("/{agencyId}/policy")
    public TemplateInstance policy(@PathParam("agencyId") String agencyId) {
        return shown(id(agencyId), Inputs.of(Map.of()));
    }

    @POST
    @Path("/{agencyId}/policy/changes/{changeId}/{act}")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> decide(
            @PathParam("agencyId") String agencyId,
            @PathParam("changeId") String changeId,
            @PathParam("act") String act,
            MultivaluedMap<String, String> form) {
        UUID agency = id(agencyId);
        var inputs = Inputs.of(form);
        return changes.decide(agency, changeId, act, inputs)
                ? RestResponse.seeOther(URI.create("/agencies/" + agency + "/policy"))
                : RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(agency, inputs));
    }

    private TemplateInstance shown(UUID id, Inputs inputs) {
        JsonNode agency = policies.getAgency(id).getEntity();
        JsonNode inForce = agency.path("policy");
        var reader = page.reader();
        return Templates.policy(
                agency.path("name").asText(),
                "/agencies/" + id + "/policy",
                PolicyWords.between(JsonNodeFactory.instance.objectNode(), inForce),
                panels.ask(Orders.NAME, () -> changes.all(id, inForce, reader)),
                inputs,
                UUID.randomUUID(),
                reader.roles().contains(Roles.DGS_ANALYST));
    }

    private static UUID id(String text) {
        return Ids.of(text, "There is no agency with this address.");
    }
}
