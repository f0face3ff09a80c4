package org.opencmas.order.control;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.ETags;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.purchaseorder.acts.ChangeOrder;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.OrderView;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.terms.Roles;

/** Approval before an order is sent, and stop work after it was issued. Each act needs {@code Idempotency-Key} and {@code If-Match}. */
@Path("/v1/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order control", description = "Approval before an order is sent, and stopping its work.")
class OrderControlResource {
    private final ApproveOrder approve;
    private final ConfirmDoubts doubts;
    private final StopWork work;
    private final Caller caller;

    OrderControlResource(ApproveOrder approve, ConfirmDoubts doubts, StopWork work, Caller caller) {
        this.approve = approve;
        this.doubts = doubts;
        this.work = work;
        this.caller = caller;
    }

    @POST
    @Path("/approval")
    @Idempotent
    @RolesAllowed(Roles.AGENCY_APPROVER)
    @Operation(operationId = "approveOrder", summary = "Approve a draft before it is sent")
    @APIResponseSchema(
            value = OrderView.class,
            responseCode = "200",
            responseDescription = "The version that was approved; its submission may follow.")
    @APIResponse(responseCode = "422")
    public Response approve(
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewApproval body) {
        return changed(approve.approve(orderId, body, Visibility.ofAgency(caller), ifMatch, Requester.of(caller)));
    }

    @GET
    @Path("/doubts")
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "getOrderDoubts", summary = "Read what is doubted in the latest version")
    public DoubtsView doubts(UUID orderId) {
        return doubts.doubts(orderId, Visibility.ofAgency(caller));
    }

    @POST
    @Path("/confirmations")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "confirmDoubts", summary = "Confirm with an explanation what is doubted in a draft")
    @APIResponseSchema(
            value = OrderView.class,
            responseCode = "200",
            responseDescription = "The version that was confirmed; its submission may follow.")
    public Response confirm(
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewConfirmations body) {
        String role = caller.has(Roles.AGENCY_APPROVER) ? Roles.AGENCY_APPROVER : Roles.AGENCY_BUYER;
        return changed(doubts.confirm(orderId, body, Visibility.ofAgency(caller), ifMatch, Requester.of(caller), role));
    }

    @POST
    @Path("/stop-work")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "stopWork", summary = "Have the contractor stop its work")
    @APIResponseSchema(value = OrderView.class, responseCode = "200", responseDescription = "The order, stopped.")
    public Response stop(
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewWorkOrder body) {
        return changed(work.stop(orderId, body, Visibility.ofAgency(caller), ifMatch, Requester.of(caller)));
    }

    @POST
    @Path("/resumption")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "resumeWork", summary = "Have the contractor go on with its work")
    @APIResponseSchema(value = OrderView.class, responseCode = "200", responseDescription = "The order, going on.")
    public Response resume(
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewWorkOrder body) {
        return changed(work.resume(orderId, body, Visibility.ofAgency(caller), ifMatch, Requester.of(caller)));
    }

    private static Response changed(ChangeOrder.Changed changed) {
        return ETags.ok(
                OrderView.of(changed.order(), changed.subject()),
                changed.order().version());
    }
}
