package org.opencmas.console.paying;

import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Orders.Invoice;
import org.opencmas.console.client.Orders.InvoiceActSaid;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.person.Persons;

/**
 * An invoice as the page shows it. Who approves, disputes or corrects an invoice chooses it in a form, and does so with the one that stood before them: a form carries what was
 * seen of each that it offers.
 */
record SeenInvoice(Invoice it, Seen seen, Shown now) {
    /** @param about the invoice of which the page tells what changed, so that its forms begin with what is now; empty on every other page */
    static SeenInvoice of(RestResponse<Invoice> answer, Inputs inputs, Optional<UUID> about, Persons persons) {
        Invoice it = answer.getEntity();
        Shown now = shownOf(it, persons);
        boolean isTold = about.filter(it.invoiceId()::equals).isPresent();
        return new SeenInvoice(
                it, Seen.oneOf(it.invoiceId().toString(), inputs, answer.getHeaderString("ETag"), now, isTold), now);
    }

    /** Returns what became of it since the reader of a form saw it. */
    Meanwhile since(Inputs form) {
        return Meanwhile.oneOf(it.invoiceId().toString(), form, now);
    }

    private static Shown shownOf(Invoice it, Persons persons) {
        Shown shown = new Shown()
                .say(
                        "Invoice",
                        it.invoiceNumber() + ", version " + it.invoiceVersion() + ", received "
                                + Forms.day(it.receivedOn())
                                + (it.correctionReason() == null ? "" : ": " + it.correctionReason()))
                .say("State", Forms.words(it.state()))
                .say("Total", "$" + Forms.money(it.total()))
                .say("Paid of it", "$" + Forms.money(it.paid()))
                .say(
                        "Due",
                        it.clock().dueOn() == null ? "" : Forms.day(it.clock().dueOn()))
                .acts(it.acts().stream().map(act -> sentence(act, persons)).toList());
        if (it.tradeIns() != null) {
            it.tradeIns()
                    .forEach(each -> shown.say("Traded in, " + each.description(), "$" + Forms.money(each.amount())));
        }
        it.differences()
                .forEach(each -> shown.say(
                        each.lineId() == null ? "To be cleared up" : "To be cleared up, line " + each.lineId(),
                        each.message()));
        return shown;
    }

    private static String sentence(InvoiceActSaid act, Persons persons) {
        return done(act.act()) + " by " + persons.called(act.by()) + ", " + Forms.moment(act.at())
                + (act.reason() == null ? "" : ": " + act.reason());
    }

    private static String done(String act) {
        return switch (act) {
            case "APPROVE" -> "Approved";
            case "DISPUTE" -> "Sent back to the contractor";
            case "WITHDRAW_DISPUTE" -> "Dispute taken back";
            default -> Forms.words(act);
        };
    }
}
