package org.opencmas.compliance.review.finding.automatic;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.compliance.review.finding.ReviewedOrder.ContractorsReturn;
import org.opencmas.compliance.review.finding.Weight;

/**
 * CMP-RETURN-NONCOMPLIANT: a contractor returns an order that does not comply, and the agency amends or replaces it. Asked only of orders
 * on which a requirement is broken. The return of an earlier version does not count: what was wrong then may have been mended, and this is what
 * is wrong now.
 */
final class NotReturned {
    private NotReturned() {}

    static Optional<ReviewFinding> find(ReviewedOrder order, List<ReviewFinding> found) {
        boolean broken = found.stream().anyMatch(finding -> finding.weight() == Weight.VIOLATION);
        ContractorsReturn returned = order.returned();
        if (!broken || returned.on() != null) {
            return Optional.empty();
        }
        return Optional.of(
                returned.known()
                        ? ReviewFinding.violation(
                                FindingKind.NOT_RETURNED,
                                "The order does not comply, and the contractor did not return it to the agency to be amended or replaced.",
                                List.of())
                        : ReviewFinding.undetermined(
                                FindingKind.NOT_RETURNED,
                                "The order does not comply; whether the contractor returned it was not yet kept here on its day.",
                                List.of()));
    }
}
