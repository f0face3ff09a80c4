package org.opencmas.console.paying;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Bills;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** A buyer sends an invoice back to the contractor (PAY-DISPUTED), takes that back, and writes down that a payment came back. */
@Path("/orders/{orderId}/money")
@PermitAll
@SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
@Produces(MediaType.TEXT_HTML)
public class SentBackResource {
    private final Bills bills;
    private final PayingPages pages;

    SentBackResource(@RestClient Bills bills, PayingPages pages) {
        this.bills = bills;
        this.pages = pages;
    }

    /** On the invoice as the page showed it, as an approval. */
    @POST
    @Path("/dispute")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> dispute(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = PayingPages.id(orderId);
        return pages.act(id, form, inputs -> {
            Bills.NewDispute dispute = PayingForms.dispute(inputs);
            Optional<UUID> invoice =
                    PayingForms.chosen(inputs, "dispute.invoiceId", "must be one that can be sent back.");
            if (invoice.isPresent() && inputs.isFine()) {
                bills.disputeInvoice(
                        id, invoice.get(), Seen.etag(inputs, invoice.get().toString()), inputs.value("key"), dispute);
            }
        });
    }

    @POST
    @Path("/dispute-withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> withdraw(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = PayingPages.id(orderId);
        return pages.act(id, form, inputs -> {
            Bills.NewDisputeWithdrawal withdrawal = PayingForms.withdrawal(inputs);
            Optional<UUID> invoice =
                    PayingForms.chosen(inputs, "withdrawal.invoiceId", "must be one that was sent back.");
            if (invoice.isPresent() && inputs.isFine()) {
                bills.withdrawDispute(
                        id,
                        invoice.get(),
                        Seen.etag(inputs, invoice.get().toString()),
                        inputs.value("key"),
                        withdrawal);
            }
        });
    }

    @POST
    @Path("/reversal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> reverse(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = PayingPages.id(orderId);
        return pages.act(id, form, inputs -> {
            Bills.NewReversal reversal = PayingForms.reversal(inputs);
            Optional<UUID> payment = PayingForms.chosen(inputs, "reversal.paymentId", "must be one that stands.");
            if (payment.isPresent() && inputs.isFine()) {
                bills.reversePayment(id, payment.get(), inputs.value("key"), reversal);
            }
        });
    }
}
