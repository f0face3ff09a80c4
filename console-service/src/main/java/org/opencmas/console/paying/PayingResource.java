package org.opencmas.console.paying;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.opencmas.console.client.Orders;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** A buyer writes down what came and was accepted, takes an invoice down, approves it and records its payment. */
@Path("/orders/{orderId}/money")
@PermitAll
@SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
@Produces(MediaType.TEXT_HTML)
public class PayingResource {
    private static final int NOTE_LONGEST = 1_000;

    private final Bills bills;
    private final PayingPages pages;

    PayingResource(@RestClient Bills bills, PayingPages pages) {
        this.bills = bills;
        this.pages = pages;
    }

    @GET
    public TemplateInstance money(@PathParam("orderId") String orderId) {
        return pages.shown(PayingPages.id(orderId));
    }

    @POST
    @Path("/receipt")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> receive(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = PayingPages.id(orderId);
        return pages.act(id, form, inputs -> {
            Bills.NewReceipt receipt =
                    PayingForms.receipt(inputs, pages.order(id).lines());
            if (inputs.isFine()) {
                bills.recordReceipt(id, inputs.value("key"), receipt);
            }
        });
    }

    @POST
    @Path("/invoice")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> bill(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = PayingPages.id(orderId);
        return pages.act(id, form, inputs -> {
            Orders.Order order = pages.order(id);
            Bills.NewInvoice invoice = PayingForms.invoice(inputs, order.lines(), order.tradeIns());
            Optional<UUID> corrects = PayingForms.corrects(inputs);
            if (inputs.isFine() && corrects.isPresent()) {
                bills.correctInvoice(
                        id, corrects.get(), Seen.etag(inputs, corrects.get().toString()), inputs.value("key"), invoice);
            } else if (inputs.isFine()) {
                bills.receiveInvoice(id, inputs.value("key"), invoice);
            }
        });
    }

    /** On the invoice as the page showed it: who approves knows what stands in it. */
    @POST
    @Path("/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> approve(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = PayingPages.id(orderId);
        return pages.act(id, form, inputs -> {
            Optional<UUID> invoice =
                    PayingForms.chosen(inputs, "approval.invoiceId", "must be one that waits to be approved.");
            String note = inputs.paragraphs("approval.sameCompanyNote", NOTE_LONGEST);
            if (invoice.isPresent() && inputs.isFine()) {
                bills.approveInvoice(
                        id,
                        invoice.get(),
                        Seen.etag(inputs, invoice.get().toString()),
                        inputs.value("key"),
                        new Bills.NewInvoiceApproval(Inputs.unlessEmpty(note)));
            }
        });
    }

    @POST
    @Path("/payment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> pay(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = PayingPages.id(orderId);
        return pages.act(id, form, inputs -> {
            Bills.NewPayment payment = PayingForms.payment(inputs);
            if (inputs.isFine()) {
                bills.recordPayment(id, inputs.value("key"), payment);
            }
        });
    }
}
