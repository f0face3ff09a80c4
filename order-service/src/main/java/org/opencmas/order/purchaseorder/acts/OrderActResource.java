package org.opencmas.order.purchaseorder.acts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.ETags;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.decision.DecisionWaitFilter;
import org.opencmas.order.purchaseorder.intake.NewAcceptance;
import org.opencmas.order.purchaseorder.intake.NewAmendment;
import org.opencmas.order.purchaseorder.intake.NewRejection;
import org.opencmas.order.purchaseorder.intake.NewTermination;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.OrderView;
import org.opencmas.order.purchaseorder.reading.ReadOrder;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.terms.Roles;

/** What is done to an order after it was placed. Each act needs {@code Idempotency-Key} and {@code If-Match}. */
@Path("/v1/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order acts", description = "Submission, acceptance, rejection, amendment and termination.")
class OrderActResource {
    private final ChangeOrder changes;
    private final AnswerOrder answer;
    private final AmendOrder amend;
    private final TerminateOrder terminate;
    private final Caller caller;

    OrderActResource(
            ChangeOrder changes, AnswerOrder answer, AmendOrder amend, TerminateOrder terminate, Caller caller) {
        this.changes = changes;
        this.answer = answer;
        this.amend = amend;
        this.terminate = terminate;
        this.caller = caller;
    }

    @POST
    @Path("/submission")
    @Idempotent
    @DecisionWaitFilter.AwaitsDecision
    @Parameter(name = "Prefer", in = ParameterIn.HEADER)
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "submitOrder", summary = "Send a draft for its decision")
    @APIResponseSchema(value = OrderView.class, responseCode = "201", responseDescription = "Decided within the wait.")
    @APIResponse(responseCode = "202", description = "Sent for its decision.")
    @APIResponse(responseCode = "422")
    public Response submit(UUID orderId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return sent(changes.change(
                orderId,
                Visibility.ofAgency(caller),
                ifMatch,
                Requester.of(caller),
                (order, act, connection) -> order.submit(act)));
    }

    @POST
    @Path("/amendments")
    @Idempotent
    @DecisionWaitFilter.AwaitsDecision
    @Parameter(name = "Prefer", in = ParameterIn.HEADER)
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "amendOrder", summary = "Amend an order")
    @APIResponseSchema(
            value = OrderView.class,
            responseCode = "201",
            responseDescription = "Kept as a draft, or decided within the wait.")
    @APIResponse(responseCode = "202", description = "Sent for its decision.")
    public Response amend(
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(PreviewToken.HEADER) @Nullable String previewToken,
            @Context HttpHeaders headers,
            @NotNull @Valid NewAmendment body) {
        // A parameter of an empty header is null, as that of none.
        PreviewToken.requireSaid(headers.getHeaderString(PreviewToken.HEADER));
        return sent(
                amend.amend(orderId, body, Visibility.ofAgency(caller), ifMatch, previewToken, Requester.of(caller)));
    }

    @POST
    @Path("/acceptance")
    @Idempotent
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(operationId = "acceptOrder", summary = "Accept an issued order")
    @APIResponseSchema(
            value = OrderView.class,
            responseCode = "200",
            responseDescription = "The order, accepted, with its acceptance.")
    public Response accept(
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewAcceptance body) {
        Visibility visibility = Visibility.ofContractor(caller);
        return done(answer.accept(orderId, body, visibility, ifMatch, Requester.of(caller)), visibility);
    }

    @POST
    @Path("/rejection")
    @Idempotent
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(operationId = "rejectOrder", summary = "Reject an inaccurate order")
    @APIResponseSchema(
            value = OrderView.class,
            responseCode = "200",
            responseDescription = "The order, rejected, with its rejection.")
    public Response reject(
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewRejection body) {
        Visibility visibility = Visibility.ofContractor(caller);
        return done(answer.reject(orderId, body, visibility, ifMatch, Requester.of(caller)), visibility);
    }

    @POST
    @Path("/termination")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "terminateOrder", summary = "End an order early")
    @APIResponseSchema(
            value = OrderView.class,
            responseCode = "200",
            responseDescription = "The order, terminated, with its termination.")
    public Response terminate(
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewTermination body) {
        Visibility visibility = Visibility.ofAgency(caller);
        return done(terminate.terminate(orderId, body, visibility, ifMatch, Requester.of(caller)), visibility);
    }

    /** A version that was sent or kept: it is a document of its own under the order. */
    private static Response sent(ChangeOrder.Changed changed) {
        OrderVersion version = changed.subject();
        String order = "/v1/orders/" + changed.order().orderId();
        return Response.status(version.state() == OrderState.DRAFT ? 201 : 202)
                .location(URI.create(version.isAmendment() ? order + "/versions/" + version.number() : order))
                .header(HttpHeaders.ETAG, ETags.of(changed.order().version()))
                .entity(OrderView.of(changed.order(), version))
                .build();
    }

    /** The order as it stands after an act, with what was said at it: what reading the order would answer now. */
    private static Response done(ChangeOrder.Changed changed, Visibility visibility) {
        ReadOrder.Shown shown = ReadOrder.afterAct(changed.order(), changed.change(), visibility);
        return ETags.ok(shown.view(), shown.etag());
    }
}
