package org.opencmas.console.contractor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.department.Contractors;
import org.opencmas.console.client.department.Contractors.NameChange;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.person.Persons;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/**
 * A change of a contractor's legal name (CON-NAME-CHANGE): asked for with evidence, decided by another person, and then printed on the agreements by a supplement each.
 */
@Path("/contractors/{contractorId}/name-changes")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR, Roles.CONTRACTOR})
@Produces(MediaType.TEXT_HTML)
public class NameChangeResource {
    private static final int EVIDENCE_LONGEST = 500;
    private static final int REASON_LONGEST = 1_000;

    private final Contractors contractors;
    private final Panels panels;
    private final Persons persons;
    private final Page page;

    NameChangeResource(@RestClient Contractors contractors, Panels panels, Persons persons, Page page) {
        this.contractors = contractors;
        this.panels = panels;
        this.persons = persons;
        this.page = page;
    }

    /** What a case is decided with. */
    enum Decision {
        APPROVED,
        REFUSED
    }

    /**
     * The case on its page.
     *
     * @param seen the version that the forms are about
     * @param isOwn whether the reader asked for it, who therefore does not decide on it
     * @param meanwhile what became of it, where a form was refused for that
     */
    record Case(
            UUID contractorId,
            NameChange change,
            Seen seen,
            boolean isOwn,
            boolean mayDecide,
            boolean maySupplement,
            Meanwhile meanwhile) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ask(UUID contractorId, String legalName, Inputs inputs, UUID key);

