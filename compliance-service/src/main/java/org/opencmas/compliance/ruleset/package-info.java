/**
 * The rule sets that orders were ever judged by, so that one can be asked again: in a check, or of all decisions.
 *
 * <p>Not here: the rules themselves ({@code rule}), and how a book asks those of a set ({@code judging}).
 */
@NullMarked
package org.opencmas.compliance.ruleset;

import org.jspecify.annotations.NullMarked;
