package org.opencmas.console.offer;

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
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Requests;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The agency's requests for offer, newest first; a contractor sees those that it was asked in, DGS and its reviewers all. */
@Path("/requests")
@PermitAll
@SignedIn({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.CONTRACTOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
@Produces(MediaType.TEXT_HTML)
public class RequestListResource {
    private final Requests requests;
    private final Page page;

    RequestListResource(@RestClient Requests requests, Page page) {
        this.requests = requests;
        this.page = page;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance requests(
                Inputs inputs, RequestState[] states, List<Requests.Summary> rows, String next, boolean mayWrite);
    }

    @GET
    public RestResponse<TemplateInstance> requests(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String state = inputs.choice("state", RequestState.class)
                .map(RequestState::name)
                .orElse(null);
        String cursor = Cursors.of(inputs);
        var found = inputs.isFine()
                ? requests.listRequestsForOffer(state, cursor, Cursors.ROWS)
                : new Requests.RequestPage(List.of(), null);
        return Answers.page(
                inputs,
                Templates.requests(
                        inputs,
                        RequestState.values(),
                        found.items(),
                        Cursors.next("/requests", address.getQueryParameters(), found.next()),
                        page.reader().holdsOneOf(RequestPages.WRITERS)));
    }
}
