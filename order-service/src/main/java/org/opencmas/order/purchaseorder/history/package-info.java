/**
 * What was done to an order and what was said at it: the contractor's answers, the termination, the decision's findings, in
 * their order of time.
 */
@NullMarked
package org.opencmas.order.purchaseorder.history;

import org.jspecify.annotations.NullMarked;
