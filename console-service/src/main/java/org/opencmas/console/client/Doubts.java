package org.opencmas.console.client;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** What the order service finds hardly meant, and what is said to that. */
@Path("/v1")
@RegisterRestClient(configKey = "order")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Doubts {
    @GET
    @Path("/orders/{orderId}/doubts")
    OrderDoubts getOrderDoubts(@PathParam("orderId") UUID orderId);

    @POST
    @Path("/orders/{orderId}/confirmations")
    Confirmed confirmDoubts(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewConfirmations confirmations);

    record OrderDoubts(int documentVersion, List<AskedDoubt> doubts) {}

    /** @param explanation with which it was confirmed; null while it is not */
    record AskedDoubt(
            String pointer,
            String kind,
            String message,
            boolean needsConfirmation,
            @Nullable String explanation) {}

    record NewConfirmations(List<NewConfirmation> confirmations) {}

    record NewConfirmation(String kind, String pointer, String explanation) {}

    record Confirmed(UUID orderId, int documentVersion) {}
}
