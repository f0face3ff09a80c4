/** A report as it stands: the ledger's statement, the draft, and every version filed so far, readable for ever as first issued. */
@NullMarked
package org.opencmas.fees.report.filed;

import org.jspecify.annotations.NullMarked;
