/** Payments on approved invoices, and payments that came back. What may be paid at all is in {@code account}. */
@NullMarked
package org.opencmas.order.payment;

import org.jspecify.annotations.NullMarked;
