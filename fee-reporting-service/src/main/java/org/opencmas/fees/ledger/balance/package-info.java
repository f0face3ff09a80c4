/** What the ledger comes to as of a day, as it was known at a moment. */
@NullMarked
package org.opencmas.fees.ledger.balance;

import org.jspecify.annotations.NullMarked;
