/** Order, receipts and invoices beside each other, line by line, and every difference with its reason. It stores nothing. */
@NullMarked
package org.opencmas.order.invoice.match;

import org.jspecify.annotations.NullMarked;
