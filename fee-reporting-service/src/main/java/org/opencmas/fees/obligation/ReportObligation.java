package org.opencmas.fees.obligation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/**
 * One report that is expected.
 *
 * @param contractorId who owes it; empty for an agreement that is not known and whose orders do not agree on a contractor
 * @param dueOn the last day on which it is in time
 * @param settled whether it is settled, and no order is known of it still
 */
public record ReportObligation(
        CmasNumber agreement,
        CalendarQuarter quarter,
        Optional<UUID> contractorId,
        LocalDate dueOn,
        boolean filed,
        boolean settled) {
    /** Where it stands on the day, a civil date in Los Angeles. */
    public ObligationState stateOn(LocalDate today) {
        return ObligationState.on(today, quarter, dueOn, filed, settled);
    }
}
