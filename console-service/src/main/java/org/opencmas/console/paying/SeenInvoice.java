package org.opencmas.console.paying;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Orders.Invoice;
import org.opencmas.console.client.Orders.InvoiceActSaid;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.meanwhile.Change;
import org.opencmas.console.frame.text.Forms;

/**
 * An invoice with the version that the page shows. The page has many, so each has fields of its own that its forms carry unseen: who approves, disputes or corrects an invoice
 * does so with the one that stood before them.
 *
 * @param etag its version, in the field {@code etag.<invoiceId>}
 * @param known what may change of it, in {@code known.<invoiceId>}: its version, how many acts it has, its total and what was paid, with a space between
 */
record SeenInvoice(Invoice it, String etag, String known) {
    private static final int PARTS = 4;

    /** @param isTold whether the page tells what changed in this invoice, so that its forms begin with what is now */
    static SeenInvoice of(RestResponse<Invoice> answer, Inputs inputs, boolean isTold) {
        Invoice it = answer.getEntity();
        String now = it.invoiceVersion() + " " + it.acts().size() + " "
                + it.total().toPlainString() + " " + it.paid().toPlainString();
        return new SeenInvoice(
                it,
                inputs.began("etag." + it.invoiceId(), answer.getHeaderString("ETag"), isTold),
                inputs.began("known." + it.invoiceId(), now, isTold));
    }

    /** Returns the version of an invoice that the reader of a form saw. */
    static String etag(Inputs inputs, UUID invoiceId) {
        return inputs.value("etag." + invoiceId);
    }

    /** Returns what became of an invoice since the reader of a form saw it; none where the form does not tell what they saw. */
    static List<Change> changes(Inputs inputs, Invoice now) {
        String[] seen = inputs.value("known." + now.invoiceId()).split(" ", -1);
        List<Change> changes = new ArrayList<>();
        if (seen.length != PARTS) {
            return changes;
        }
        if (!seen[0].equals(Integer.toString(now.invoiceVersion()))) {
            changes.add(Change.event("A corrected invoice came, received " + Forms.day(now.receivedOn())
                    + (now.correctionReason() == null ? "" : ": " + now.correctionReason())));
        }
        if (!seen[2].equals(now.total().toPlainString())) {
            changes.add(Change.of("Total", amount(seen[2]), "$" + Forms.money(now.total())));
        }
        int acts = seen[1].matches("[0-9]{1,6}")
                ? Integer.parseInt(seen[1])
                : now.acts().size();
        now.acts()
                .subList(Math.min(acts, now.acts().size()), now.acts().size())
                .forEach(act -> changes.add(Change.event(sentence(act))));
        if (!seen[3].equals(now.paid().toPlainString())) {
            changes.add(Change.of("Paid of it", amount(seen[3]), "$" + Forms.money(now.paid())));
        }
        return changes;
    }

    /** Returns an amount that the form sent along; what is none is another's work, and is not repeated. */
    private static String amount(String seen) {
        return seen.matches("[0-9]{1,15}\\.[0-9]{2,6}") ? "$" + Forms.money(new BigDecimal(seen)) : "another";
    }

    private static String sentence(InvoiceActSaid act) {
        return Forms.words(act.act()) + " by " + act.by() + ", " + Forms.moment(act.at())
                + (act.reason() == null ? "" : ": " + act.reason());
    }
}
