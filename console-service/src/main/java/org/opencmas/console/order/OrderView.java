package org.opencmas.console.order;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.terms.Roles;

/**
 * What the page of one order shows.
 *
 * @param order the version in force, or the latest before the first issue
 * @param seen the version that the acts on the page are about
 * @param roles of the reader
 * @param checklist of the procurement file; null for a reader whom it is not for
 */
record OrderView(
        Order order,
        Seen seen,
        String contractor,
        String agency,
        Set<String> roles,
        Panel<Orders.History> history,
        Panel<Orders.Answer> answer,
        Panel<Orders.Account> account,
        Panel<Orders.Receipts> receipts,
        Panel<Orders.Invoices> invoices,
        Panel<Orders.Payments> payments,
        Panel<Orders.Match> match,
        @Nullable Panel<Orders.Checklist> checklist) {
    private static final Set<String> WENT_OUT = Set.of("ISSUED", "ACCEPTED", "TERMINATED");

    public String waitsFor() {
        return Waiting.next(order.state(), roles);
    }

    public boolean isMine() {
        return Waiting.isMine(order.state(), roles);
    }

    public boolean mayAnswer() {
        return roles.contains(Roles.CONTRACTOR) && order.allows("acceptance");
    }

    public boolean isOfAgency() {
        return roles.contains(Roles.AGENCY_BUYER) || roles.contains(Roles.AGENCY_APPROVER);
    }

    public boolean maySubmit() {
        return isOfAgency() && (order.allows("submission") || (amendmentAllows("submission")));
    }

    public boolean mayApprove() {
        return roles.contains(Roles.AGENCY_APPROVER) && (order.allows("approval") || amendmentAllows("approval"));
    }

    /** Tells whether what stands in the draft, or in the draft of an amendment, may be edited. */
    public boolean mayRevise() {
        return isOfAgency() && (order.allows("revise") || amendmentAllows("revise"));
    }

    public boolean mayAmend() {
        return isOfAgency() && order.allows("amendments") && order.openAmendment() == null;
    }

    /** Tells whether the order can be stopped or ended early. */
    public boolean mayEnd() {
        return isOfAgency() && order.allows("termination");
    }

    public boolean isStopped() {
        return Boolean.TRUE.equals(order.workIsStopped());
    }

    /** Tells whether receipts, invoices and payments can be written down: the order went out to the contractor. */
    public boolean mayPay() {
        return isOfAgency() && WENT_OUT.contains(order.state());
    }

    /** Returns the lines' fields that a contractor can say the right value of, by JSON pointer. */
    public List<RejectableField> rejectableFields() {
        return RejectableField.of(order);
    }

    public boolean hasNsp() {
        return order.lines().stream().anyMatch(Orders.Line::nsp);
    }

    /** Returns the number of an invoice; empty when it is not on the page. */
    public String invoiceNumber(UUID invoiceId) {
        return invoices.isThere()
                ? invoices.value().invoices().stream()
                        .filter(invoice -> invoice.invoiceId().equals(invoiceId))
                        .map(Orders.Invoice::invoiceNumber)
                        .findFirst()
                        .orElse("")
                : "";
    }

    private boolean amendmentAllows(String act) {
        Orders.OpenAmendment amendment = order.openAmendment();
        return amendment != null && amendment.allows(act);
    }
}
