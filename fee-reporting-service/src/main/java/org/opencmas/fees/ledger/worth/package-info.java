/**
 * What fee the orders are worth, computed anew from all that is known of them. Reads facts, writes nothing.
 */
@NullMarked
package org.opencmas.fees.ledger.worth;

import org.jspecify.annotations.NullMarked;
