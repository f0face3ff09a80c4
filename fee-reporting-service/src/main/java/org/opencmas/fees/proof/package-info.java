/**
 * Checks that say whether the books agree with themselves: entries balance, totals equal the ledger, and each order's ledger
 * equals its fee worked out from scratch by a second, independent way. Nothing here changes the books; what was found is kept.
 */
@NullMarked
package org.opencmas.fees.proof;

import org.jspecify.annotations.NullMarked;
