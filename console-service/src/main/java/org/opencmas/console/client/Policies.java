package org.opencmas.console.client;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** An agency's policy as it came, so that a change keeps the settings that no page shows. */
@Path("/v1")
@RegisterRestClient(configKey = "order")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Policies {
    @GET
    @Path("/agencies/{agencyId}")
    RestResponse<JsonNode> getAgency(@PathParam("agencyId") UUID agencyId);

    @GET
    @Path("/agencies/{agencyId}/policies")
    JsonNode listAgencyPolicies(@PathParam("agencyId") UUID agencyId, @QueryParam("limit") int limit);

    @PUT
    @Path("/agencies/{agencyId}/policy")
    RestResponse<JsonNode> setAgencyPolicy(
            @PathParam("agencyId") UUID agencyId, @HeaderParam("If-Match") String seen, JsonNode policy);
}
