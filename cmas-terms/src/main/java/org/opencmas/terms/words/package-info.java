/**
 * Which words of an agency's own text speak of bidding, however they are spelled (SOL-TERM-RFO, PRO-NO-PROTEST).
 *
 * <p>Not here: where such a text stands, and what is said to its writer.
 */
@NullMarked
package org.opencmas.terms.words;

import org.jspecify.annotations.NullMarked;
