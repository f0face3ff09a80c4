/**
 * Checks of documents that the suite does not keep here: the words of a request for offer, the names on an invoice. Dry runs; nothing is
 * stored.
 *
 * <p>Not here: orders ({@code ordercheck}), and the rules themselves ({@code rule}).
 */
@NullMarked
package org.opencmas.compliance.documentcheck;

import org.jspecify.annotations.NullMarked;
