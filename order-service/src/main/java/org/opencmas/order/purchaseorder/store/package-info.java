/**
 * The rows of the orders and the events that tell of them, with plain JDBC. It takes and gives back aggregates and decides
 * nothing; every method works in its caller's transaction.
 */
@NullMarked
package org.opencmas.order.purchaseorder.store;

import org.jspecify.annotations.NullMarked;
