package org.opencmas.compliance.rule.nsp;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.terms.Usd;

/** NSP-TIER-BY-NSP: a warning when the order is above 250,000.00 only because of its NSP items. */
public record NspLiftsTier() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return NspText.NSP_TIER_BY_NSP;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Usd border = Usd.of(facts.figure(ParameterName.NSP_TIER_BORDER));
        Usd total = facts.order().total();
        Usd priced = total.minus(Order.sum(facts.order().nspLines()));
        if (total.isAtMost(border) || !priced.isAtMost(border)) {
            return List.of(Outcome.pass("The NSP lines do not carry the order over %s.", border));
        }
        return List.of(Outcome.warn(
                        "The order is above %s only because of its NSP lines: without them it comes to %s.",
                        border, priced)
                .with("orderTotal", total)
                .with("pricedTotal", priced)
                .with("border", border)
                .on(facts.order().nspLines())
                .remedy("Make sure that every NSP line is needed for the priced lines."));
    }
}
