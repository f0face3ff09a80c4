/**
 * Tries a rule set, or a proposed figure, on every decision that was ever made: which would have been others, by rule, agency and dollars.
 * Nothing is decided by it; a figure counts once a second person activates it.
 *
 * <p>Not here: what a rule set is ({@code ruleset}), and proposing and activating figures ({@code parameter}).
 */
@NullMarked
package org.opencmas.compliance.rehearsal;

import org.jspecify.annotations.NullMarked;
