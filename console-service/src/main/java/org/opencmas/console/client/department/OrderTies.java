package org.opencmas.console.client.department;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** Orders that reports add and that look like known ones typed otherwise, and those that were tied. */
@Path("/v1")
@RegisterRestClient(configKey = "fees")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface OrderTies {
    @GET
    @Path("/order-look-alikes")
    LookAlikePage listOrderLookAlikes(
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @QueryParam("quarter") @Nullable String quarter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @POST
    @Path("/order-look-alikes/{lookAlikeId}/tie")
    OrderTie tieOrder(
            @PathParam("lookAlikeId") UUID lookAlikeId, @HeaderParam("Idempotency-Key") String key, TieReason reason);

    @GET
    @Path("/order-ties")
    TiePage listOrderTies(
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @POST
    @Path("/order-ties/{tieId}/withdrawal")
    OrderTie withdrawOrderTie(
            @PathParam("tieId") UUID tieId, @HeaderParam("Idempotency-Key") String key, TieReason reason);

    record LookAlikePage(List<LookAlike> items, @Nullable String next) {}

    /**
     * An order of a filed report and the known one that it looks like; agency, day, amount and amendment are the same on both sides.
     *
     * @param purchaseOrderNumber as the report has it
     * @param total US dollars before tax and freight
     * @param why how the two numbers differ
     */
    record LookAlike(
            UUID lookAlikeId,
            String cmasNumber,
            String quarter,
            String agencyName,
            String purchaseOrderNumber,
            int amendmentNumber,
            LocalDate purchaseOrderDate,
            BigDecimal total,
            UUID orderId,
            String knownOrderNumber,
            String sureness,
            String why) {}

    record TiePage(List<OrderTie> items, @Nullable String next) {}

    /** @param withdrawal null while it holds */
    record OrderTie(
            UUID tieId,
            String cmasNumber,
            String quarter,
            String agencyName,
            String purchaseOrderNumber,
            int amendmentNumber,
            UUID orderId,
            String knownOrderNumber,
            TieAct tied,
            @Nullable TieAct withdrawal) {
        /** Whether it holds, and ties an order to this known one. */
        public boolean holdsFor(UUID knownOrder) {
            return withdrawal == null && orderId.equals(knownOrder);
        }
    }

    /** Who tied two orders or withdrew that, when and why. */
    record TieAct(String by, Instant at, String reason) {}

    record TieReason(String reason) {}
}
