package org.opencmas.compliance.rule.nsp;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** NSP-DOLLAR-LOW: on an order of 250,000.00 or less, all NSP items together are at most 5,000.00; both figures included. */
public record NspLowLimit() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return NspText.NSP_DOLLAR_LOW;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts)
                .or(() -> facts.parameter(ParameterName.NSP_TIER_BORDER)
                        .filter(border -> facts.order().total().amount().compareTo(border) > 0)
                        .map(border -> "The order is above %s: NSP-DOLLAR-HIGH measures it."
                                .formatted(border.toPlainString())));
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        NspLimit limit = NspLimit.of(facts);
        return limit.outcomes(facts.order());
    }
}
