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
import jakarta.ws.rs.PathParam;
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
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.Row;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;
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
    private final PolicyChanges waiting;
    private final Panels panels;
    private final Page page;

    PolicyResource(@RestClient Policies policies, PolicyChanges waiting, Panels panels, Page page) {
        this.policies = policies;
        this.waiting = waiting;
        this.panels = panels;
        this.page = page;
    }

    /** What the page tells of the agency beside its policy. */
    record Own(String name, String type, String agencyClass) {}

    /**
     * A policy that was set.
     *
     * @param settings how many settings it has
     */
    record Adopted(int version, LocalDate adoptedOn, String adoptedBy, int settings) {}

    /**
     * What came of the last form.
     *
     * @param said what was done, as the address names it; empty for nothing
     * @param isStale whether nothing was stored since the agency was changed after the form was shown
     */
    record Outcome(String said, boolean isStale) {
        static final Outcome NONE = new Outcome("", false);
        static final Outcome STALE = new Outcome("", true);
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance policy(
                Own own,
                String attestedBy,
                Inputs inputs,
                Seen seen,
                List<Row> rows,
                PolicyForm.Action[] actions,
                Panel<List<Adopted>> changes,
                Panel<PolicyChanges.All> waiting,
                UUID key,
                boolean mayChange,
                String said,
                Meanwhile meanwhile);
    }

    @GET
    public TemplateInstance policy(@QueryParam("said") @DefaultValue("") String said) {
        return shown(null, new Outcome(said, false), SPARE_ROWS);
    }

    @POST
    @SignedIn(Roles.AGENCY_APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> change(MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        if (inputs.value("do").equals("more")) {
            return RestResponse.ok(shown(inputs, Outcome.NONE, SPARE_ROWS));
        }
        UUID agency = agency();
        JsonNode before = policies.getAgency(agency).getEntity().path("policy");
        ObjectNode policy = PolicyForm.read(inputs, before);
        if (inputs.isFine()) {
            try {
                var answer = policies.setAgencyPolicy(agency, inputs.value("etag"), policy);
                return RestResponse.seeOther(URI.create("/policy?said=" + said(answer)));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(
                            RestResponse.Status.PRECONDITION_FAILED, shown(inputs, Outcome.STALE, 0));
                }
                Refusals.intoFields(inputs, problem, PolicyForm.called(inputs));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(inputs, Outcome.NONE, 0));
    }

    /** Another approver confirms what loosens a control, or it is given up. */
    @POST
    @Path("/changes/{changeId}/{act}")
    @SignedIn(Roles.AGENCY_APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> decide(
            @PathParam("changeId") String changeId, @PathParam("act") String act, MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        if (waiting.decide(agency(), changeId, act, inputs)) {
            return RestResponse.seeOther(URI.create("/policy?said=" + act));
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(inputs, Outcome.NONE, SPARE_ROWS));
    }

    private static String said(RestResponse<JsonNode> answer) {
        if (answer.getStatus() != RestResponse.StatusCode.ACCEPTED) {
            return "stored";
        }
        return answer.getEntity().path("state").asText().equals("AWAITS_DAY") ? "later" : "kept";
    }

    /** @param typed what was typed; null to show what is stored */
    private TemplateInstance shown(@Nullable Inputs typed, Outcome outcome, int spareRows) {
        UUID id = agency();
        var asked = panels.ask(Orders.NAME, () -> policies.getAgency(id));
        Panel<List<Adopted>> changes = panels.ask(Orders.NAME, () -> adopted(policies.listAgencyPolicies(id, CHANGES)));
        var answer = asked.value();
        JsonNode agency = answer.getEntity();
        JsonNode inForce = agency.path("policy");
        Own own = new Own(
                agency.path("name").asText(),
                agency.path("type").asText(),
                agency.path("agencyClass").asText());
        Shown now = shownOf(own, inForce);
        var reader = page.reader();
        Panel<PolicyChanges.All> open = panels.ask(Orders.NAME, () -> waiting.all(id, inForce, reader));
        Inputs inputs = typed != null && typed.has("etag") ? typed : stored(inForce, typed);
        return Templates.policy(
                own,
                attestedBy(inForce.path("ownPolicyAttestation")),
                inputs,
                Seen.of(inputs, answer.getHeaderString("ETag"), now, outcome.isStale()),
                Row.of(
                        "approvers",
                        "Approver",
                        Math.min(PolicyForm.MOST_APPROVERS, PolicyForm.rows(inputs) + spareRows)),
                PolicyForm.Action.values(),
                changes,
                open,
                UUID.randomUUID(),
                reader.roles().contains(Roles.AGENCY_APPROVER),
                outcome.said(),
                outcome.isStale() ? Meanwhile.of(inputs, now) : Meanwhile.NONE);
    }

    /** The agency and its policy are of one version, so the page tells of both. */
    private static Shown shownOf(Own own, JsonNode policy) {
        Shown shown = new Shown()
                .say("Name of the agency", own.name())
                .say("Kind of agency", Forms.words(own.type()))
                .say("Rules that it is under", Forms.words(own.agencyClass()));
        PolicyWords.say(shown, policy);
        return shown;
    }

    /** Returns the stored policy as fields, with what was wrong with another form of the page. */
    private static Inputs stored(JsonNode policy, @Nullable Inputs other) {
        var inputs = Inputs.of(PolicyForm.fields(policy));
        if (other != null) {
            other.errors().forEach(error -> inputs.wrongAsAWhole(error.name(), error.message()));
        }
        return inputs;
    }

    private static String attestedBy(JsonNode word) {
        return word.isMissingNode() || word.isNull()
                ? ""
                : word.path("attestedBy").asText() + ", "
                        + Forms.day(LocalDate.parse(word.path("attestedOn").asText()));
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
        return Ids.of(
                page.reader().agencyId(), "Your sign-in names no agency. Ask whoever gave it to you to add yours.");
    }
}
