package org.opencmas.console.registry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.department.AgreementDrafts;
import org.opencmas.console.client.department.AgreementDrafts.DraftPage;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The drafts of agreements and supplements, and where one is begun. */
@Path("/agreement-drafts")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class AgreementDraftListResource {
    private static final List<String> STATES =
            Stream.of(State.values()).map(State::name).toList();

    private final AgreementDrafts drafts;

    AgreementDraftListResource(@RestClient AgreementDrafts drafts) {
        this.drafts = drafts;
    }

    /** How far a draft is. */
    enum State {
        DRAFT,
        ACTIVATED,
        WITHDRAWN
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance drafts(Inputs inputs, List<String> states, DraftPage found, String next);
    }

    @GET
    public RestResponse<TemplateInstance> drafts(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        inputs.name("of", "The agreement");
        String of = inputs.text("of");
        if (!of.isEmpty() && inputs.isFine()) {
            return RestResponse.seeOther(
                    URI.create(Address.of("agreements", of, "supplement").toString()));
        }
        if (inputs.has("of") && inputs.isFine()) {
            inputs.wrong("of", "must be the CMAS number that the supplement is for.");
        }
        String number = inputs.text("number");
        String state = inputs.choice("state", State.class).map(State::name).orElse(null);
        String cursor = Cursors.of(inputs);
        DraftPage found = new DraftPage(List.of(), null);
        if (inputs.isFine()) {
            try {
                found = drafts.listAgreementDrafts(Inputs.unlessEmpty(number), state, cursor, Cursors.ROWS);
            } catch (ServiceProblem problem) {
                if (problem.status() != 400) {
                    throw problem;
                }
                Refusals.intoFields(inputs, problem, Map.of("cmasNumber", "number"));
            }
        }
        return Answers.page(
                inputs,
                Templates.drafts(
                        inputs,
                        STATES,
                        found,
                        Cursors.next("/agreement-drafts", address.getQueryParameters(), found.next())));
    }
}
