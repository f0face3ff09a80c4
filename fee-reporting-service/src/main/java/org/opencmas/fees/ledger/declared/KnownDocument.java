package org.opencmas.fees.ledger.declared;

import java.util.UUID;
import org.opencmas.fees.ledger.declared.DeclaredOrder.Order;
import org.opencmas.terms.CalendarQuarter;

/**
 * A document of an order under the agreement that the suite has from the agency and whose fee can be worked out: whatever is to be paid
 * of it, the ledger has.
 *
 * @param belongsTo the quarter of its date
 */
record KnownDocument(UUID orderId, Order order, int amendmentNumber, CalendarQuarter belongsTo) {}
