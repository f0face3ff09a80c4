package org.opencmas.fees.ledger;

import java.util.UUID;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.terms.CalendarQuarter;

/**
 * One difference as it stands in the ledger.
 *
 * @param numberInOrder counts the order's postings from 1
 * @param quarter the quarter whose report shows it; later than the one it belongs to only when that was filed already
 */
public record Posting(
        UUID postingId, OrderPart part, int numberInOrder, CalendarQuarter quarter, Difference difference) {}
