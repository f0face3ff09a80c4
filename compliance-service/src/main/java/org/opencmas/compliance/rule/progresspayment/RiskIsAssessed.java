package org.opencmas.compliance.rule.progresspayment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.invoice.Progress.RiskDecision;
import org.opencmas.compliance.rule.invoice.Withholding;
import org.opencmas.compliance.rule.outcome.Outcome;

/** PP-IT-RISK: a recorded assessment of the risk; a share below the usual one may be as low as the lowest one, inclusive. */
public record RiskIsAssessed() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return ProgressPaymentText.PP_IT_RISK;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        return facts.whyNotOn(Contract.Kind.IT_SPECIAL);
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        RiskDecision risk = facts.inProgress().risk();
        if (risk == null) {
            return List.of(Outcome.needsAttestation("No assessment of the risk is recorded.")
                    .remedy("Record the assessment, or attest that one was made."));
        }
        if (risk.decidedOn().isAfter(facts.payment().paidOn())) {
            return List.of(Outcome.fail("The risk was decided on %s, after the payment.", risk.decidedOn())
                    .with("decidedOn", risk.decidedOn())
                    .remedy("Decide before paying; until then the usual share is withheld."));
        }
        return List.of(judge(facts, risk));
    }

    private static Outcome judge(PaymentFacts facts, RiskDecision risk) {
        BigDecimal chosen = risk.withholdShare();
        BigDecimal usual = facts.figure(ParameterName.PP_WITHHOLD_SHARE);
        BigDecimal lowest = Withholding.lowestShare(facts).orElseThrow();
        if (chosen == null || chosen.compareTo(usual) >= 0) {
            return Outcome.pass("%s assessed the risk on %s.", risk.decidedBy(), risk.decidedOn());
        }
        Outcome outcome = chosen.compareTo(lowest) >= 0
                ? Outcome.pass(
                        "By the decision of %s on %s a share of %s is withheld.",
                        risk.decidedBy(), risk.decidedOn(), chosen.toPlainString())
                : Outcome.fail(
                                "The decision names a share of %s, below the lowest of %s: the usual one of %s holds.",
                                chosen.toPlainString(), lowest.toPlainString(), usual.toPlainString())
                        .remedy("Decide on a share of %s or more.", lowest.toPlainString());
        return outcome.with("share", chosen.toPlainString()).with("lowestShare", lowest.toPlainString());
    }
}
