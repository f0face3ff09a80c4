package org.opencmas.console.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Policies;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.Row;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The reader's own agency and what it sets for itself; every change is dated and stays readable. */
@Path("/policy")
@PermitAll
@SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
@Produces(MediaType.TEXT_HTML)
public class PolicyResource {
    private static final int SPARE_ROWS = 2;
    private static final int CHANGES = 20;

    private final Policies policies;
    private final Panels panels;
    private final Page page;

    PolicyResource(@RestClient Policies policies, Panels panels, Page page) {
        this.policies = policies;
        this.panels = panels;
        this.page = page;
    }

    /** What the page tells of the agency beside its policy. */
    record Own(String name, String type, String agencyClass, int version) {}

    /**
     * A policy that was set.
     *
     * @param settings how many settings it has
     */
    record Adopted(int version, LocalDate adoptedOn, String adoptedBy, int settings) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance policy(
                Own own,
                String attestedBy,
                Inputs inputs,
                String etag,
                List<Row> rows,
                PolicyForm.Action[] actions,
                Panel<List<Adopted>> changes,
                boolean mayChange,
                String said,
                boolean isStale);
    }

    @GET
    public TemplateInstance policy(@QueryParam("said") @DefaultValue("") String said) {
        return shown(null, said, false, SPARE_ROWS);
    }

    @POST
    @SignedIn(Roles.AGENCY_APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> change(MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        if (inputs.value("do").equals("more")) {
            return RestResponse.ok(shown(inputs, "", false, SPARE_ROWS));
        }
        UUID agency = agency();
        ObjectNode policy =
                PolicyForm.read(inputs, policies.getAgency(agency).getEntity().path("policy"));
        if (inputs.isFine()) {
            try {
                boolean isKept = policies.setAgencyPolicy(agency, inputs.value("etag"), policy)
                                .getStatus()
                        == RestResponse.StatusCode.ACCEPTED;
                return RestResponse.seeOther(URI.create("/policy?said=" + (isKept ? "kept" : "stored")));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(inputs, "", true, 0));
                }
                Refusals.intoFields(inputs, problem, PolicyForm.called(inputs));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(inputs, "", false, 0));
    }

    /** @param typed what was typed; null to show what is stored */
    private TemplateInstance shown(@Nullable Inputs typed, String said, boolean isStale, int spareRows) {
        UUID id = agency();
        var asked = panels.ask(Orders.NAME, () -> policies.getAgency(id));
        Panel<List<Adopted>> changes = panels.ask(Orders.NAME, () -> adopted(policies.listAgencyPolicies(id, CHANGES)));
        var answer = asked.value();
        JsonNode agency = answer.getEntity();
        Inputs inputs = typed == null ? Inputs.of(PolicyForm.fields(agency.path("policy"))) : typed;
        return Templates.policy(
                new Own(
                        agency.path("name").asText(),
                        agency.path("type").asText(),
                        agency.path("agencyClass").asText(),
                        agency.path("version").asInt()),
                attestedBy(agency.path("policy").path("ownPolicyAttestation")),
                inputs,
                answer.getHeaderString("ETag"),
                Row.of(
                        "approvers",
                        "Approver",
                        Math.min(PolicyForm.MOST_APPROVERS, PolicyForm.rows(inputs) + spareRows)),
                PolicyForm.Action.values(),
                changes,
                page.reader().roles().contains(Roles.AGENCY_APPROVER),
                said,
                isStale);
    }

    private static String attestedBy(JsonNode word) {
        return word.isMissingNode() || word.isNull()
                ? ""
                : word.path("attestedBy").asText() + ", "
                        + word.path("attestedOn").asText();
    }

    private static List<Adopted> adopted(JsonNode answer) {
        List<Adopted> all = new ArrayList<>();
        for (JsonNode each : answer.path("items")) {
            all.add(new Adopted(
                    each.path("version").asInt(),
                    LocalDate.parse(each.path("adoptedOn").asText()),
                    each.path("adoptedBy").asText(),
                    each.path("policy").size()));
        }
        return all;
    }

    private UUID agency() {
        try {
            return UUID.fromString(page.reader().agencyId());
        } catch (IllegalArgumentException none) {
            throw new NoSuchPage("Your sign-in names no agency. Ask whoever gave it to you to add yours.");
        }
    }
}
