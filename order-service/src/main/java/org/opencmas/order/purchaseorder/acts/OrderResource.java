package org.opencmas.order.purchaseorder.acts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Roles;
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

/** Orders: placing, finding, reading and mending them before they are issued. */
@Path("/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders", description = "Purchase orders as immutable versions.")
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

    @Schema(name = "OrderHistory", description = "Every version and act, oldest first.")
    record History(UUID orderId, List<OrderHistory.Entry> entries) {}

    @POST
    @DecisionWaitFilter.AwaitsDecision
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(
            operationId = "placeOrder",
            summary = "Place an order",
            description =
                    "Stores the order and sends it for its decision. Lines are grouped by agreement into Sub #1, #2"
                            + " ... with subtotals before tax (Guide s3 p10). With draft = true it is only kept. Scope: agency-buyer"
                            + " or agency-approver of the agency.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 200 printable ASCII characters of the client's own choice, one per new request.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @Parameter(
            name = "Prefer",
            in = ParameterIn.HEADER,
            description = "wait=N waits at most N seconds (30) for the decision.",
            schema = @Schema(type = SchemaType.STRING),
            example = "wait=5")
    @APIResponse(
            responseCode = "201",
            description = "Stored as a draft, or decided within the wait: ISSUED, or RETURNED with findings.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Stored and sent for its decision.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
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
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.CONTRACTOR,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listOrders",
            summary = "List orders, newest first",
            description =
                    "An agency sees its own orders, a contractor those issued to it; analysts, reviewers and auditors"
                            + " all. Scope: any of those roles.")
    public Page<OrderSearch.Summary> list(
            @QueryParam("agencyId") @Nullable String agencyId,
            @QueryParam("contractorId") @Nullable String contractorId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @QueryParam("agencyOrderNumber") @Nullable String agencyOrderNumber,
            @Parameter(description = "First order date, inclusive.") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Last order date, inclusive.") @QueryParam("through") @Nullable String through,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        OrderSearch.Filter filter = OrderSearch.Filter.read(
                agencyId, contractorId, state, cmasNumber, agencyOrderNumber, from, through, cursor);
        int size = Page.limit(limit);
        List<OrderSearch.Summary> found = read.list(Visibility.of(caller), filter, size + 1);
        return Page.of(found, size, summary -> Cursor.of(summary.orderId().toString()), uri);
    }

    @GET
    @Path("/{orderId}")
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.CONTRACTOR,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "readOrder",
            summary = "Read an order as it stands",
            description = "The version in force, or the latest one before the first issue. Scope: as the list.")
    @APIResponse(
            responseCode = "200",
            description = "The order; its ETag is what a change needs in If-Match.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
    public Response read(UUID orderId) {
        return answer(read.standing(orderId, Visibility.of(caller)));
    }

    @GET
    @Path("/{orderId}/versions/{number}")
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.CONTRACTOR,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "readOrderVersion",
            summary = "Read one version of an order",
            description = "Versions never change. Scope: as the list; a contractor sees issued versions only.")
    @APIResponse(
            responseCode = "200",
            description = "The version.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
    public Response version(UUID orderId, int number) {
        return answer(read.version(orderId, number, Visibility.of(caller)));
    }

    @PUT
    @Path("/{orderId}")
    @DecisionWaitFilter.AwaitsDecision
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(
            operationId = "reviseOrder",
            summary = "Write a new version of a draft or returned order",
            description =
                    "Replaces the latest version as long as it was never issued; its amendment number stays. Without"
                            + " draft = true it is sent for its decision. Scope: agency-buyer or agency-approver of the agency.")
    @Parameter(
            name = "Prefer",
            in = ParameterIn.HEADER,
            description = "wait=N waits at most N seconds (30) for the decision.",
            schema = @Schema(type = SchemaType.STRING),
            example = "wait=5")
    @APIResponse(
            responseCode = "200",
            description = "The new version: kept, sent, or decided within the wait.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
    public Response revise(
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewAmendment body) {
        ChangeOrder.Changed changed =
                amend.revise(orderId, body, Visibility.ofAgency(caller), ifMatch, Requester.of(caller));
        return answer(new ReadOrder.Shown(
                OrderView.of(changed.order(), changed.subject()),
                changed.order().version()));
    }

    @GET
    @Path("/{orderId}/history")
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.CONTRACTOR,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "readOrderHistory",
            summary = "Every version and act, oldest first: who, when, what",
            description = "Scope: as the list.")
    public History history(UUID orderId) {
        return new History(orderId, read.history(orderId, Visibility.of(caller)));
    }

    private static Response answer(ReadOrder.Shown shown) {
        return Response.ok(shown.view())
                .header(HttpHeaders.ETAG, ETags.of(shown.etag()))
                .build();
    }
}
