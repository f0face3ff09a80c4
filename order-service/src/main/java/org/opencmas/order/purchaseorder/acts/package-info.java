/**
 * What is done to an order after it was placed: submission, revision, amendment, the contractor's answer, termination. One class
 * for each act, and one that all of them pass through, which holds the order and stores the change.
 */
@NullMarked
package org.opencmas.order.purchaseorder.acts;

import org.jspecify.annotations.NullMarked;
