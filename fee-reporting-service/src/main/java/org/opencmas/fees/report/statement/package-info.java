/** A quarter of an agreement as the ledger has it: lines, totals, the fee with its credit. It knows nothing of what a contractor says. */
@NullMarked
package org.opencmas.fees.report.statement;

import org.jspecify.annotations.NullMarked;
