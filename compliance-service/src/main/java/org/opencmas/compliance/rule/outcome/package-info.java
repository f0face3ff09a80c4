/**
 * What a rule finds: an outcome with its verdict, its numbers, its lines and its remedy.
 *
 * <p>Not here: whose outcome it is and whether it blocks ({@code judging}).
 */
@NullMarked
package org.opencmas.compliance.rule.outcome;

import org.jspecify.annotations.NullMarked;
