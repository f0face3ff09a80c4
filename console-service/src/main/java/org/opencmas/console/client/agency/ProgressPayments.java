package org.opencmas.console.client.agency;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** The terms by which an order is paid in part as its work goes on. */
@Path("/v1/orders/{orderId}")
@RegisterRestClient(configKey = "order")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface ProgressPayments {
    /** The account as it came: what stands in its terms is what their form begins with. */
    @GET
    @Path("/account")
    JsonNode getOrderAccount(@PathParam("orderId") UUID orderId);

    /** @param terms the whole of them, in the place of those before */
    @PUT
    @Path("/progress-terms")
    RestResponse<Void> setProgressTerms(
            @PathParam("orderId") UUID orderId, @HeaderParam("If-Match") String seen, JsonNode terms);
}
