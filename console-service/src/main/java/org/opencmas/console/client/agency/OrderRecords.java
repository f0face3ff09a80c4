package org.opencmas.console.client.agency;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** What an agency writes down of an order for its file: dealings with the contractor, bonds, and where pieces are kept. Each is only ever added. */
@Path("/v1/orders/{orderId}")
@RegisterRestClient(configKey = "order")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface OrderRecords {
    @GET
    @Path("/dealings")
    Dealings listDealings(@PathParam("orderId") UUID orderId, @QueryParam("limit") int limit);

    @POST
    @Path("/dispatches")
    RestResponse<Void> recordDispatch(
            @PathParam("orderId") UUID orderId, @HeaderParam("Idempotency-Key") String key, JsonNode dispatch);

    @POST
    @Path("/contacts")
    RestResponse<Void> recordContact(
            @PathParam("orderId") UUID orderId, @HeaderParam("Idempotency-Key") String key, JsonNode contact);

    @POST
    @Path("/negotiated-provisions")
    RestResponse<Void> recordNegotiatedProvision(
            @PathParam("orderId") UUID orderId, @HeaderParam("Idempotency-Key") String key, JsonNode provision);

    @POST
    @Path("/bonds")
    RestResponse<Void> recordBond(
            @PathParam("orderId") UUID orderId, @HeaderParam("Idempotency-Key") String key, JsonNode bond);

    @POST
    @Path("/file-items")
    RestResponse<Void> recordFileItem(
            @PathParam("orderId") UUID orderId, @HeaderParam("Idempotency-Key") String key, JsonNode item);

    /**
     * @param items the oldest first
     * @param next address of the page that follows, when there is one
     */
    record Dealings(List<Dealing> items, @Nullable String next) {}

    /** @param kind DISPATCH, CONTACT or NEGOTIATED_PROVISION, of which the part of that name is there */
    record Dealing(
            String kind,
            LocalDate happenedOn,
            Instant recordedAt,
            String recordedBy,
            @Nullable Dispatch dispatch,
            @Nullable Contact contact,
            @Nullable Provision negotiatedProvision) {}

    record Dispatch(String method, String sentTo, @Nullable String form) {}

    record Contact(String spokeWith, String about) {}

    record Provision(
            String text,
            String acceptedByAgency,
            LocalDate agencyAcceptedOn,
            String acceptedByContractor,
            LocalDate contractorAcceptedOn) {}
}
