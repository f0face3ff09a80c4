/**
 * The subjects of the chapters on payment: an invoice that waits for its approval, and a payment that is about to be made, with the clock
 * and the withhold that are worked out from them.
 *
 * <p>Not here: what is asked of them ({@code payment}, {@code progresspayment}, {@code tax}), and invoices as they are kept and paid.
 */
@NullMarked
package org.opencmas.compliance.rule.invoice;

import org.jspecify.annotations.NullMarked;
