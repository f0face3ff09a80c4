package org.opencmas.fees.obligation;

import java.time.LocalDate;
import org.opencmas.terms.CalendarQuarter;

/** Where an expected report stands on a day. */
public enum ObligationState {
    /** The quarter is not over: nothing can be filed yet. */
    OPEN,
    /** The quarter is over and the due date is not past, the due date itself included. */
    DUE,
    /** The due date is past and nothing was filed. */
    OVERDUE,
    FILED,
    /** DGS settled it: due before the suite began, and no order is known of it. It can still be filed. */
    SETTLED;

    static ObligationState on(
            LocalDate today, CalendarQuarter quarter, LocalDate dueOn, boolean filed, boolean settled) {
        if (filed) {
            return FILED;
        }
        if (!today.isAfter(quarter.lastDay())) {
            return OPEN;
        }
        if (settled) {
            return SETTLED;
        }
        return today.isAfter(dueOn) ? OVERDUE : DUE;
    }
}
