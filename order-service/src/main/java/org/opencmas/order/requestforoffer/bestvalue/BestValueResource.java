package org.opencmas.order.requestforoffer.bestvalue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.ETags;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.OrderView;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.order.requestforoffer.acts.ChangeRequest;
import org.opencmas.order.requestforoffer.acts.ReadRequest;
import org.opencmas.order.requestforoffer.acts.RequestView;
import org.opencmas.terms.Roles;

/** From the offers to the draft order: steps, determination, order. */
@Path("/v1/requests-for-offer/{requestId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Best value", description = "How an agency determines which offer is best value.")
@RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
class BestValueResource {
    private final DetermineBestValue determine;
    private final DraftOrder drafts;
    private final ReadRequest read;
    private final Caller caller;

    BestValueResource(DetermineBestValue determine, DraftOrder drafts, ReadRequest read, Caller caller) {
        this.determine = determine;
        this.drafts = drafts;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @Path("/steps")
    @Idempotent
    @Operation(operationId = "recordBestValueStep", summary = "Record a step that was done")
    @APIResponseSchema(
            value = RequestView.class,
            responseCode = "200",
            responseDescription = "The request with the step.")
    public Response step(
            UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewBestValue.NewStep body) {
        return done(determine.record(own(requestId, ifMatch), body, Requester.of(caller)));
    }

    @POST
    @Path("/determination")
    @Idempotent
    @Operation(operationId = "determineBestValue", summary = "Determine which offer is best value")
    @APIResponseSchema(
            value = RequestView.class,
            responseCode = "200",
            responseDescription = "The request with its determination.")
    public Response determine(
            UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewBestValue.NewDetermination body) {
        boolean isApprover = caller.has(Roles.AGENCY_APPROVER);
        return done(determine.determine(own(requestId, ifMatch), body, isApprover, Requester.of(caller)));
    }

    @POST
    @Path("/determination/order")
    @Idempotent
    @Operation(operationId = "draftOrderOfDetermination", summary = "Draft the order that follows")
    @APIResponseSchema(value = OrderView.class, responseCode = "201", responseDescription = "The draft order.")
    public Response order(
            UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewDeterminedOrder body) {
        PurchaseOrder order = drafts.draft(own(requestId, ifMatch), body, Requester.of(caller));
        return ETags.created("/v1/orders/" + order.orderId(), OrderView.of(order, order.latest()), order.version());
    }

    private ChangeRequest.Target own(UUID requestId, @Nullable String ifMatch) {
        return ChangeRequest.Target.of(requestId, Visibility.agencyOf(caller), ifMatch);
    }

    private Response done(RequestForOffer request) {
        ReadRequest.Shown shown = read.shown(request, Visibility.ofAgency(caller));
        return ETags.ok(shown.view(), shown.etag());
    }
}
