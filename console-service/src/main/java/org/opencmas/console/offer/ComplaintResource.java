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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Requests;
import org.opencmas.console.client.agency.Complaints;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The informal complaints about a request for offer: there is no formal protest, so the agency logs and answers them itself, and may share them with DGS. */
@Path("/requests/{requestId}/complaints")
@PermitAll
@SignedIn({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
@Produces(MediaType.TEXT_HTML)
public class ComplaintResource {
    private static final int TEXT_LONGEST = 4_000;

    private final Requests requests;
    private final Complaints complaints;
    private final Panels panels;
    private final Page page;

    ComplaintResource(@RestClient Requests requests, @RestClient Complaints complaints, Panels panels, Page page) {
        this.requests = requests;
        this.complaints = complaints;
        this.panels = panels;
        this.page = page;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance complaints(
                Requests.RequestForOffer request,
                List<Complaints.Complaint> log,
                Inputs inputs,
                UUID key,
                LocalDate today,
                boolean mayWrite);
    }

    @GET
    public TemplateInstance complaints(@PathParam("requestId") String requestId) {
        return shown(RequestResource.id(requestId), Inputs.of(Map.of()));
    }

    @POST
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> log(
            @PathParam("requestId") String requestId, MultivaluedMap<String, String> form) {
        UUID id = RequestResource.id(requestId);
        var inputs = Inputs.of(form);
        inputs.name("complainant", "Who complains");
        inputs.name("about", "What it is about");
        String complainant = required(inputs, "complainant", inputs.text("complainant"));
        String about = required(inputs, "about", inputs.paragraphs("about", TEXT_LONGEST));
        var receivedOn = inputs.day("receivedOn");
        if (receivedOn.isEmpty()) {
            inputs.wrong("receivedOn", "must be given.");
        }
        var complaint = new Complaints.NewComplaint(
                complainant,
                about,
                receivedOn.orElse(null),
                inputs.value("sharedWithDgs").equals("true"));
        return done(id, inputs, Map.of(), () -> complaints.recordComplaint(id, inputs.value("key"), complaint));
    }

    /** Added to the complaint; nothing is changed. The fields of each complaint's form begin with its id. */
    @POST
    @Path("/{complaintId}/answers")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> answer(
            @PathParam("requestId") String requestId,
            @PathParam("complaintId") String complaintId,
            MultivaluedMap<String, String> form) {
        UUID id = RequestResource.id(requestId);
        UUID complaint = Ids.of(complaintId, "There is no complaint with this address.");
        var inputs = Inputs.of(form);
        String at = complaint + ".";
        String text = required(inputs, at + "answer", inputs.paragraphs(at + "answer", TEXT_LONGEST));
        var answeredOn = inputs.day(at + "answeredOn");
        if (answeredOn.isEmpty()) {
            inputs.wrong(at + "answeredOn", "must be the day of the answer.");
        }
        String by = inputs.text(at + "answeredBy");
        var answer = new Complaints.NewAnswer(text, answeredOn.orElse(null), Inputs.unlessEmpty(by));
        return done(
                id,
                inputs,
                Map.of("/answer", at + "answer", "/answeredOn", at + "answeredOn", "/answeredBy", at + "answeredBy"),
                () -> complaints.answerComplaint(id, complaint, inputs.value("key"), answer));
    }

    private RestResponse<TemplateInstance> done(UUID id, Inputs inputs, Map<String, String> called, Runnable act) {
        if (inputs.isFine()) {
            try {
                act.run();
                return RestResponse.seeOther(URI.create("/requests/" + id + "/complaints"));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem, called);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs));
    }

    private TemplateInstance shown(UUID id, Inputs inputs) {
        var request = panels.ask(Orders.NAME, () -> requests.getRequestForOffer(id));
        var log = panels.ask(Orders.NAME, () -> complaints.listComplaints(id));
        if (request.isMissing()) {
            throw new NoSuchPage("There is no request for offer with this address, or it is not yours to see.");
        }
        var roles = page.reader().roles();
        return Templates.complaints(
                request.value().getEntity(),
                log.value().complaints(),
                inputs,
                UUID.randomUUID(),
                panels.today(),
                roles.contains(Roles.AGENCY_BUYER) || roles.contains(Roles.AGENCY_APPROVER));
    }

    private static String required(Inputs inputs, String field, String text) {
        if (text.isEmpty()) {
            inputs.wrong(field, "must be given.");
        }
        return text;
    }
}
