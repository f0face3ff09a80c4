/** Answers every refused or failed request as RFC 9457 problem details. */
@NullMarked
package org.opencmas.problem;

import org.jspecify.annotations.NullMarked;
