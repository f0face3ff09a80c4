/** Whether what was typed into an order can be meant: look-alikes, slips of the keyboard, and what does not fit the agency's earlier orders. */
@NullMarked
package org.opencmas.order.purchaseorder.plausibility;

import org.jspecify.annotations.NullMarked;
