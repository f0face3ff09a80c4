package org.opencmas.compliance.rule.progresspayment;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.outcome.Outcome;

/** PP-SERVICES-POINTER: for information, the guidelines of Section 4 hold for progress payments on services. */
public record SectionFourHolds() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return ProgressPaymentText.PP_SERVICES_POINTER;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        return facts.whyNoProgressPayment()
                .or(() -> facts.inProgress().contract().kind() == Contract.Kind.GOODS_SPECIAL
                        ? Optional.of("The order is for goods.")
                        : Optional.empty());
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        return List.of(
                Outcome.pass("For information: the guidelines of Section 4 are asked by the other rules PP-..."));
    }
}
