/**
 * Dry runs of payments over HTTP: their bodies, the one reading of them, and what is answered. Nothing is stored.
 *
 * <p>Not here: the reading of the invoice that is paid ({@code invoicecheck}), and payments as they are kept (the order service).
 */
@NullMarked
package org.opencmas.compliance.paymentcheck;

import org.jspecify.annotations.NullMarked;
