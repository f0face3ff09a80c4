/**
 * New orders, the suite's busiest path: an order is made of a body, written together with others that come at the same moment,
 * and found again when its request is repeated.
 */
@NullMarked
package org.opencmas.order.purchaseorder.placing;

import org.jspecify.annotations.NullMarked;
