/**
 * Compares what a contractor reported with what the ledger accrued and with what was remitted, line by line, and names the cause of every
 * difference. {@link org.opencmas.fees.reconciliation.Reconciliation} is pure; nothing here is stored.
 */
@NullMarked
package org.opencmas.fees.reconciliation;

import org.jspecify.annotations.NullMarked;
