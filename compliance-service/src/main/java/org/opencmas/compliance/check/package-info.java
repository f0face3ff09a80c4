/**
 * Dry runs over HTTP: an order or an amendment, the words of a request for offer; and the rule book that they are checked by, shown to
 * anyone. Nothing is stored.
 *
 * <p>Not here: invoices and payments ({@code invoicecheck}), submitted orders ({@code evaluation}), the facts ({@code facts}), and the rules
 * themselves ({@code rule}).
 */
@NullMarked
package org.opencmas.compliance.check;

import org.jspecify.annotations.NullMarked;
