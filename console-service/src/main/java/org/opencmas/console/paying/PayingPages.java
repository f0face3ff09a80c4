package org.opencmas.console.paying;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Bills;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Invoice;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.order.Names;
import org.opencmas.console.person.Persons;

/** The one page on which a buyer receives, bills and pays: shown, and shown again with what was refused. */
@ApplicationScoped
class PayingPages {
    private static final int MOST_SHOWN = 200;

    private final Orders orders;
    private final Bills bills;
    private final Names names;
    private final Persons persons;
    private final Panels panels;

    PayingPages(@RestClient Orders orders, @RestClient Bills bills, Names names, Persons persons, Panels panels) {
        this.orders = orders;
        this.bills = bills;
        this.names = names;
        this.persons = persons;
        this.panels = panels;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance money(
                PayingView view, UUID key, PayingForms.Billed[] billed, PayingForms.Method[] methods);
    }

    /** What a form asks for. */
    interface Act {
        void run(Inputs inputs);
    }

    RestResponse<TemplateInstance> act(UUID id, Map<String, List<String>> form, Act act) {
        var inputs = PayingForms.fields(form);
        try {
            act.run(inputs);
        } catch (ServiceProblem problem) {
            if (problem.status() == 412) {
                return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(id, inputs, true));
            }
            Order order = order(id);
            Refusals.intoFields(inputs, problem, PayingForms.called(inputs, order.lines(), order.tradeIns()));
        }
        return inputs.isFine()
                ? RestResponse.seeOther(URI.create("/orders/" + id + "/money"))
                : RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs, false));
    }

    TemplateInstance shown(UUID id) {
        return shown(id, Inputs.of(Map.of()), false);
    }

    /** @param isStale whether the invoice that the form is about was changed since its reader saw it */
    private TemplateInstance shown(UUID id, Inputs inputs, boolean isStale) {
        var account = panels.ask(Orders.NAME, () -> orders.getOrderAccount(id));
        var invoices = panels.ask(Orders.NAME, () -> orders.listInvoices(id, MOST_SHOWN));
        var payments = panels.ask(Orders.NAME, () -> orders.listPayments(id, MOST_SHOWN));
        Order order = order(id);
        Optional<UUID> about = isStale ? PayingForms.about(inputs) : Optional.empty();
        // Each by itself: only so it comes with its version.
        List<Panel<RestResponse<Invoice>>> asked = invoices.value().invoices().stream()
                .map(invoice -> panels.ask(Orders.NAME, () -> bills.getInvoice(id, invoice.invoiceId())))
                .toList();
        List<SeenInvoice> seen = asked.stream()
                .map(Panel::value)
                .map(answer -> SeenInvoice.of(answer, inputs, about, persons))
                .toList();
        return Templates.money(
                new PayingView(
                        order,
                        names.contractors(List.of(order.contractorId())).getOrDefault(order.contractorId(), ""),
                        account.value(),
                        seen,
                        isStale ? since(inputs, seen, about) : Meanwhile.NONE,
                        payments.value().payments(),
                        panels.today().toString(),
                        inputs),
                UUID.randomUUID(),
                PayingForms.Billed.values(),
                PayingForms.Method.values());
    }

    private static Meanwhile since(Inputs inputs, List<SeenInvoice> seen, Optional<UUID> about) {
        return seen.stream()
                .filter(each -> about.filter(each.it().invoiceId()::equals).isPresent())
                .findFirst()
                .map(each -> each.since(inputs))
                // One that the list does not have any more: that it changed is all that is known.
                .orElseGet(() -> Meanwhile.of(inputs, new Shown()));
    }

    Order order(UUID id) {
        return orders.getOrder(id).getEntity();
    }

    static UUID id(String text) {
        return Ids.of(text, "There is no order with this address, or it is not yours to see.");
    }
}
