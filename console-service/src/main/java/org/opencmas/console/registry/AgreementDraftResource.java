package org.opencmas.console.registry;

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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.department.AgreementDrafts;
import org.opencmas.console.client.department.AgreementDrafts.AgreementDraft;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
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

/** One draft of terms: what it would make of the agreement, and its activation by another person than drafted it. */
@Path("/agreement-drafts/{draftId}")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class AgreementDraftResource {
    private static final int REASON_LONGEST = 1_000;

    private final AgreementDrafts drafts;
    private final Panels panels;
    private final Persons persons;
    private final Page page;

    AgreementDraftResource(@RestClient AgreementDrafts drafts, Panels panels, Persons persons, Page page) {
        this.drafts = drafts;
        this.panels = panels;
        this.persons = persons;
        this.page = page;
    }

    /**
     * The draft on its page.
     *
     * @param seen the version that the forms are about
     * @param isOwn whether the reader drafted it, who therefore does not put it in force
     * @param preview null for a reader who may not see what it would make, and once it is decided
     * @param meanwhile what became of it, where a decision was refused for that
     */
    record Sheet(
            AgreementDraft draft,
            Seen seen,
            boolean isOwn,
            boolean mayActivate,
            boolean mayWithdraw,
            @Nullable Panel<PreviewView> preview,
            Meanwhile meanwhile) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance draft(Sheet sheet, Inputs inputs, UUID key);
    }

    @GET
    public TemplateInstance draft(@PathParam("draftId") String draftId) {
        return shown(id(draftId), Inputs.of(Map.of()), false);
    }

    @POST
    @Path("/activation")
    @SignedIn(Roles.DGS_APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> activate(
            @PathParam("draftId") String draftId, MultivaluedMap<String, String> form) {
        UUID id = id(draftId);
        var inputs = Inputs.of(form);
        return decided(id, inputs, () -> drafts.activateAgreementDraft(id, inputs.value("etag"), inputs.value("key")));
    }

    @POST
    @Path("/withdrawal")
    @SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> withdraw(
            @PathParam("draftId") String draftId, MultivaluedMap<String, String> form) {
        UUID id = id(draftId);
        var inputs = Inputs.of(form);
        String reason = inputs.reason("reason", REASON_LONGEST);
        return decided(
                id,
                inputs,
                () -> drafts.withdrawAgreementDraft(
                        id, inputs.value("etag"), inputs.value("key"), new AgreementDrafts.NewDraftWithdrawal(reason)));
    }

    private RestResponse<TemplateInstance> decided(UUID id, Inputs inputs, Runnable decision) {
        if (inputs.isFine()) {
            try {
                decision.run();
                return RestResponse.seeOther(URI.create("/agreement-drafts/" + id));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(id, inputs, true));
                }
                Refusals.intoFields(inputs, problem);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs, false));
    }

    private TemplateInstance shown(UUID id, Inputs inputs, boolean isStale) {
        var asked = panels.ask(Registry.NAME, () -> drafts.getAgreementDraft(id));
        if (asked.isMissing()) {
            throw new NoSuchPage("There is no draft with this address.");
        }
        AgreementDraft draft = asked.value().getEntity();
        Shown now = shownOf(draft);
        var roles = page.reader().roles();
        boolean isOpen = draft.state().equals("DRAFT");
        boolean isOwn = draft.draftedBy().equals(page.reader().subject());
        boolean isAnalyst = roles.contains(Roles.DGS_ANALYST);
        boolean isApprover = roles.contains(Roles.DGS_APPROVER);
        Panel<PreviewView> preview = isOpen && (isAnalyst || isApprover)
                ? panels.ask(Registry.NAME, () -> PreviewView.of(drafts.getAgreementDraftPreview(id)))
                : null;
        return Templates.draft(
                new Sheet(
                        draft,
                        Seen.of(inputs, asked.value().getHeaderString("ETag"), now, isStale),
                        isOwn,
                        isOpen && isApprover && !isOwn,
                        isOpen && (isAnalyst || isApprover),
                        preview,
                        isStale ? Meanwhile.of(inputs, now).withUnsent(inputs, isOpen) : Meanwhile.NONE),
                inputs,
                UUID.randomUUID());
    }

    /** A draft does not change but by what is decided on it. */
    private Shown shownOf(AgreementDraft draft) {
        Integer supplement = draft.supplementNumber();
        return new Shown()
                .say("State", Forms.words(draft.state()))
                .say(
                        "Decided",
                        draft.decidedAt() == null
                                ? ""
                                : Forms.moment(draft.decidedAt()) + " by " + persons.called(draft.decidedBy()))
                .say("Reason", draft.reason())
                .say(
                        "In force as",
                        supplement == null ? "" : supplement == 0 ? "the original" : "supplement " + supplement);
    }

    private static UUID id(String text) {
        return Ids.of(text, "There is no draft with this address.");
    }
}
