/**
 * Where the two source texts say what the rules ask: every sentence by its place and its hash, linked to the requirements that it makes or to
 * the reason why it makes none; and of each requirement who is bound, from what it is judged, and where its limits are.
 *
 * <p>The texts themselves are not here: a sentence is known by section, page, heading, ordinal and the SHA-256 of its words. The tests read
 * the texts where they lie beside the checkout, and compare.
 */
@NullMarked
package org.opencmas.compliance.law;

import org.jspecify.annotations.NullMarked;
