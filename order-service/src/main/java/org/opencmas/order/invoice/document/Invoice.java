package org.opencmas.order.invoice.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * An invoice as it stands: its latest version, what was said of it, what was paid. Changing it gives a new one.
 *
 * @param version counts every change, for its entity tag
 * @param paid what left the agency's account for it, US dollars
 * @param withheld what was kept back of it and not yet released, US dollars
 * @param acts what the agency said of it, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Invoice(
        UUID invoiceId,
        InvoiceState state,
        @JsonIgnore long version,
        @JsonUnwrapped InvoiceDocument document,
        Usd paid,
        Usd withheld,
        List<Said> acts) {
    public Invoice {
        acts = List.copyOf(acts);
    }

    /**
     * A dispute, its withdrawal, or the approval.
     *
     * @param act DISPUTE, WITHDRAW_DISPUTE or APPROVE
     * @param actedOn the day from which it counts; civil date in California
     * @param reason why; of an approval the note on the company's name, if there was one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InvoiceActSaid")
    public record Said(
            InvoiceAct act,
            int invoiceVersion,
            LocalDate actedOn,
            @Nullable String reason,
            Instant at,
            String by) {}

    /** What of it is neither paid nor withheld. */
    @JsonIgnore
    public Usd open() {
        return document.total().minus(paid).minus(withheld);
    }

    public Invoice corrected(InvoiceDocument by) {
        return new Invoice(
                invoiceId, InvoiceLifecycle.require(state, InvoiceAct.CORRECT), version + 1, by, paid, withheld, acts);
    }

    public Invoice after(Said said) {
        List<Said> all = new ArrayList<>(acts);
        all.add(said);
        InvoiceState then = InvoiceLifecycle.require(state, said.act());
        return new Invoice(invoiceId, settled(then), version + 1, document, paid, withheld, all);
    }

    /** One that was corrected to what is paid of it is paid as soon as it is approved: no payment comes after. */
    private InvoiceState settled(InvoiceState then) {
        return then == InvoiceState.APPROVED && paid.equals(document.total())
                ? InvoiceLifecycle.require(then, InvoiceAct.PAY_IN_FULL)
                : then;
    }

    /** After a payment of {@code amount}, or after one came back, when it is negative. */
    public Invoice afterPayment(Usd amount, Usd withheldMore) {
        Usd paidThen = paid.plus(amount);
        InvoiceAct act = amount.isNegative()
                ? InvoiceAct.REVERSE_PAYMENT
                : paidThen.equals(document.total()) ? InvoiceAct.PAY_IN_FULL : InvoiceAct.PAY_IN_PART;
        return new Invoice(
                invoiceId,
                InvoiceLifecycle.require(state, act),
                version + 1,
                document,
                paidThen,
                withheld.plus(withheldMore),
                acts);
    }

    /** The times in which it was disputed, as far as its latest version does not end them. */
    public List<PromptPayment.Disputed> disputes() {
        List<PromptPayment.Disputed> disputes = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            Said said = acts.get(i);
            if (said.act() == InvoiceAct.DISPUTE && said.invoiceVersion() == document.invoiceVersion()) {
                LocalDate until = acts.stream()
                        .skip(i)
                        .filter(later -> later.act() == InvoiceAct.WITHDRAW_DISPUTE)
                        .map(Said::actedOn)
                        .findFirst()
                        .orElse(null);
                disputes.add(new PromptPayment.Disputed(said.actedOn(), until));
            }
        }
        return disputes;
    }
}
