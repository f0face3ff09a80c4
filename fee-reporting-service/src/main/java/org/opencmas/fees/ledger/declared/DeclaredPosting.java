package org.opencmas.fees.ledger.declared;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.ledger.Amount;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.CalendarQuarter;

/**
 * One signed difference as it stands in the book of declared orders.
 *
 * @param number counts the postings of the declared order from 1, over all its lines
 * @param quarter the quarter whose report shows it; the one it belongs to is its line's
 */
record DeclaredPosting(
        UUID postingId,
        int number,
        Names names,
        Dimension dimension,
        CalendarQuarter quarter,
        Reason reason,
        Amount amount) {
    /** As the contractor wrote them. */
    record Names(String agencyName, String purchaseOrderNumber) {}

    /**
     * What an amount is told apart by.
     *
     * @param orderDate the date that decides the rate
     */
    record Dimension(DeclaredOrder.Line line, LocalDate orderDate, UUID contractorId, Rate rate, Treatment treatment) {}

    record Reason(DeclaredCause cause, @Nullable UUID orderId) {}
}
