package org.opencmas.fees.obligation;

import java.time.LocalDate;
import java.util.UUID;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/**
 * One report that is expected.
 *
 * @param dueOn the last day on which it is in time
 */
public record ReportObligation(
        CmasNumber agreement, CalendarQuarter quarter, UUID contractorId, LocalDate dueOn, boolean filed) {
    /** Where it stands on the day, a civil date in Los Angeles. */
    public ObligationState stateOn(LocalDate today) {
        return ObligationState.on(today, quarter, dueOn, filed);
    }
}
