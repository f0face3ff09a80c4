package org.opencmas.order.purchaseorder.acts;

import java.util.Map;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.problem.Conflict;

/**
 * More was paid on the order than it would come to by the amendment. The database tells, since it keeps the balance of what was paid against
 * what may be.
 */
final class AmendmentBelowPaid extends Conflict {
    private static final long serialVersionUID = 1;

    AmendmentBelowPaid(OrderDocument amended) {
        super(
                "amendment-below-paid",
                "More was paid on the order than it would come to by this amendment, "
                        + amended.amounts().total()
                        + " with tax and freight. See the order's /account; amend to what was paid at the least, or have a payment"
                        + " come back first.",
                Map.of("total", amended.amounts().total()));
    }
}
