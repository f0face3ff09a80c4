package org.opencmas.compliance.rule.progresspayment;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.invoice.Withholding;
import org.opencmas.compliance.rule.outcome.Outcome;

/** PP-IT-SPECIAL: at least 10% of the price stays withheld until final acceptance; 10.00% itself is enough. */
public record SpecialItWithhold() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return ProgressPaymentText.PP_IT_SPECIAL;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        return facts.whyNotOn(Contract.Kind.IT_SPECIAL);
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        Withholding of = Withholding.of(facts);
        return List.of(PaidOfPrice.judge(of).with("share", of.share().toPlainString()));
    }
}
