package org.opencmas.console.client.agency;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** The early end of an order, and the stop of its work. Figures are texts, as they are sent. */
@Path("/v1/orders/{orderId}")
@RegisterRestClient(configKey = "order")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface OrderEnds {
    @POST
    @Path("/stop-work")
    RestResponse<Void> stopWork(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewWorkOrder stop);

    @POST
    @Path("/resumption")
    RestResponse<Void> resumeWork(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewWorkOrder resumption);

    @POST
    @Path("/termination")
    RestResponse<Void> terminateOrder(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewTermination termination);

    record NewWorkOrder(@Nullable LocalDate effectiveOn, String reason) {}

    /** @param remainingSubOrders the worth that stays with each group that keeps some */
    record NewTermination(
            @Nullable String ground,
            @Nullable LocalDate terminatedOn,
            String reason,
            List<NewRemaining> remainingSubOrders) {}

    record NewRemaining(int subNumber, String amount) {}
}
