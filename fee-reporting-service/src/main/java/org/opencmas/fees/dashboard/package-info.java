/**
 * Totals kept as events arrive, so that reading them costs the same at any number of ledger entries.
 */
@NullMarked
package org.opencmas.fees.dashboard;

import org.jspecify.annotations.NullMarked;
