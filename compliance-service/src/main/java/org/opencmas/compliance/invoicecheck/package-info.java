/**
 * Dry runs of invoices and payments over HTTP: their bodies, the one reading of them, and what is answered. Nothing is stored.
 *
 * <p>Not here: the rules they are judged by ({@code rule}), and invoices and payments as they are kept (the order service).
 */
@NullMarked
package org.opencmas.compliance.invoicecheck;

import org.jspecify.annotations.NullMarked;
