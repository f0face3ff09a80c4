/**
 * Answers every refused or failed request as RFC 9457 problem details, the framework's own refusals included.
 *
 * <p>Features declare small final subclasses of {@link org.opencmas.problem.Refusal} and throw them; nothing else knows
 * how an exception becomes HTTP. This package decides neither who may call nor what a rule says.
 */
@NullMarked
package org.opencmas.problem;

import org.jspecify.annotations.NullMarked;
