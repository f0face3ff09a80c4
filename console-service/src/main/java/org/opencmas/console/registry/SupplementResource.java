package org.opencmas.console.registry;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.department.AgreementDrafts;
import org.opencmas.console.client.department.AgreementDrafts.DraftPage;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.Row;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/**
 * A supplement is written as the whole of the new terms, which begin as those of today. It can be looked at before it is stored, and is stored as a draft, which another
 * person puts in force.
 */
@Path("/agreements/{number}/supplement")
@PermitAll
@SignedIn(Roles.DGS_ANALYST)
@Produces(MediaType.TEXT_HTML)
public class SupplementResource {
    private static final int SPARE_ROWS = 1;

    private final AgreementDrafts drafts;
    private final Panels panels;

    SupplementResource(@RestClient AgreementDrafts drafts, Panels panels) {
        this.drafts = drafts;
        this.panels = panels;
    }

    /**
     * The agreement that the supplement is for.
     *
     * @param supplementNumber the supplement in force today; 0 is the original
     * @param seen the version that the form began with; a supplement that was written on another one is not stored
     */
    record Of(String cmasNumber, String contractorName, int supplementNumber, Seen seen) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance supplement(
                Of of,
                Inputs inputs,
                List<Row> certifications,
                TermChoices choices,
                UUID key,
                @Nullable PreviewView preview,
                Panel<DraftPage> open,
                Meanwhile meanwhile);
    }

    @GET
    public TemplateInstance begin(@PathParam("number") String number) {
        return shown(number, null, null, false, SPARE_ROWS);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> send(
            @PathParam("number") String number, MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        String wish = inputs.value("do");
        if (wish.equals("more")) {
            return RestResponse.ok(shown(number, inputs, null, false, SPARE_ROWS));
        }
        JsonNode supplement = TermsForm.supplement(inputs);
        if (inputs.isFine()) {
            try {
                if (wish.equals("preview")) {
                    PreviewView preview = PreviewView.of(drafts.previewSupplement(number, supplement));
                    return RestResponse.ok(shown(number, inputs, preview, false, 0));
                }
                var draft = drafts.draftSupplement(number, inputs.value("etag"), inputs.value("key"), supplement);
                return RestResponse.seeOther(URI.create("/agreement-drafts/" + draft.draftId()));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return changed(number, inputs, supplement);
                }
                Refusals.intoFields(inputs, problem, TermsForm.called(inputs));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(number, inputs, null, false, 0));
    }

    /** Shows what changed in the agreement, and what the supplement would make of it as it is now where that can be told. */
    private RestResponse<TemplateInstance> changed(String number, Inputs inputs, JsonNode supplement) {
        PreviewView preview = null;
        try {
            preview = PreviewView.of(drafts.previewSupplement(number, supplement));
        } catch (ServiceProblem problem) {
            Refusals.intoFields(inputs, problem, TermsForm.called(inputs));
        }
        return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(number, inputs, preview, true, 0));
    }

    /** @param typed what was typed; null to begin with today's terms */
    private TemplateInstance shown(
            String number, @Nullable Inputs typed, @Nullable PreviewView preview, boolean isStale, int spareRows) {
        var asked = panels.ask(Registry.NAME, () -> drafts.getAgreement(number));
        Panel<DraftPage> open = panels.ask(Registry.NAME, () -> drafts.listAgreementDrafts(number, "DRAFT", null, 1));
        if (asked.isMissing()) {
            throw new NoSuchPage("There is no agreement with this number.");
        }
        JsonNode agreement = asked.value().getEntity();
        Inputs inputs = typed == null ? Inputs.of(TermsForm.fields(agreement)) : typed;
        Shown now = AgreementShown.of(agreement);
        return Templates.supplement(
                new Of(
                        agreement.path("cmasNumber").asText(),
                        agreement.path("contractorName").asText(),
                        agreement.path("supplementNumber").asInt(),
                        Seen.of(inputs, asked.value().getHeaderString("ETag"), now, isStale)),
                inputs,
                Row.of("listedCertifications", "Certification", TermsForm.rows(inputs) + spareRows),
                TermChoices.ALL,
                UUID.randomUUID(),
                preview,
                open,
                isStale ? Meanwhile.of(inputs, now) : Meanwhile.NONE);
    }
}
