package org.opencmas.console.offer;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** A request for offer that begins. An address of its own, since one of all requests would give way to that of one request. */
@Path("/requests/new")
@PermitAll
@SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
@Produces(MediaType.TEXT_HTML)
public class NewRequestResource {
    private final RequestTextResource text;

    NewRequestResource(RequestTextResource text) {
        this.text = text;
    }

    @GET
    public TemplateInstance begin() {
        return text.begin();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> draft(MultivaluedMap<String, String> form) {
        return text.draft(form);
    }
}
