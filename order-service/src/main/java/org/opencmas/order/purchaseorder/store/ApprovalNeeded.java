package org.opencmas.order.purchaseorder.store;

import java.sql.SQLException;
import java.util.Map;
import org.opencmas.problem.RefusedByRule;

/**
 * The agency's policy asks for approval, and the version was not approved by somebody other than its writer. The database tells, since it
 * sees every way in which a version is sent.
 */
public final class ApprovalNeeded extends RefusedByRule {
    private static final long serialVersionUID = 1;
    private static final String CHECK_VIOLATION = "23514";

    public ApprovalNeeded() {
        super(
                "approval-needed",
                "Your agency's policy asks for an approval before an order or amendment is sent. Keep it as a draft (\"draft\": true),"
                        + " have an approver who did not write it POST its /approval, then POST its /submission. An approval counts as long as the"
                        + " policy names its approver, up to the order's worth.",
                Map.of("rule", "ORD-LIMIT-LOCAL", "nextAct", "APPROVE"));
    }

    /** Whether a statement failed because of it. */
    public static boolean isWhy(SQLException failure) {
        return CHECK_VIOLATION.equals(failure.getSQLState())
                && String.valueOf(failure.getMessage()).contains("approved_before_it_is_sent");
    }
}
