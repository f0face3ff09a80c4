/**
 * One version of an order as it is printed, stored and published, and its JSON. What was stored once is read for ever.
 *
 * <p>It knows no state and no act: a document says what is ordered, not where the order stands.
 */
@NullMarked
package org.opencmas.order.purchaseorder.document;

import org.jspecify.annotations.NullMarked;
