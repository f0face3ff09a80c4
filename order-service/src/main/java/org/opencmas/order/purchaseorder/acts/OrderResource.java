package org.opencmas.order.purchaseorder.acts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.IdempotencyKey;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.decision.DecisionWaitFilter;
import org.opencmas.order.purchaseorder.history.OrderHistory;
import org.opencmas.order.purchaseorder.intake.NewAmendment;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.placing.PlaceOrder;
import org.opencmas.order.purchaseorder.reading.OrderSearch;
import org.opencmas.order.purchaseorder.reading.OrderView;
import org.opencmas.order.purchaseorder.reading.ReadOrder;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.purchaseorder.store.Placement.RequestKey;
import org.opencmas.orderbody.NewOrder;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.terms.Roles;

/** Orders: placing, finding, reading and mending them before they are issued. */
@Path("/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders", description = "Purchase orders as immutable versions.")
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.CONTRACTOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class OrderResource {
    private final PlaceOrder place;
    private final AmendOrder amend;
    private final ReadOrder read;
    private final IdempotencyKey key;
    private final Caller caller;

    OrderResource(PlaceOrder place, AmendOrder amend, ReadOrder read, IdempotencyKey key, Caller caller) {
        this.place = place;
        this.amend = amend;
        this.read = read;
        this.key = key;
        this.caller = caller;
    }

    @Schema(name = "OrderHistory")
    record History(UUID orderId, List<OrderHistory.Entry> entries) {}

    @POST
    @Parameter(name = IdempotencyKey.HEADER, in = ParameterIn.HEADER)
    @DecisionWaitFilter.AwaitsDecision
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @CheckedBy(IdempotencyKey.Check.class)
    @Operation(operationId = "placeOrder", summary = "Place an order")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER)
    @APIResponseSchema(
            value = OrderView.class,
            responseCode = "201",
            responseDescription = "Stored as a draft, or decided within the wait: ISSUED, or RETURNED with findings.")
    @APIResponse(responseCode = "202", description = "Stored and sent for its decision.")
    public Response place(@NotNull @Valid NewOrder body) {
        PlaceOrder.Placed placed = place.place(
                body,
                Visibility.agencyOf(caller),
                new RequestKey(caller.subject(), key.value(), key.requestHash()),
                Requester.of(caller));
        OrderVersion version = placed.order().latest();
        var response = Response.status(version.state() == OrderState.DRAFT ? 201 : 202)
                .location(URI.create("/v1/orders/" + version.document().orderId()))
                .header(HttpHeaders.ETAG, ETags.of(1))
                .entity(OrderView.of(placed.order(), version));
        return placed.replayed()
                ? response.header("Idempotency-Replayed", "true").build()
                : response.build();
    }

    @GET
    @CheckedBy(OrderSearch.Filter.Check.class)
    @Operation(operationId = "listOrders", summary = "List orders, newest first")
    public Page<OrderSearch.Summary> list(
            @QueryParam("agencyId") @Nullable String agencyId,
            @QueryParam("contractorId") @Nullable String contractorId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @QueryParam("agencyOrderNumber") @Nullable String agencyOrderNumber,
            @QueryParam("from") @Nullable String from,
            @QueryParam("through") @Nullable String through,
            @BeanParam Paging paging) {
        OrderSearch.Filter filter = OrderSearch.Filter.read(
                agencyId, contractorId, state, cmasNumber, agencyOrderNumber, from, through, paging.after(1));
        int count = paging.count();
        List<OrderSearch.Summary> found = read.list(Visibility.of(caller), filter, count);
        return paging.page(found, summary -> Cursor.of(summary.orderId().toString()));
    }

    @GET
    @Path("/{orderId}")
    @Operation(operationId = "getOrder", summary = "Read an order as it stands")
    @APIResponseSchema(
            value = OrderView.class,
            responseCode = "200",
            responseDescription = "The order; its ETag is what a change needs in If-Match.")
    public Response read(UUID orderId) {
        return answer(read.standing(orderId, Visibility.of(caller)));
    }

    @GET
    @Path("/{orderId}/versions/{number}")
    @Operation(operationId = "getOrderVersion", summary = "Read one version of an order")
    @APIResponseSchema(value = OrderView.class, responseCode = "200", responseDescription = "The version.")
    public Response version(UUID orderId, int number) {
        return answer(read.version(orderId, number, Visibility.of(caller)));
    }

    @PUT
    @Path("/{orderId}")
    @DecisionWaitFilter.AwaitsDecision
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "reviseOrder", summary = "Write a new version of a draft or returned order")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER)
    @APIResponseSchema(
            value = OrderView.class,
            responseCode = "200",
            responseDescription = "The new version: kept, sent, or decided within the wait.")
    public Response revise(
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewAmendment body) {
        ChangeOrder.Changed changed =
                amend.revise(orderId, body, Visibility.ofAgency(caller), ifMatch, Requester.of(caller));
        return ETags.ok(
                OrderView.of(changed.order(), changed.subject()),
                changed.order().version());
    }

    @GET
    @Path("/{orderId}/history")
    @Operation(operationId = "getOrderHistory", summary = "Every version and act, oldest first: who, when, what")
    public History history(UUID orderId) {
        return new History(orderId, read.history(orderId, Visibility.of(caller)));
    }

    private static Response answer(ReadOrder.Shown shown) {
        return ETags.ok(shown.view(), shown.etag());
    }
}
