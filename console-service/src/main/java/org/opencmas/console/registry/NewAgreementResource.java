package org.opencmas.console.registry;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.department.AgreementDrafts;
import org.opencmas.console.client.department.Contractors;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.Row;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** A new agreement of a contractor that is registered: stored as a draft, which another person puts in force. */
@Path("/agreement-drafts/new")
@PermitAll
@SignedIn(Roles.DGS_ANALYST)
@Produces(MediaType.TEXT_HTML)
public class NewAgreementResource {
    private static final int SPARE_ROWS = 1;

    private final AgreementDrafts drafts;
    private final Contractors contractors;

    NewAgreementResource(@RestClient AgreementDrafts drafts, @RestClient Contractors contractors) {
        this.drafts = drafts;
        this.contractors = contractors;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance agreement(
                String contractorId,
                String legalName,
                Inputs inputs,
                List<Row> certifications,
                TermChoices choices,
                UUID key);
    }

    @GET
    public TemplateInstance begin(@QueryParam("contractor") @DefaultValue("") String contractor) {
        JsonNode who = contractor(contractor);
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("contractorName", List.of(who.path("legalName").asText()));
        return shown(contractor, who, Inputs.of(fields), SPARE_ROWS);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> send(MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        String contractor = inputs.value("contractor");
        JsonNode who = contractor(contractor);
        if (inputs.value("do").equals("more")) {
            return RestResponse.ok(shown(contractor, who, inputs, SPARE_ROWS));
        }
        JsonNode agreement = TermsForm.agreement(inputs, contractor);
        if (inputs.isFine()) {
            try {
                var draft = drafts.draftAgreement(inputs.value("key"), agreement);
                return RestResponse.seeOther(URI.create("/agreement-drafts/" + draft.draftId()));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem, TermsForm.called(inputs));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(contractor, who, inputs, 0));
    }

    private JsonNode contractor(String id) {
        try {
            return contractors.getContractor(UUID.fromString(id)).getEntity();
        } catch (IllegalArgumentException none) {
            throw new NoSuchPage("A new agreement begins at its contractor's page.");
        }
    }

    private static TemplateInstance shown(String contractor, JsonNode who, Inputs inputs, int spareRows) {
        return Templates.agreement(
                contractor,
                who.path("legalName").asText(),
                inputs,
                Row.of("listedCertifications", "Certification", TermsForm.rows(inputs) + spareRows),
                TermChoices.ALL,
                UUID.randomUUID());
    }
}
