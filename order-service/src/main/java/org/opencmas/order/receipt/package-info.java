/** Receipts: what of an order arrived or was done, what of it was accepted, and when all was finally accepted. */
@NullMarked
package org.opencmas.order.receipt;

import org.jspecify.annotations.NullMarked;
