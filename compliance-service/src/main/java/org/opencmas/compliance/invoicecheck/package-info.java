/**
 * Dry runs of invoices over HTTP: their bodies, the one reading of them, and what is answered. Nothing is stored.
 *
 * <p>Not here: the rules they are judged by ({@code rule}), and payments ({@code paymentcheck}), and invoices as they are kept (the order service).
 */
@NullMarked
package org.opencmas.compliance.invoicecheck;

import org.jspecify.annotations.NullMarked;
