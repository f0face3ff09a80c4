package org.opencmas.compliance.review.finding.automatic;

import java.util.Arrays;
import java.util.List;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewSettings;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.compliance.review.finding.Weight;
import org.opencmas.compliance.rule.nsp.NspLimit;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.terms.Usd;

/** Items that are not specifically priced at {@link ReviewSettings#nspNearShare} of their limit or more (inclusive) are asked about; above it they are a violation. */
final class NspNearLimit implements AutomaticCheck {
    @Override
    public List<ReviewFinding> find(ReviewedOrder order) {
        Order document = order.facts().order();
        if (document.nspLines().isEmpty()) {
            return List.of();
        }
        List<String> lines = Phrases.ids(document.nspLines());
        if (Arrays.stream(NspLimit.FIGURES)
                .anyMatch(figure -> order.facts().parameter(figure).isEmpty())) {
            return List.of(ReviewFinding.undetermined(
                    FindingKind.NSP_NEAR_LIMIT,
                    "The limit of items not specifically priced is not known for " + document.relevantDate() + ".",
                    lines));
        }
        Usd nsp = Order.sum(document.nspLines());
        Usd limit = NspLimit.of(order.facts()).on(document.total());
        if (!limit.times(order.settings().nspNearShare()).isAtMost(nsp)) {
            return List.of();
        }
        String message = "Items not specifically priced come to %s of at most %s.".formatted(nsp, limit);
        Weight weight = nsp.isAtMost(limit) ? Weight.QUESTION : Weight.VIOLATION;
        return List.of(ReviewFinding.of(FindingKind.NSP_NEAR_LIMIT, weight, message, lines)
                .with("nspTotal", nsp)
                .with("limit", limit));
    }
}
