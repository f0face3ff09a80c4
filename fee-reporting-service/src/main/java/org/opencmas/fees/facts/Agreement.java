package org.opencmas.fees.facts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CmasNumber;

/**
 * An agreement as far as fee and reports depend on it. A suspension does not matter to them: the term goes on.
 *
 * @param contractorId the holder, who owes the fee and files the report, also for sales of its authorized resellers
 * @param termStart first day, inclusive
 * @param termEnd last day of the term, inclusive
 * @param terminatedOn the first day on which it is terminated, past or to come; null when it is not
 * @param effectiveOn the day from which the terms of this snapshot hold
 */
public record Agreement(
        CmasNumber number,
        UUID contractorId,
        LocalDate termStart,
        LocalDate termEnd,
        @Nullable LocalDate terminatedOn,
        LocalDate effectiveOn) {
    /** The last day on which it can be ordered from, inclusive; before the first when it was terminated before it began. */
    public LocalDate lastDay() {
        return terminatedOn == null || terminatedOn.isAfter(termEnd) ? termEnd : terminatedOn.minusDays(1);
    }
}
