package org.opencmas.console.offer;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.PricedAgreements;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.Requests;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/**
 * One request for offer: its text with what is advised, whom it went to, the offers side by side, the four steps and the
 * determination, from which the draft order comes.
 */
@Path("/requests/{requestId}")
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
public class RequestResource implements RequestForms.Holders {
    private static final int REASON_LONGEST = 1_000;

    private final Requests requests;
    private final PricedAgreements agreements;
    private final Registry registry;
    private final RequestPages pages;
    private final Panels panels;

    RequestResource(
            @RestClient Requests requests,
            @RestClient PricedAgreements agreements,
            @RestClient Registry registry,
            RequestPages pages,
            Panels panels) {
        this.requests = requests;
        this.agreements = agreements;
        this.registry = registry;
        this.pages = pages;
        this.panels = panels;
    }

    @GET
    public TemplateInstance request(@PathParam("requestId") String requestId) {
        return pages.shown(id(requestId), Inputs.of(Map.of()));
    }

    @POST
    @Path("/sending")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> send(
            @PathParam("requestId") String requestId, MultivaluedMap<String, String> form) {
        UUID id = id(requestId);
        return act(id, "sending", form, inputs -> {
            Requests.NewSending sending = RequestForms.sending(inputs, this, panels.today());
            if (inputs.isFine()) {
                requests.sendRequestForOffer(id, seen(inputs), key(inputs), sending);
            }
            return Optional.empty();
        });
    }

    @POST
    @Path("/closing")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> close(
            @PathParam("requestId") String requestId, MultivaluedMap<String, String> form) {
        UUID id = id(requestId);
        return act(id, "closing", form, inputs -> {
            String early = inputs.paragraphs("earlyReason", REASON_LONGEST);
            if (inputs.isFine()) {
                requests.closeRequestForOffer(id, Inputs.unlessEmpty(early), seen(inputs), key(inputs));
            }
            return Optional.empty();
        });
    }

    @POST
    @Path("/cancellation")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> cancel(
            @PathParam("requestId") String requestId, MultivaluedMap<String, String> form) {
        UUID id = id(requestId);
        return act(id, "cancellation", form, inputs -> {
            String reason = inputs.paragraphs("cancelReason", REASON_LONGEST);
            inputs.name("cancelReason", "Reason");
            if (reason.isEmpty()) {
                inputs.wrong("cancelReason", "must say why the request is cancelled.");
            } else if (inputs.isFine()) {
                requests.cancelRequestForOffer(id, seen(inputs), key(inputs), new Requests.NewCancellation(reason));
            }
            return Optional.empty();
        });
    }

    @POST
    @Path("/steps")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> step(
            @PathParam("requestId") String requestId, MultivaluedMap<String, String> form) {
        UUID id = id(requestId);
        return act(id, "steps", form, inputs -> {
            RequestForms.step(inputs, pages.view(id))
                    .ifPresent(step -> requests.recordBestValueStep(id, seen(inputs), key(inputs), step));
            return Optional.empty();
        });
    }

    @POST
    @Path("/determination")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> determine(
            @PathParam("requestId") String requestId, MultivaluedMap<String, String> form) {
        UUID id = id(requestId);
        return act(id, "determination", form, inputs -> {
            RequestForms.determination(inputs)
                    .ifPresent(found -> requests.determineBestValue(id, seen(inputs), key(inputs), found));
            return Optional.empty();
        });
    }

    /** Drafts the order of the offer that was found best value, and leads to it. */
    @POST
    @Path("/order")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> order(
            @PathParam("requestId") String requestId, MultivaluedMap<String, String> form) {
        UUID id = id(requestId);
        return act(
                id,
                "order",
                form,
                inputs -> RequestForms.order(inputs, pages.view(id))
                        .map(order -> "/orders/"
                                + requests.draftOrderOfDetermination(id, seen(inputs), key(inputs), order)
                                        .orderId()));
    }

    /** What a form asks for. */
    private interface Act {
        /** @return the page to go to; empty for the request's own */
        Optional<String> run(Inputs inputs);
    }

    /** @param link the name of the act's link, which the request has while it is possible */
    private RestResponse<TemplateInstance> act(UUID id, String link, MultivaluedMap<String, String> form, Act act) {
        var inputs = RequestForms.fields(form);
        Optional<String> next = Optional.empty();
        try {
            next = act.run(inputs);
        } catch (ServiceProblem problem) {
            if (problem.status() == 412) {
                return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, pages.changed(id, inputs, link));
            }
            Refusals.intoFields(inputs, problem, RequestForms.called(inputs));
        }
        return inputs.isFine()
                ? RestResponse.seeOther(URI.create(next.orElse("/requests/" + id)))
                : RestResponse.status(RestResponse.Status.BAD_REQUEST, pages.shown(id, inputs));
    }

    @Override
    public Optional<PricedAgreements.Holder> holder(Inputs inputs, String field, String number) {
        try {
            return Optional.of(agreements.holder(number));
        } catch (ServiceProblem unknown) {
            inputs.wrong(field, "is no CMAS that the registry knows. " + unknown.detail());
            return Optional.empty();
        }
    }

    @Override
    public Registry.Contractor contractor(UUID contractorId) {
        return registry.contractor(contractorId);
    }

    private static String seen(Inputs inputs) {
        return inputs.value("etag");
    }

    private static String key(Inputs inputs) {
        return inputs.value("key");
    }

    static UUID id(String text) {
        return Ids.of(text, "There is no request for offer with this address, or it is not yours to see.");
    }
}
