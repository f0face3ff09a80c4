package org.opencmas.fees.facts;

import java.time.LocalDate;
import java.util.UUID;
import org.opencmas.terms.CmasNumber;

/**
 * An agreement as far as fee and reports depend on it.
 *
 * @param contractorId the holder, who owes the fee and files the report, also for sales of its authorized resellers
 * @param termStart first day, inclusive
 * @param termEnd last day on which it can be ordered from, inclusive: the term's end, or the day of an earlier termination
 * @param effectiveOn the day from which this snapshot holds
 */
public record Agreement(
        CmasNumber number, UUID contractorId, LocalDate termStart, LocalDate termEnd, LocalDate effectiveOn) {}
