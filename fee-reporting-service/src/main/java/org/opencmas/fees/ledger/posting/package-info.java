/**
 * Brings the ledger to what the orders are worth, by posting the differences. The only way into the ledger.
 */
@NullMarked
package org.opencmas.fees.ledger.posting;

import org.jspecify.annotations.NullMarked;
