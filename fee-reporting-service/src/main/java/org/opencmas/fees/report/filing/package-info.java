/** Files a report for the first time, at zero too, with the proof of its fee. */
@NullMarked
package org.opencmas.fees.report.filing;

import org.jspecify.annotations.NullMarked;
