package org.opencmas.order.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.ETags;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.account.terms.Bond;
import org.opencmas.order.account.terms.NewBond;
import org.opencmas.order.account.terms.NewProgressTerms;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.terms.Roles;

/** The account of an order: what may be paid, by which terms, secured by which bonds. */
@Path("/v1/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order accounts", description = "What may be paid on an order, progress payments and bonds.")
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.CONTRACTOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class AccountResource {
    private final AgreeTerms agree;
    private final Caller caller;

    AccountResource(AgreeTerms agree, Caller caller) {
        this.agree = agree;
        this.caller = caller;
    }

    @GET
    @Path("/account")
    @Operation(operationId = "getOrderAccount", summary = "Read what may be paid on an order")
    public AccountView account(UUID orderId) {
        return agree.read(orderId, Visibility.of(caller)).view();
    }

    @PUT
    @Path("/progress-terms")
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "setProgressTerms", summary = "Agree progress payments on an order")
    @APIResponseSchema(
            value = AccountView.class,
            responseCode = "200",
            responseDescription = "The account by these terms; the ETag is the order's.")
    @APIResponse(responseCode = "422")
    public Response agree(
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewProgressTerms body) {
        AgreeTerms.Agreed agreed =
                agree.agree(orderId, body, Visibility.ofAgency(caller), ifMatch, Requester.of(caller));
        return ETags.ok(agreed.view(), agreed.version());
    }

    @POST
    @Path("/bonds")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "recordBond", summary = "Record a bond, or that its form was given")
    @APIResponseSchema(value = Bond.class, responseCode = "201", responseDescription = "Recorded.")
    public Response bond(UUID orderId, @NotNull @Valid NewBond body) {
        Bond bond = agree.record(orderId, body, Visibility.ofAgency(caller), Requester.of(caller));
        return Response.created(URI.create("/v1/orders/" + orderId + "/account"))
                .entity(bond)
                .build();
    }
}
