package org.opencmas.fees.remittance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.fees.proposal.WithdrawalReason;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Roles;
import org.opencmas.terms.Usd;

@Path("/v1/remittances/{remittanceId}/refunds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
class RemittanceRefundResource {
    private final KeepRemittances keep;
    private final Clock clock;

    RemittanceRefundResource(KeepRemittances keep, Clock clock) {
        this.keep = keep;
        this.clock = clock;
    }

    /** A refund to propose. */
    record NewRefund(
            @NotNull Usd amount, @NotBlank @Size(max = 1000) String reason) implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            if (amount != null && (!amount.isPositive() || !amount.equals(amount.roundedHalfUp()))) {
                fields.fault("/amount", "must be above zero, in whole cents");
            }
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "proposeRefund", summary = "Proposes to give back what is left of a payment")
    @APIResponseSchema(
            value = Remittance.Refund.class,
            responseCode = "201",
            responseDescription = "Proposed; a second person approves it")
    public Response propose(@PathParam("remittanceId") UUID remittanceId, @NotNull @Valid NewRefund body)
            throws SQLException {
        FieldReader.require(body, LocalDate.now(clock));
        Remittance.Refund refund = keep.propose(remittanceId, body.amount(), body.reason());
        return Response.created(URI.create("/v1/remittances/" + remittanceId))
                .entity(refund)
                .build();
    }

    @POST
    @Path("/{refundId}/approval")
    @Idempotent
    @RolesAllowed(Roles.DGS_APPROVER)
    @Operation(operationId = "approveRefund", summary = "Approves a refund, as a second person")
    @APIResponseSchema(value = Remittance.class, responseCode = "200", responseDescription = "Refunded")
    public Response approve(@PathParam("remittanceId") UUID remittanceId, @PathParam("refundId") UUID refundId)
            throws SQLException {
        return Response.ok(keep.approve(remittanceId, refundId)).build();
    }

    @POST
    @Path("/{refundId}/withdrawal")
    @Idempotent
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "withdrawRefund", summary = "Gives up a refund that nobody has approved")
    @APIResponseSchema(value = Remittance.class, responseCode = "200", responseDescription = "Withdrawn")
    public Response withdraw(
            @PathParam("remittanceId") UUID remittanceId,
            @PathParam("refundId") UUID refundId,
            @NotNull @Valid WithdrawalReason body)
            throws SQLException {
        return Response.ok(keep.withdraw(remittanceId, refundId, body.plain())).build();
    }
}
