package org.opencmas.order.purchaseorder.acts;

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
import java.net.URI;
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
import org.opencmas.http.ETags;
import org.opencmas.http.Roles;
import org.opencmas.http.idempotency.IdempotencyKey;
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

/** What is done to an order after it was placed. Each act needs {@code Idempotency-Key} and {@code If-Match}. */
@Path("/v1/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "order acts", description = "Submission, acceptance, rejection, amendment and termination.")
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
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 200 printable ASCII characters of the client's own choice, one per new request.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @DecisionWaitFilter.AwaitsDecision
    @Parameter(
            name = "Prefer",
            in = ParameterIn.HEADER,
            description = "wait=N waits at most N seconds (30) for the decision.",
            schema = @Schema(type = SchemaType.STRING),
            example = "wait=5")
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(
            operationId = "submitOrder",
            summary = "Send a draft for its decision",
            description =
                    "The draft of an order or of its open amendment. Scope: agency-buyer or agency-approver of the"
                            + " agency.")
    @APIResponse(
            responseCode = "201",
            description = "Decided within the wait.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Sent for its decision.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
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
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 200 printable ASCII characters of the client's own choice, one per new request.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @DecisionWaitFilter.AwaitsDecision
    @Parameter(
            name = "Prefer",
            in = ParameterIn.HEADER,
            description = "wait=N waits at most N seconds (30) for the decision.",
            schema = @Schema(type = SchemaType.STRING),
            example = "wait=5")
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(
            operationId = "amendOrder",
            summary = "Amend an order",
            description =
                    "Takes the amended whole under the same order number; amendments count 1, 2, 3 (Guide s3 p9). What"
                            + " is in force stays so until the amendment is issued. With fromRejection = true a draft is made with"
                            + " the contractor's right value in place. Scope: agency-buyer or agency-approver of the agency.")
    @APIResponse(
            responseCode = "201",
            description = "Kept as a draft, or decided within the wait.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Sent for its decision.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
    public Response amend(
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewAmendment body) {
        return sent(amend.amend(orderId, body, Visibility.ofAgency(caller), ifMatch, Requester.of(caller)));
    }

    @POST
    @Path("/acceptance")
    @Idempotent
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 200 printable ASCII characters of the client's own choice, one per new request.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(
            operationId = "acceptOrder",
            summary = "Accept an issued order",
            description = "Scope: the contractor that the order names.")
    @APIResponse(
            responseCode = "200",
            description = "The order, accepted, with its acceptance.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
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
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 200 printable ASCII characters of the client's own choice, one per new request.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(
            operationId = "rejectOrder",
            summary = "Reject an inaccurate order",
            description =
                    "With the reason, and where it is one field, a pointer and the right value (Guide s3 p9, s12 p23)."
                            + " Scope: the contractor that the order names.")
    @APIResponse(
            responseCode = "200",
            description = "The order, rejected, with its rejection.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
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
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 200 printable ASCII characters of the client's own choice, one per new request.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(
            operationId = "terminateOrder",
            summary = "End an order early",
            description =
                    "On one of the grounds of the CMAS terms: CONVENIENCE, DEFAULT or FUNDING (Guide s3 p9). An amendment that"
                            + " is open lapses. Scope: agency-buyer or agency-approver of the agency.")
    @APIResponse(
            responseCode = "200",
            description = "The order, terminated, with its termination.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OrderView.class)))
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
        return Response.ok(shown.view())
                .header(HttpHeaders.ETAG, ETags.of(shown.etag()))
                .build();
    }
}
