package org.opencmas.compliance.rule.publicworks;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.terms.Usd;

/** PW-BOND-TRIGGER: public works of more than 5,000.00 need a payment bond before work starts; 5,000.00 itself needs none. */
public record BondTrigger() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return PublicWorksText.PW_BOND_TRIGGER;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().lines(OrderLine::publicWorks).isEmpty()
                ? Optional.of("No line is public works.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Usd without = Usd.of(facts.figure(ParameterName.PW_BOND_TRIGGER));
        List<OrderLine> works = facts.order().lines(OrderLine::publicWorks);
        return List.of(judge(facts.order(), works, without)
                .on(works)
                .with("publicWorks", Order.sum(works))
                .with("withoutBondUpTo", without));
    }

    private static Outcome judge(Order order, List<OrderLine> works, Usd without) {
        Usd worth = Order.sum(works);
        if (worth.isAtMost(without)) {
            return Outcome.pass("Public works of %s need no payment bond: they are at most %s.", worth, without);
        }
        return Outcome.warn(
                        "Public works come to %s, more than %s: a payment bond is needed before the work starts.",
                        worth, without)
                .with("bondAtLeast", order.total())
                .remedy(
                        "Give the contractor Std. Form 807, and let %s start only with a bond of at least %s.",
                        Phrases.lines(works), order.total());
    }
}
