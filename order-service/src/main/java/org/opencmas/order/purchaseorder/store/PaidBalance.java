package org.opencmas.order.purchaseorder.store;

import java.sql.SQLException;

/**
 * The balance that the database keeps of each order: no more is paid than may be paid, and enough is withheld. Whatever is stored that would
 * break it, by whichever way, is refused with a failure that is told here.
 */
public final class PaidBalance {
    private static final String CHECK_VIOLATION = "23514";

    private PaidBalance() {}

    /** Whether a statement failed because of the balance: by the names of its constraints. */
    public static boolean isBroken(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return CHECK_VIOLATION.equals(failure.getSQLState())
                && (message.contains("no_more_paid_than_may_be") || message.contains("enough_withheld"));
    }
}
