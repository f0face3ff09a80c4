/** How punctually contractors report and how old what they have not paid is, read from totals. */
@NullMarked
package org.opencmas.fees.dashboard.reports;

import org.jspecify.annotations.NullMarked;
