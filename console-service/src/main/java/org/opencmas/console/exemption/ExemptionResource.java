package org.opencmas.console.exemption;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Decisions;
import org.opencmas.console.client.Decisions.ExemptionDetermination;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.order.Names;
import org.opencmas.console.person.Persons;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Exemption determinations: the requests, what was asked and found, and the reviewer's decision with its reason. */
@Path("/exemptions")
@PermitAll
@SignedIn({
    Roles.EXEMPTION_REVIEWER,
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
@Produces(MediaType.TEXT_HTML)
public class ExemptionResource {
    private static final int REASON_LONGEST = 2_000;

    private final Decisions decisions;
    private final Names names;
    private final Persons persons;
    private final Page page;
    private final Clock clock;

    ExemptionResource(@RestClient Decisions decisions, Names names, Persons persons, Page page, Clock clock) {
        this.decisions = decisions;
        this.names = names;
        this.persons = persons;
        this.page = page;
        this.clock = clock;
    }

    /** How a determination may come out. */
    enum Outcome {
        EXEMPTION_REQUIRED,
        NO_EXEMPTION_NEEDED,
        USE_MANDATORY_LPA,
        REFER_TO_PMO,
        NOT_APPLICABLE
    }

    /** The reviewer's word. */
    enum Decided {
        APPROVED,
        DENIED
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance exemptions(
                Inputs inputs,
                Outcome[] outcomes,
                List<ExemptionDetermination> found,
                Map<UUID, String> agencies,
                String next);

        static native TemplateInstance exemption(
                ExemptionDetermination found,
                String agency,
                Seen seen,
                boolean mayDecide,
                Inputs inputs,
                UUID key,
                LocalDate today,
                Meanwhile meanwhile);
    }

    @GET
    public RestResponse<TemplateInstance> exemptions(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String outcome =
                inputs.choice("outcome", Outcome.class).map(Outcome::name).orElse(null);
        String cursor = Cursors.of(inputs);
        var found = inputs.isFine()
                ? decisions.listExemptionDeterminations(outcome, cursor, Cursors.ROWS)
                : new Decisions.DeterminationPage(List.of(), null);
        return Answers.page(
                inputs,
                Templates.exemptions(
                        inputs,
                        Outcome.values(),
                        found.items(),
                        names.agencies(found.items().stream()
                                .map(ExemptionDetermination::agencyId)
                                .toList()),
                        Cursors.next("/exemptions", address.getQueryParameters(), found.next())));
    }

    @GET
    @Path("/{determinationId}")
    public TemplateInstance exemption(@PathParam("determinationId") String determinationId) {
        return shown(id(determinationId), Inputs.of(Map.of()), false);
    }

    @POST
    @Path("/{determinationId}/decision")
    @SignedIn(Roles.EXEMPTION_REVIEWER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> decide(
            @PathParam("determinationId") String determinationId, MultivaluedMap<String, String> form) {
        UUID id = id(determinationId);
        var inputs = Inputs.of(form);
        var decision = inputs.choice("decision", Decided.class);
        if (decision.isEmpty()) {
            inputs.wrong("decision", "must be chosen.");
        }
        String reason = inputs.paragraphs("reason", REASON_LONGEST);
        if (reason.isEmpty()) {
            inputs.wrong("reason", "must say why, for the file.");
        }
        var on = inputs.day("decidedOn");
        if (on.isEmpty()) {
            inputs.wrong("decidedOn", "must be the day of the decision.");
        }
        if (decision.isPresent() && on.isPresent() && inputs.isFine()) {
            try {
                decisions.decideExemption(
                        id,
                        inputs.value("etag"),
                        inputs.value("key"),
                        new Decisions.NewDecision(decision.get().name(), reason, on.get()));
                return RestResponse.seeOther(URI.create("/exemptions/" + id));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(id, inputs, true));
                }
                Refusals.intoFields(inputs, problem);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs, false));
    }

    @GET
    @Path("/{determinationId}/paper")
    @Produces("application/pdf")
    public RestResponse<byte[]> paper(@PathParam("determinationId") String determinationId) {
        UUID id = id(determinationId);
        return RestResponse.ResponseBuilder.ok(decisions.getExemptionPaper(id).getEntity())
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", "inline; filename=\"exemption-" + id + ".pdf\"")
                .build();
    }

    private TemplateInstance shown(UUID id, Inputs inputs, boolean isStale) {
        RestResponse<ExemptionDetermination> answer = decisions.getExemptionDetermination(id);
        ExemptionDetermination found = answer.getEntity();
        boolean mayDecide = page.reader().roles().contains(Roles.EXEMPTION_REVIEWER)
                && found.decision() == null
                && found.determination().outcome().equals("EXEMPTION_REQUIRED");
        Shown now = shownOf(found);
        return Templates.exemption(
                found,
                names.agencies(List.of(found.agencyId())).getOrDefault(found.agencyId(), ""),
                Seen.of(inputs, answer.getHeaderString("ETag"), now, isStale),
                mayDecide,
                inputs,
                UUID.randomUUID(),
                LocalDate.now(clock),
                isStale ? Meanwhile.of(inputs, now).withUnsent(inputs, mayDecide) : Meanwhile.NONE);
    }

    private Shown shownOf(ExemptionDetermination found) {
        Shown shown = new Shown()
                .say("Outcome", Forms.words(found.determination().outcome()))
                .say("Standing", Forms.words(found.standing()));
        Decisions.DecisionMade decided = found.decision();
        if (decided != null) {
            shown.say(
                    "Decision",
                    Forms.words(decided.decision()) + " by " + persons.called(decided.decidedBy()) + ", "
                            + Forms.day(decided.decidedOn()) + ": " + decided.reason());
        }
        found.withdrawals()
                .forEach(each -> shown.say(
                        "Withdrawn",
                        Forms.words(each.point()) + ", by " + persons.called(each.withdrawnBy()) + ", "
                                + Forms.day(each.withdrawnOn()) + ": " + each.reason()));
        return shown;
    }

    private static UUID id(String text) {
        return Ids.of(text, "There is no determination with this address, or it is not yours to see.");
    }
}
