package org.opencmas.fees.reconciliation;

import org.opencmas.terms.Usd;

/**
 * One cause of a difference.
 *
 * @param sales what the ledger has more than the report on its account, before tax and freight, signed
 * @param fee likewise of the fee, exact
 */
record DifferenceFound(DifferenceCause cause, OrderName order, Usd sales, Usd fee) {}
