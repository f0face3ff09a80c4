package org.opencmas.console.offer;

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
import org.opencmas.console.client.Requests;
import org.opencmas.console.client.Requests.RequestForOffer;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.Row;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Takes an offer down as it came, with one that is late, incomplete or declined too. */
@Path("/requests/{requestId}/offers/new")
@PermitAll
@SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
@Produces(MediaType.TEXT_HTML)
public class OfferResource {
    private final Requests requests;

    OfferResource(@RestClient Requests requests) {
        this.requests = requests;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance offer(
                RequestForOffer request,
                Inputs inputs,
                List<Row> rows,
                OfferForm.NotResponsive[] notResponsive,
                OfferForm.Kind[] kinds,
                UUID key);
    }

    @GET
    public TemplateInstance begin(@PathParam("requestId") String requestId) {
        return shown(RequestResource.id(requestId), Inputs.of(Map.of()), OfferForm.FIRST_LINES);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> record(
            @PathParam("requestId") String requestId, MultivaluedMap<String, String> form) {
        UUID id = RequestResource.id(requestId);
        var inputs = Inputs.of(form);
        if (inputs.value("do").equals("more")) {
            return RestResponse.ok(shown(id, inputs, OfferForm.rows(inputs) + OfferForm.FIRST_LINES));
        }
        var offer = OfferForm.read(inputs);
        if (offer.isPresent()) {
            try {
                requests.recordOffer(id, inputs.value("key"), offer.get());
                return RestResponse.seeOther(URI.create("/requests/" + id + "#offers"));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem, OfferForm.called(inputs));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs, OfferForm.rows(inputs)));
    }

    private TemplateInstance shown(UUID id, Inputs inputs, int rows) {
        return Templates.offer(
                requests.getRequestForOffer(id).getEntity(),
                inputs,
                Row.of("lines", "Line", Math.min(OfferForm.MOST_LINES, rows)),
                OfferForm.NotResponsive.values(),
                OfferForm.Kind.values(),
                UUID.randomUUID());
    }
}
