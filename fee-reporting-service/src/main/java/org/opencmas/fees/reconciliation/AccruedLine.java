package org.opencmas.fees.reconciliation;

import java.time.LocalDate;
import java.util.UUID;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/**
 * What the ledger has of one document of an order in one quarter.
 *
 * @param quarter the one whose report shows it
 * @param base dollars before tax and freight, signed
 * @param fee exact, signed; zero where it is waived
 */
record AccruedLine(
        Document document,
        OrderName name,
        LocalDate orderDate,
        CalendarQuarter quarter,
        Usd base,
        Rate rate,
        Treatment treatment,
        Usd fee) {
    /** A version of an order, or what ended it. */
    record Document(UUID orderId, int documentVersion, Cause cause) {}

    /** The same document once more: corrections split it. */
    AccruedLine plus(AccruedLine other) {
        return new AccruedLine(
                document,
                name,
                orderDate,
                quarter,
                base.plus(other.base),
                rate.equals(Rate.NONE) ? other.rate : rate,
                other.treatment,
                fee.plus(other.fee));
    }
}
