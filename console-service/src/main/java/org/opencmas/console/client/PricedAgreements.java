package org.opencmas.console.client;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** What someone who writes an order asks the contract registry: whose an agreement is, what it prices, and a contractor's name. */
@Path("/v1")
@RegisterRestClient(configKey = "registry")
@RegisterProvider(ServiceAnswersFilter.class)
public interface PricedAgreements {
    String NAME = "contract registry";

    @GET
    @Path("/agreements/{number}")
    Holder holder(@PathParam("number") String number);

    /**
     * Finds lines of a price list.
     *
     * @param item one item id
     * @param text words of the description
     */
    @GET
    @Path("/agreements/{number}/price-list")
    PricedLines lines(
            @PathParam("number") String number,
            @QueryParam("item") @Nullable String item,
            @QueryParam("text") @Nullable String text,
            @QueryParam("limit") int limit);

    @GET
    @Path("/contractors/{contractorId}")
    Named contractor(@PathParam("contractorId") UUID contractorId);

    record Holder(String cmasNumber, UUID contractorId, String contractorName) {}

    record PricedLines(List<PricedLine> items) {}

    record PricedLine(
            String itemId,
            String description,
            String unit,
            BigDecimal price,
            @Nullable String kind) {}

    record Named(String legalName) {}
}
