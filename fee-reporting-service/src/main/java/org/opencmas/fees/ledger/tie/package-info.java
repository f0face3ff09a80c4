/**
 * Says that an order which a report adds and a known one are the same, though they are typed differently (docs/adr/0076): suggested, never
 * done by itself, and to be withdrawn. What follows is posted as if the report had named the known order.
 */
@NullMarked
package org.opencmas.fees.ledger.tie;

import org.jspecify.annotations.NullMarked;
