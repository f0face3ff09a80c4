package org.opencmas.compliance.review.finding.automatic;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewSettings;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.compliance.review.finding.ReviewedOrder.Neighbours;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * Several orders of one agency on one CMAS, each at most {@link ReviewSettings#splitDays} days away, that together pass a limit which this one keeps: the
 * State order limit of the CMAS, or a local agency's own. A sum at the limit is none. A sign to look at and no proof.
 */
final class SplitOrders implements AutomaticCheck {
    @Override
    public List<ReviewFinding> find(ReviewedOrder order) {
        Neighbours near = order.near();
        Optional<Usd> limit = limit(order);
        Usd own = order.facts().order().total();
        if (near.count() < 2 || limit.isEmpty()) {
            return List.of();
        }
        if (!own.isAtMost(limit.get()) || near.total().isAtMost(limit.get())) {
            return List.of();
        }
        return List.of(ReviewFinding.question(
                        FindingKind.SPLIT_ORDERS,
                        "%d orders of the agency within %d days of this one come to %s on the same CMAS, above the limit of %s that this one keeps with %s."
                                .formatted(near.count(), order.settings().splitDays(), near.total(), limit.get(), own),
                        List.of())
                .with("orders", near.count())
                .with("together", near.total())
                .with("limit", limit.get()));
    }

    private static Optional<Usd> limit(ReviewedOrder order) {
        Agency agency = order.facts().agency();
        return order.buyer() == AgencyClass.STATE
                ? order.facts().lowestStateOrderLimit()
                : Optional.ofNullable(agency == null ? null : agency.orderLimit());
    }
}
