package org.opencmas.order.requestforoffer.acts;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.order.requestforoffer.RequestState;
import org.opencmas.order.requestforoffer.store.RequestsForOffer;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.Roles;

/** Requests for offer: writing, sending, closing, giving up. */
@Path("/v1/requests-for-offer")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Requests for offer", description = "What agencies ask of contractors, and what comes back.")
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.CONTRACTOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class RequestResource {
    private final WriteRequest write;
    private final ReadRequest read;
    private final Caller caller;

    RequestResource(WriteRequest write, ReadRequest read, Caller caller) {
        this.write = write;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "draftRequestForOffer", summary = "Draft a request for offer")
    @APIResponseSchema(value = RequestView.class, responseCode = "201", responseDescription = "Drafted.")
    public Response draft(@NotNull @Valid NewRequestForOffer body) {
        Visibility own = Visibility.ofAgency(caller);
        RequestForOffer drafted = write.draft(body, Visibility.agencyOf(caller), Requester.of(caller));
        ReadRequest.Shown shown = read.shown(drafted, own);
        return ETags.created("/v1/requests-for-offer/" + drafted.head().requestId(), shown.view(), shown.etag());
    }

    /** Checks the state that is asked for. */
    static final class StateCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            fields.choice("state", sent.query("state"), RequestState.DRAFT);
        }
    }

    /** Checks why offers are not waited for until they are due. */
    static final class EarlyReasonCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            WriteRequest.earlyReason(fields, sent.query("earlyReason"));
        }
    }

    @GET
    @CheckedBy(StateCheck.class)
    @Operation(operationId = "listRequestsForOffer", summary = "List requests for offer, newest first")
    public Page<RequestsForOffer.RequestSummary> list(
            @QueryParam("state") @Nullable String state, @BeanParam Paging paging) {
        int count = paging.count();
        var fields = new FieldReader();
        RequestState only = state == null ? null : fields.choice("state", state, RequestState.DRAFT);
        UUID before = paging.after(1)
                .map(keys -> fields.id("cursor", keys.keys().getFirst()))
                .orElse(null);
        fields.requireNoFaults();
        List<RequestsForOffer.RequestSummary> found = read.list(Visibility.of(caller), only, before, count);
        return paging.page(found, summary -> Cursor.of(summary.requestId().toString()));
    }

    @GET
    @Path("/{requestId}")
    @Operation(operationId = "getRequestForOffer", summary = "Read a request for offer")
    @APIResponseSchema(
            value = RequestView.class,
            responseCode = "200",
            responseDescription = "The request; its ETag is what a change needs in If-Match.")
    public Response read(UUID requestId) {
        return answer(read.read(requestId, Visibility.of(caller)));
    }

    @PUT
    @Path("/{requestId}")
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "reviseRequestForOffer", summary = "Write a draft anew")
    @APIResponseSchema(value = RequestView.class, responseCode = "200", responseDescription = "Revised.")
    public Response revise(
            UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewRequestForOffer body) {
        return done(write.revise(own(requestId, ifMatch), body, Requester.of(caller)));
    }

    @POST
    @Path("/{requestId}/sending")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "sendRequestForOffer", summary = "Record whom the request was sent to")
    @APIResponseSchema(value = RequestView.class, responseCode = "200", responseDescription = "Sent.")
    public Response send(
            UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewSending body) {
        return done(write.send(own(requestId, ifMatch), body, Requester.of(caller)));
    }

    @POST
    @Path("/{requestId}/closing")
    @Idempotent
    @CheckedBy(EarlyReasonCheck.class)
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "closeRequestForOffer", summary = "Wait for no more offers")
    @APIResponseSchema(value = RequestView.class, responseCode = "200", responseDescription = "Closed.")
    public Response close(
            UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("earlyReason") @Nullable String earlyReason) {
        return done(write.close(own(requestId, ifMatch), earlyReason, Requester.of(caller)));
    }

    @POST
    @Path("/{requestId}/cancellation")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "cancelRequestForOffer", summary = "Give a request for offer up")
    @APIResponseSchema(value = RequestView.class, responseCode = "200", responseDescription = "Cancelled.")
    public Response cancel(
            UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewCancellation body) {
        return done(write.cancel(own(requestId, ifMatch), body, Requester.of(caller)));
    }

    private ChangeRequest.Target own(UUID requestId, @Nullable String ifMatch) {
        return ChangeRequest.Target.of(requestId, Visibility.agencyOf(caller), ifMatch);
    }

    private Response done(RequestForOffer request) {
        return answer(read.shown(request, Visibility.ofAgency(caller)));
    }

    private static Response answer(ReadRequest.Shown shown) {
        return ETags.ok(shown.view(), shown.etag());
    }
}
