package org.opencmas.compliance.rule.progresspayment;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.terms.AgencyClass;

/** PP-DISCOURAGE: a State agency is reminded that progress payments are discouraged; a local one is told of it. */
public record PolicyDiscourages() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return ProgressPaymentText.PP_DISCOURAGE;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        return facts.whyNoProgressPayment()
                .or(() -> facts.buyer() == AgencyClass.LOCAL
                        ? Optional.of(
                                "The buyer is a local agency. For information: State policy discourages progress payments.")
                        : Optional.empty());
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        return List.of(
                facts.buyer() == null
                        ? facts.unknownAgency()
                        : Outcome.warn("State policy discourages progress payments wherever possible.")
                                .remedy("Pay at completion where that is possible."));
    }
}
