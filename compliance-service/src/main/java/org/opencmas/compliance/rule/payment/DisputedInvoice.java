package org.opencmas.compliance.rule.payment;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.outcome.Outcome;

/** PAY-DISPUTED: an invoice that is disputed on the day of payment goes back to the contractor; on the day a dispute ends it may be paid. */
public record DisputedInvoice() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return PaymentText.PAY_DISPUTED;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        return facts.clock().disputes().isEmpty() ? Optional.of("The invoice was never disputed.") : Optional.empty();
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        var paidOn = facts.payment().paidOn();
        return List.of((facts.clock().isDisputedOn(paidOn)
                        ? Outcome.warn("The invoice is disputed on %s, the day of payment.", paidOn)
                                .remedy("Return it to the contractor at once, and pay the corrected one.")
                        : Outcome.pass("On %s, the day of payment, the invoice is not disputed.", paidOn))
                .with("paidOn", paidOn));
    }
}
