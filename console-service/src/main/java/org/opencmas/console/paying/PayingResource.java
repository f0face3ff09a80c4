package org.opencmas.console.paying;

import io.quarkus.qute.CheckedTemplate;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Bills;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.order.Names;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** A buyer writes down what came and was accepted, takes an invoice down, approves it and records its payment. */
@Path("/orders/{orderId}/money")
@PermitAll
@SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
@Produces(MediaType.TEXT_HTML)
public class PayingResource {
    private static final int MOST_INVOICES = 200;
    private static final int NOTE_LONGEST = 1_000;

    private final Orders orders;
    private final Bills bills;
    private final Names names;
    private final Panels panels;

    PayingResource(@RestClient Orders orders, @RestClient Bills bills, Names names, Panels panels) {
        this.orders = orders;
        this.bills = bills;
        this.names = names;
        this.panels = panels;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance money(
                PayingView view, UUID key, PayingForms.Billed[] billed, PayingForms.Method[] methods);
    }

    @GET
    public TemplateInstance money(@PathParam("orderId") String orderId) {
        return shown(id(orderId), Inputs.of(Map.of()));
    }

    @POST
    @Path("/receipt")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> receive(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = id(orderId);
        return act(id, form, inputs -> {
            Bills.NewReceipt receipt = PayingForms.receipt(inputs, order(id).lines());
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
        UUID id = id(orderId);
        return act(id, form, inputs -> {
            Bills.NewInvoice invoice = PayingForms.invoice(inputs, order(id).lines());
            if (inputs.isFine()) {
                bills.receiveInvoice(id, inputs.value("key"), invoice);
            }
        });
    }

    /** On the invoice as it is now: the page shows what does not fit, and the service refuses what may not be approved. */
    @POST
    @Path("/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> approve(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = id(orderId);
        return act(id, form, inputs -> {
            UUID invoice = id(inputs.value("approval.invoiceId"));
            String note = inputs.paragraphs("approval.sameCompanyNote", NOTE_LONGEST);
            if (inputs.isFine()) {
                String now = bills.getInvoice(id, invoice).getHeaderString("ETag");
                bills.approveInvoice(
                        id,
                        invoice,
                        now,
                        inputs.value("key"),
                        new Bills.NewInvoiceApproval(note.isEmpty() ? null : note));
            }
        });
    }

    @POST
    @Path("/payment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> pay(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = id(orderId);
        return act(id, form, inputs -> {
            Bills.NewPayment payment = PayingForms.payment(inputs);
            if (inputs.isFine()) {
                bills.recordPayment(id, inputs.value("key"), payment);
            }
        });
    }

    /** What a form asks for. */
    private interface Act {
        void run(Inputs inputs);
    }

    private RestResponse<TemplateInstance> act(UUID id, MultivaluedMap<String, String> form, Act act) {
        var inputs = Inputs.of(form);
        try {
            act.run(inputs);
        } catch (ServiceProblem problem) {
            Refusals.intoFields(
                    inputs,
                    problem,
                    PayingForms.called(inputs, order(id).lines().size()));
        }
        return inputs.isFine()
                ? RestResponse.seeOther(URI.create("/orders/" + id + "/money"))
                : RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs));
    }

    private TemplateInstance shown(UUID id, Inputs inputs) {
        var account = panels.ask(Orders.NAME, () -> orders.getOrderAccount(id));
        var invoices = panels.ask(Orders.NAME, () -> orders.listInvoices(id, MOST_INVOICES));
        Order order = order(id);
        return Templates.money(
                new PayingView(
                        order,
                        names.contractors(List.of(order.contractorId())).getOrDefault(order.contractorId(), ""),
                        account.value(),
                        invoices.value().invoices(),
                        panels.today().toString(),
                        inputs),
                UUID.randomUUID(),
                PayingForms.Billed.values(),
                PayingForms.Method.values());
    }

    private Order order(UUID id) {
        return orders.getOrder(id).getEntity();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NoSuchPage("There is no order with this address, or it is not yours to see.");
        }
    }
}
