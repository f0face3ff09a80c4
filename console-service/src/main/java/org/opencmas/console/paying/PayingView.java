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

/**
 * What the page shows.
 *
 * @param contractor the name that the registry knows; empty when it is not known
 * @param today offered where a day is asked for
 */
record PayingView(
        Order order,
        String contractor,
        Orders.Account account,
        List<Invoice> invoices,
        List<Payment> payments,
        String today,
        Inputs inputs) {
    /** One line of the order as a row of a form. */
    public record Row(String at, Orders.Line line) {
        public String field(String name) {
            return at + name;
        }
    }

    public List<Row> rows(String form) {
        return java.util.stream.IntStream.range(0, order.lines().size())
                .mapToObj(index ->
                        new Row(form + ".lines." + index + ".", order.lines().get(index)))
                .toList();
    }

    /** Returns the invoices that wait to be approved. */
    public List<Invoice> received() {
        return invoices.stream()
                .filter(invoice -> invoice.state().equals("RECEIVED"))
                .toList();
    }

    /** Returns the invoices that may be paid. */
    public List<Invoice> approved() {
        return invoices.stream()
                .filter(invoice -> invoice.state().equals("APPROVED"))
                .toList();
    }

    /** Returns the invoices that may be sent back to the contractor. */
    public List<Invoice> disputable() {
        return invoices.stream()
                .filter(invoice ->
                        invoice.state().equals("RECEIVED") || invoice.state().equals("APPROVED"))
                .toList();
    }

    /** Returns the invoices that went back to the contractor. */
    public List<Invoice> disputed() {
        return invoices.stream()
                .filter(invoice -> invoice.state().equals("DISPUTED"))
                .toList();
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

    /** Returns what stands in a field at first: the contractor's name, where names have to agree. */
    public String name(String field) {
        return inputs.has(field) ? inputs.value(field) : contractor;
    }
}
