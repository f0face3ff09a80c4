package org.opencmas.console.paying;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Invoice;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.client.Orders.Payment;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.text.Forms;

/**
 * What the page shows.
 *
 * @param contractor the name that the registry knows; empty when it is not known
 * @param seen the invoices as they came, each with its version
 * @param meanwhile what became of an invoice since the reader of a form saw it, where nothing was done because of that
 * @param today offered where a day is asked for
 */
record PayingView(
        Order order,
        String contractor,
        Orders.Account account,
        List<SeenInvoice> seen,
        Meanwhile meanwhile,
        List<Payment> payments,
        String today,
        Inputs inputs) {
    public List<FormRow<Orders.Line>> rows(String form) {
        return PayingForms.lineRows(inputs, form, order.lines());
    }

    public List<Invoice> invoices() {
        return seen.stream().map(SeenInvoice::it).toList();
    }

    /** Returns the invoices that wait to be approved. */
    public List<SeenInvoice> received() {
        return in("approval.invoiceId", "RECEIVED");
    }

    /** Returns the invoices that may be paid. */
    public List<SeenInvoice> approved() {
        return in("payment.invoiceId", "APPROVED");
    }

    /** Returns the invoices that may be sent back to the contractor. */
    public List<SeenInvoice> disputable() {
        return in("dispute.invoiceId", "RECEIVED", "APPROVED");
    }

    /** Returns the invoices that went back to the contractor. */
    public List<SeenInvoice> disputed() {
        return in("withdrawal.invoiceId", "DISPUTED");
    }

    /** Returns the invoices in some states, and the one that was chosen: its form comes back with what was typed, also when its state is another one now. */
    private List<SeenInvoice> in(String field, String... states) {
        return seen.stream()
                .filter(invoice -> Set.of(states).contains(invoice.it().state())
                        || isChosen(field, invoice.it().invoiceId()))
                .toList();
    }

    /** Returns the trade-ins of the order, which an invoice may subtract. */
    public List<FormRow<Orders.TradeIn>> tradeIns() {
        return PayingForms.tradeInRows(inputs, order.tradeIns());
    }

    public String label(Orders.TradeIn traded) {
        return "Traded in, " + traded.description() + ", in $; the order allows " + Forms.money(traded.allowance());
    }

    /** Returns the payments of which none came back. */
    public List<Payment> standing() {
        Set<UUID> back = payments.stream()
                .map(Payment::reverses)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return payments.stream()
                .filter(payment -> payment.reverses() == null && !back.contains(payment.paymentId()))
                .toList();
    }

    /** Tells whether an invoice or a payment was chosen in a field, so that it is shown so again. */
    public boolean isChosen(String field, UUID id) {
        return inputs.value(field).equals(id.toString());
    }

    /** Tells whether a form was sent and comes back. */
    public boolean isOpen(String field) {
        return inputs.has(field);
    }

    /** Returns what the field of an invoice's total is called. */
    public String totalLabel() {
        return "Total in $, with tax and freight" + (order.tradeIns().isEmpty() ? "" : ", less what is traded in");
    }

    /** Returns what stands in a field at first: the contractor's name, where names have to agree. */
    public String name(String field) {
        return inputs.has(field) ? inputs.value(field) : contractor;
    }
}
