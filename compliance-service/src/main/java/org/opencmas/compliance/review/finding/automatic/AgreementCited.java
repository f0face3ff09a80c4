package org.opencmas.compliance.review.finding.automatic;

import java.util.ArrayList;
import java.util.List;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.compliance.rule.agreement.CmasActive;
import org.opencmas.compliance.rule.order.CmasNumberCorrect;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/** CMP-EVIDENCE-5, first and fifth question: each CMAS cited was active on the day it was ordered from and is the contractor's own. */
final class AgreementCited implements AutomaticCheck {
    private static final CmasActive ACTIVE = new CmasActive();
    private static final CmasNumberCorrect CORRECT = new CmasNumberCorrect();

    @Override
    public List<ReviewFinding> find(ReviewedOrder order) {
        List<ReviewFinding> found =
                new ArrayList<>(RuleFindings.of(FindingKind.CMAS_NOT_ACTIVE, ACTIVE, order.facts()));
        List<String> without = order.facts().order().linesWithoutCmas().stream()
                .map(OrderLine::lineId)
                .toList();
        if (!without.isEmpty()) {
            found.add(ReviewFinding.violation(
                    FindingKind.WRONG_CMAS_NUMBER,
                    "Line(s) " + String.join(", ", without) + " name no CMAS number that can be read.",
                    without));
        }
        found.addAll(RuleFindings.of(FindingKind.WRONG_CMAS_NUMBER, CORRECT, order.facts()));
        return found;
    }
}
