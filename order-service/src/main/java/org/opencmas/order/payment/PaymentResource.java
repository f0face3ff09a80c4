package org.opencmas.order.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.terms.Roles;

/** The payments on an order. */
@Path("/v1/orders/{orderId}/payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Payments on approved invoices, never beyond what may be paid.")
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.CONTRACTOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class PaymentResource {
    private final MakePayment make;
    private final Caller caller;

    PaymentResource(MakePayment make, Caller caller) {
        this.make = make;
        this.caller = caller;
    }

    @Schema(name = "PaymentList")
    record PaymentList(
            UUID orderId,
            List<Payment> payments,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}

    @POST
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "recordPayment", summary = "Record a payment")
    @APIResponseSchema(value = Payment.class, responseCode = "201", responseDescription = "Recorded.")
    @APIResponse(responseCode = "422")
    public Response pay(UUID orderId, @NotNull @Valid NewPayment body) {
        return created(orderId, make.pay(orderId, body, Visibility.ofAgency(caller), Requester.of(caller)));
    }

    @GET
    @Operation(operationId = "listPayments", summary = "List the payments on an order, oldest first")
    public PaymentList list(UUID orderId, @BeanParam Paging paging) {
        UUID after = paging.after(1).map(cursor -> cursor.id(0)).orElse(null);
        Page<Payment> page = paging.page(
                make.list(orderId, after, paging.count(), Visibility.of(caller)),
                one -> Cursor.of(one.paymentId().toString()));
        return new PaymentList(orderId, page.items(), page.next());
    }

    @GET
    @Path("/{paymentId}")
    @Operation(operationId = "getPayment", summary = "Read a payment")
    public Payment read(UUID orderId, UUID paymentId) {
        return make.read(orderId, paymentId, Visibility.of(caller));
    }

    @POST
    @Path("/{paymentId}/reversal")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "reversePayment", summary = "Record that a payment came back")
    @APIResponseSchema(value = Payment.class, responseCode = "201", responseDescription = "Recorded.")
    public Response reverse(UUID orderId, UUID paymentId, @NotNull @Valid NewReversal body) {
        return created(
                orderId, make.reverse(orderId, paymentId, body, Visibility.ofAgency(caller), Requester.of(caller)));
    }

    private static Response created(UUID orderId, Payment payment) {
        return Response.created(URI.create("/v1/orders/" + orderId + "/payments/" + payment.paymentId()))
                .entity(payment)
                .build();
    }
}
