/** Exports of the sales dashboards as files: jobs with a row count and control totals, pinned to a position, never cut. */
@NullMarked
package org.opencmas.fees.dashboard.export;

import org.jspecify.annotations.NullMarked;