        static native TemplateInstance change(Case it, Inputs inputs, UUID key);
    }

    @GET
    @Path("/new")
    @SignedIn({Roles.DGS_ANALYST, Roles.CONTRACTOR})
    public TemplateInstance begin(@PathParam("contractorId") String contractorId) {
        return asking(ContractorResource.id(contractorId), Inputs.of(Map.of()));
    }

    @POST
    @Path("/new")
    @SignedIn({Roles.DGS_ANALYST, Roles.CONTRACTOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> ask(
            @PathParam("contractorId") String contractorId, MultivaluedMap<String, String> form) {
        UUID id = ContractorResource.id(contractorId);
        var inputs = Inputs.of(form);
        inputs.name("link", "Address of the evidence");
        String name = inputs.text("newLegalName");
        if (name.isEmpty()) {
            inputs.wrong("newLegalName", "must be given, as it is in law.");
        }
        var on = inputs.day("legalChangeOn");
        if (on.isEmpty()) {
            inputs.wrong("legalChangeOn", "must be given.");
        }
        String evidence = inputs.paragraphs("evidence", EVIDENCE_LONGEST);
        if (evidence.isEmpty()) {
            inputs.wrong("evidence", "must say what shows the change, such as a filing with the Secretary of State.");
        }
        String link = inputs.text("link");
        if (inputs.isFine()) {
            try {
                NameChange change = contractors.requestNameChange(
                        id,
                        inputs.value("key"),
                        new Contractors.NewNameChange(
                                name,
                                on.orElse(null),
                                List.of(new Contractors.Evidence(evidence, Inputs.unlessEmpty(link)))));
                return RestResponse.seeOther(address(id, change.caseId()));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(
                        inputs, problem, Map.of("/evidence/0/description", "evidence", "/evidence/0/link", "link"));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, asking(id, inputs));
    }

    @GET
    @Path("/{caseId}")
    public TemplateInstance change(@PathParam("contractorId") String contractorId, @PathParam("caseId") String caseId) {
        return shown(ContractorResource.id(contractorId), id(caseId), Inputs.of(Map.of()), false);
    }

    @POST
    @Path("/{caseId}/decision")
    @SignedIn(Roles.DGS_APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> decide(
            @PathParam("contractorId") String contractorId,
            @PathParam("caseId") String caseId,
            MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        String decision =
                inputs.choice("decision", Decision.class).map(Decision::name).orElse("");
        if (decision.isEmpty()) {
            inputs.wrong("decision", "must be chosen.");
        }
        String reason = inputs.reason("reason", REASON_LONGEST);
        UUID contractor = ContractorResource.id(contractorId);
        UUID id = id(caseId);
        return done(
                contractor,
                id,
                inputs,
                () -> contractors.decideNameChange(
                        contractor,
                        id,
                        inputs.value("etag"),
                        inputs.value("key"),
                        new Contractors.NewNameChangeDecision(decision, reason)));
    }

    @POST
    @Path("/{caseId}/supplements")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> supplement(
            @PathParam("contractorId") String contractorId,
            @PathParam("caseId") String caseId,
            MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        var from = inputs.day("effectiveOn");
        if (from.isEmpty()) {
            inputs.wrong("effectiveOn", "must be the first day on which the agreements print the new name.");
        }
        UUID contractor = ContractorResource.id(contractorId);
        UUID id = id(caseId);
        return done(
                contractor,
                id,
                inputs,
                () -> contractors.supplementNameChange(
                        contractor,
                        id,
                        inputs.value("etag"),
                        inputs.value("key"),
                        new Contractors.NewNameSupplements(from.orElse(null))));
    }

    private RestResponse<TemplateInstance> done(UUID contractor, UUID id, Inputs inputs, Runnable act) {
        if (inputs.isFine()) {
            try {
                act.run();
                return RestResponse.seeOther(address(contractor, id));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(
                            RestResponse.Status.PRECONDITION_FAILED, shown(contractor, id, inputs, true));
                }
                Refusals.intoFields(inputs, problem);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(contractor, id, inputs, false));
    }

    private TemplateInstance asking(UUID id, Inputs inputs) {
        var reader = page.reader();
        if (reader.roles().contains(Roles.CONTRACTOR) && !reader.contractorId().equals(id.toString())) {
            throw new NoSuchPage("There is no contractor with this address, or it is not yours to see.");
        }
        String name =
                contractors.getContractor(id).getEntity().path("legalName").asText();
        return Templates.ask(id, name, inputs, UUID.randomUUID());
    }

    private TemplateInstance shown(UUID contractor, UUID id, Inputs inputs, boolean isStale) {
        var asked = panels.ask(Registry.NAME, () -> contractors.getNameChange(contractor, id));
        if (asked.isMissing()) {
            throw new NoSuchPage("There is no name change with this address, or it is not yours to see.");
        }
        NameChange change = asked.value().getEntity();
        Shown now = shownOf(change);
        var reader = page.reader();
        boolean isOwn = change.requestedBy().equals(reader.subject());
        boolean mayDecide =
                !isOwn && change.state().equals("REQUESTED") && reader.roles().contains(Roles.DGS_APPROVER);
        boolean maySupplement =
                change.state().equals("APPROVED") && reader.roles().contains(Roles.DGS_ANALYST);
        boolean isPossible = inputs.has("effectiveOn") ? maySupplement : mayDecide;
        return Templates.change(
                new Case(
                        contractor,
                        change,
                        Seen.of(inputs, asked.value().getHeaderString("ETag"), now, isStale),
                        isOwn,
                        mayDecide,
                        maySupplement,
                        isStale ? Meanwhile.of(inputs, now).withUnsent(inputs, isPossible) : Meanwhile.NONE),
                inputs,
                UUID.randomUUID());
    }

    private Shown shownOf(NameChange change) {
        Shown shown = new Shown()
                .say("State", Forms.words(change.state()))
                .say(
                        "Decided",
                        change.decidedAt() == null
                                ? ""
                                : Forms.moment(change.decidedAt()) + " by " + persons.called(change.decidedBy()))
                .say("Reason", change.decisionReason())
                .say("Supplements given", change.completedAt() == null ? "" : Forms.moment(change.completedAt()));
        change.agreements()
                .forEach(each -> shown.say(
                        "Printed on " + each.cmasNumber(),
                        each.contractorName() + (each.printsNewName() ? "" : ", not the new name")));
        return shown;
    }

    private static URI address(UUID contractor, UUID change) {
        return URI.create("/contractors/" + contractor + "/name-changes/" + change);
    }

    private static UUID id(String text) {
        return Ids.of(text, "There is no name change with this address, or it is not yours to see.");
    }
}
