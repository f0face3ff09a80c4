package org.opencmas.compliance.rule.superseded.nsp;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.nsp.NspLimit;
import org.opencmas.compliance.rule.nsp.NspLines;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.superseded.firstrelease.OutcomesV1;

/**
 * NSP-DOLLAR-HIGH: on an order above 250,000.00, all NSP items together are at most 5% of it or 25,000.00, whichever is less.
 *
 * <p>Version 1. Where another measure of the total gave another answer, that warning stood in place of the judgement.
 */
public record NspHighLimitV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "NSP-DOLLAR-HIGH",
                    1,
                    RuleKind.BLOCK,
                    "On an order above $250,000, NSP items come to 5% of it or $25,000 at most, whichever is less",
                    "All NSP items together are at most 5% of the order's total, rounded down to the cent, and at most 25,000.00; an"
                            + " amount equal to the limit is allowed.",
                    guide(10, 20, "NSP Dollar Limits"))
            .read(
                    "The order is measured with its NSP items and before tax and freight. The limit jumps at 250,000.00; the text is followed"
                            + " as it stands, and NSP-TIER-BY-NSP warns when NSP items alone carry an order over the border.")
            .using(NspLimit.FIGURES);

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts)
                .or(() -> facts.parameter(ParameterName.NSP_TIER_BORDER)
                        .filter(border -> facts.order().total().amount().compareTo(border) <= 0)
                        .map(border -> "The order is not above %s: NSP-DOLLAR-LOW measures it."
                                .formatted(border.toPlainString())));
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        NspLimit limit = NspLimit.of(facts);
        return OutcomesV1.orPass(
                limit.otherAnswerWithTax(facts.order()).map(Outcome.class::cast).stream(), limit.judge(facts.order()));
    }
}
