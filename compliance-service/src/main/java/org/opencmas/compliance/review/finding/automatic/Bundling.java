package org.opencmas.compliance.review.finding.automatic;

import java.util.List;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.compliance.rule.order.NoBundling;

/** CMP-CONTRACTOR-3, price bundling: what the rule on bundling finds; a lump sum is a violation, a lot or an unlisted price of zero a question. */
final class Bundling implements AutomaticCheck {
    private static final NoBundling RULE = new NoBundling();

    @Override
    public List<ReviewFinding> find(ReviewedOrder order) {
        return RuleFindings.of(FindingKind.PRICE_BUNDLING, RULE, order.facts());
    }
}
