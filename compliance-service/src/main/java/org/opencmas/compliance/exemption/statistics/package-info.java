/** Counts exemption determinations by agreement, outcome and decision, from what was recorded. */
@NullMarked
package org.opencmas.compliance.exemption.statistics;

import org.jspecify.annotations.NullMarked;
