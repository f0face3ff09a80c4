package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.terms.Usd;

/** NSP-TIER-BY-NSP: a warning when the order is above 250,000.00 only because of its NSP items. */
public record NspLiftsTier() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "NSP-TIER-BY-NSP",
                    2,
                    RuleKind.WARNING,
                    "NSP items alone do not carry an order over the border of the NSP limits",
                    "Above 250,000.00 more NSP is allowed. An order that is above it only because of its NSP items is worth a look.",
                    guide(10, 20, "NSP Dollar Limits"))
            .read("The guide does not ask for this; it follows from the jump of the limit at 250,000.00.")
            .using(ParameterName.NSP_TIER_BORDER);

    @Override
    public RuleText text() {
        return TEXT;
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
