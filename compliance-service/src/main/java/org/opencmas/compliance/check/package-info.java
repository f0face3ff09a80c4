/**
 * Dry runs over HTTP: an order or an amendment, the words of a request for offer, the names on an invoice; and the rule book that they are
 * checked by, shown to anyone. Nothing is stored.
 *
 * <p>Not here: submitted orders ({@code evaluation}), the facts ({@code facts}), and the rules themselves ({@code rule}).
 */
@NullMarked
package org.opencmas.compliance.check;

import org.jspecify.annotations.NullMarked;
