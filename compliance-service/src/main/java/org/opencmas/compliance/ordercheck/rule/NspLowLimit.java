package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;

/** NSP-DOLLAR-LOW: on an order of 250,000.00 or less, all NSP items together are at most 5,000.00; both figures included. */
public record NspLowLimit() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "NSP-DOLLAR-LOW",
                    2,
                    RuleKind.BLOCK,
                    "On an order of $250,000 or less, NSP items come to $5,000 at most",
                    "All NSP items together are at most 5,000.00 on an order of at most 250,000.00; both figures are included.",
                    guide(10, 20, "NSP Dollar Limits"))
            .read(
                    "The order is measured with its NSP items and before tax and freight; if the total with tax and freight gives another"
                            + " answer, that is a warning.")
            .using(NspLimit.FIGURES);

    @Override
    public RuleText text() {
        return TEXT;
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
