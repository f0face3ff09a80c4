package org.opencmas.console.client;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
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

    @GET
    @Path("/agencies")
    AgencyPage listAgencies(
            @QueryParam("name") @Nullable String name,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/agencies/{agencyId}/policy-changes")
    ChangePage listAgencyPolicyChanges(@PathParam("agencyId") UUID agencyId, @QueryParam("limit") int limit);

    @POST
    @Path("/agencies/{agencyId}/policy-changes/{changeId}/confirmation")
    Change confirmAgencyPolicyChange(
            @PathParam("agencyId") UUID agencyId,
            @PathParam("changeId") UUID changeId,
            @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("/agencies/{agencyId}/policy-changes/{changeId}/withdrawal")
    Change withdrawAgencyPolicyChange(
            @PathParam("agencyId") UUID agencyId,
            @PathParam("changeId") UUID changeId,
            @HeaderParam("Idempotency-Key") String key);

    record AgencyPage(List<Agency> items, @Nullable String next) {}

    record Agency(UUID agencyId, String name, String type) {}

    record ChangePage(List<Change> items) {}

    /**
     * A policy that was set for a later day, or that waits for another person since it loosens a control.
     *
     * @param state {@code AWAITS_CONFIRMATION}, {@code AWAITS_DAY}, {@code ADOPTED} or {@code WITHDRAWN}
     * @param loosens the settings that it loosens, by the service's names
     */
    record Change(
            UUID changeId,
            String state,
            LocalDate effectiveOn,
            List<String> loosens,
            JsonNode policy,
            Act proposed,
            @Nullable Act confirmed,
            @Nullable Act withdrawn) {
        public boolean isWaiting() {
            return state.equals("AWAITS_CONFIRMATION") || state.equals("AWAITS_DAY");
        }
    }

    /** @param by the name of a person's sign-in */
    record Act(Instant at, String by) {}
}
