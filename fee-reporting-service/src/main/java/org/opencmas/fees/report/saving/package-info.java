/** Takes what a contractor says, line by line or as a file, into the draft. */
@NullMarked
package org.opencmas.fees.report.saving;

import org.jspecify.annotations.NullMarked;
