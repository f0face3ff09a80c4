/**
 * Purchase orders as immutable document versions, from the draft over the decision of the rule book to the contractor's
 * answer, amendments and termination.
 *
 * <p>This package stores, numbers, groups and adds up. Whether an order is lawful is not decided here: compliance judges
 * every submitted version and this package only follows its decision.
 */
@NullMarked
package org.opencmas.order.purchaseorder;

import org.jspecify.annotations.NullMarked;
