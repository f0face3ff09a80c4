package org.opencmas.compliance.paymentcheck;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.compliance.check.ShownFindings;
import org.opencmas.http.Caller;
import org.opencmas.terms.Roles;

@Path("/v1/payment-checks")
@Tag(name = "Payment checks", description = "What the rules say of a payment before it is made.")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PaymentCheckResource {
    private final CheckPayment checkPayment;
    private final Caller caller;

    PaymentCheckResource(CheckPayment checkPayment, Caller caller) {
        this.checkPayment = checkPayment;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER, Roles.DGS_ANALYST})
    @Operation(
            operationId = "checkPayment",
            summary = "Check a payment",
            description =
                    "A dry run: every rule on payments answers with verdict, numbers, citation and remedy, and the day on which"
                            + " payment is due and what may be paid are worked out. Nothing is stored.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = PaymentToCheck.class),
                            examples = @ExampleObject(name = "a progress payment", value = PaymentExamples.PAYMENT)))
    @APIResponse(
            responseCode = "200",
            description = "What the rules find",
            content =
                    @Content(
                            schema = @Schema(implementation = PaymentCheckView.class),
                            examples =
                                    @ExampleObject(
                                            name = "a progress payment",
                                            value = PaymentExamples.PAYMENT_ANSWER)))
    public PaymentCheckView check(
            @QueryParam(ShownFindings.PARAMETER) @DefaultValue(ShownFindings.ALL) ShownFindings findings,
            @QueryParam("receipt") @DefaultValue("false") boolean receipt,
            @NotNull @Valid PaymentToCheck body)
            throws SQLException {
        return PaymentCheckView.of(checkPayment.check(body, caller.subject()), findings, receipt);
    }
}
