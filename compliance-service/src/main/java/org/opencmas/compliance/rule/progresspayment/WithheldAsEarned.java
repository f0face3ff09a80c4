package org.opencmas.compliance.rule.progresspayment;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.invoice.Withholding;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.Usd;

/** PP-WITHHOLD-BASE: withheld so far is at least 10% of earned so far, else a warning; paid so far is at most 90% of the price, else a block. */
public record WithheldAsEarned() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return ProgressPaymentText.PP_WITHHOLD_BASE;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        return facts.whyNoProgressPayment()
                .or(() -> facts.inProgress()
                                .contract()
                                .isAcceptedBy(facts.payment().paidOn())
                        ? Optional.of("All is finally accepted, so nothing has to be withheld any more.")
                        : Optional.empty());
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        Withholding of = Withholding.of(facts);
        Outcome ofPrice = PaidOfPrice.judge(of);
        if (ofPrice.verdict() == Verdict.FAIL) {
            return List.of(ofPrice);
        }
        return List.of(asEarned(of)
                .with("earned", of.earned())
                .with("withheld", of.withheld())
                .with("withholdAtLeast", of.leastSoFar())
                .with("payAtMost", of.mostPaid()));
    }

    private static Outcome asEarned(Withholding of) {
        if (of.leastSoFar().isAtMost(of.withheld())) {
            return Outcome.pass(
                    "Of %s earned so far, %s are withheld: at least %s.", of.earned(), of.withheld(), of.leastSoFar());
        }
        Usd behind = of.leastSoFar().minus(of.withheld());
        return Outcome.warn(
                        "Of %s earned so far, only %s are withheld: %s are asked for.",
                        of.earned(), of.withheld(), of.leastSoFar())
                .with("behind", behind)
                .remedy("Pay %s less, and withhold it.", behind);
    }
}
