/** What was bought and what fee it bears, read from totals that are kept as events arrive, down to the single entries behind a figure. */
@NullMarked
package org.opencmas.fees.dashboard.sales;

import org.jspecify.annotations.NullMarked;
