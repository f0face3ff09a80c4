/**
 * Invoices on an order: taken down by line, matched with order and receipts, disputed and returned, corrected, approved, and the clock of
 * prompt payment. What is paid on them is in {@code payment}.
 */
@NullMarked
package org.opencmas.order.invoice;

import org.jspecify.annotations.NullMarked;
