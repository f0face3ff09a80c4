package org.opencmas.compliance.review.finding.automatic;

import java.util.List;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewedOrder;

/** One check of an order: pure, the same order always gives the same findings; none for an order on which there is nothing to say. */
interface AutomaticCheck {
    List<ReviewFinding> find(ReviewedOrder order);
}
