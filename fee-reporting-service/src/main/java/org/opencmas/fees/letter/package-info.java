/**
 * Letters to all contractors whom something concerns, merged from the work queue and kept in a log. Sending them is the mail room's; here is
 * what was written to whom, why, and on whose word.
 */
@NullMarked
package org.opencmas.fees.letter;

import org.jspecify.annotations.NullMarked;
