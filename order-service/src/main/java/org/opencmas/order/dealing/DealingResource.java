package org.opencmas.order.dealing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.dealing.NewDealing.NewContact;
import org.opencmas.order.dealing.NewDealing.NewDispatch;
import org.opencmas.order.dealing.NewDealing.NewProvision;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.terms.Roles;

/** What was done about an order outside the suite, recorded by its agency. */
@Path("/v1/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Dealings",
        description = "How an order was sent, who spoke with the contractor, what was agreed before the issue.")
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.CONTRACTOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class DealingResource {
    private final RecordDealing dealings;
    private final Caller caller;

    DealingResource(RecordDealing dealings, Caller caller) {
        this.dealings = dealings;
        this.caller = caller;
    }

    @POST
    @Path("/dispatches")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "recordDispatch", summary = "Record how an order was sent to its contractor")
    @APIResponseSchema(value = Dealing.class, responseCode = "201", responseDescription = "Recorded.")
    public Response dispatch(UUID orderId, @NotNull @Valid NewDispatch body) {
        return recorded(dealings.dispatch(orderId, body, Visibility.ofAgency(caller), Requester.of(caller)));
    }

    @POST
    @Path("/contacts")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "recordContact", summary = "Record a word with the contractor about what is wrong")
    @APIResponseSchema(value = Dealing.class, responseCode = "201", responseDescription = "Recorded.")
    public Response contact(UUID orderId, @NotNull @Valid NewContact body) {
        return recorded(dealings.contact(orderId, body, Visibility.ofAgency(caller), Requester.of(caller)));
    }

    @POST
    @Path("/negotiated-provisions")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(
            operationId = "recordNegotiatedProvision",
            summary = "Record a termination provision agreed before the issue")
    @APIResponseSchema(value = Dealing.class, responseCode = "201", responseDescription = "Recorded.")
    public Response provision(UUID orderId, @NotNull @Valid NewProvision body) {
        return recorded(dealings.provision(orderId, body, Visibility.ofAgency(caller), Requester.of(caller)));
    }

    @GET
    @Path("/dealings")
    @CheckedBy(Paging.Check.class)
    @Operation(operationId = "listDealings", summary = "List the recorded dealings of an order, oldest first")
    public Page<Dealing> list(
            UUID orderId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        var fields = new FieldReader();
        UUID after = Cursor.parse(cursor, 1)
                .map(keys -> fields.id("cursor", keys.keys().getFirst()))
                .orElse(null);
        fields.requireNoFaults();
        List<Dealing> found = dealings.of(orderId, after, size + 1, Visibility.of(caller));
        return Page.of(found, size, dealing -> Cursor.of(dealing.dealingId().toString()), uri);
    }

    @GET
    @Path("/contractor-answer")
    @Operation(operationId = "getContractorAnswer", summary = "How long the contractor's answer is waited for")
    public ContractorAnswer answer(UUID orderId) {
        return dealings.answer(orderId, Visibility.of(caller));
    }

    private static Response recorded(Dealing dealing) {
        return Response.created(URI.create("/v1/orders/" + dealing.orderId() + "/dealings"))
                .entity(dealing)
                .build();
    }
}
