package org.opencmas.order.purchaseorder.acts;

import java.sql.SQLException;
import java.util.Map;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.problem.Conflict;

/**
 * More was paid on the order than it would come to by the amendment. The database tells, since it keeps the balance of what was paid against
 * what may be.
 */
final class AmendmentBelowPaid extends Conflict {
    private static final long serialVersionUID = 1;
    private static final String CHECK_VIOLATION = "23514";

    AmendmentBelowPaid(OrderDocument amended) {
        super(
                "amendment-below-paid",
                "More was paid on the order than it would come to by this amendment, "
                        + amended.amounts().total()
                        + " with tax and freight. See the order's /account; amend to what was paid at the least, or have a payment"
                        + " come back first.",
                Map.of("total", amended.amounts().total()));
    }

    /** Whether the failure is that of the balance: by the names of its constraints. */
    static boolean isTold(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return CHECK_VIOLATION.equals(failure.getSQLState())
                && (message.contains("no_more_paid_than_may_be") || message.contains("enough_withheld"));
    }
}
