/**
 * The double-entry ledger of the incentive fee. What an order is worth is computed from scratch out of the facts, and what is
 * posted is the difference to what was posted before; so a replay posts nothing and any correction posts a signed delta.
 * Reports and totals are read from it and never the other way round.
 */
@NullMarked
package org.opencmas.fees.ledger;

import org.jspecify.annotations.NullMarked;
