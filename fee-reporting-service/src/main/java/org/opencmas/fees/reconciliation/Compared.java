package org.opencmas.fees.reconciliation;

import java.util.List;

/**
 * All that a reconciliation of one agreement and quarter looks at, gathered beforehand.
 *
 * @param accrued what the ledger has in the quarter's report
 * @param reported what the version filed last says, but for added orders that stand as rows
 * @param accruedElsewhere what the ledger has of the agreement in other quarters, as far as the report names it
 * @param reportedElsewhere names of orders that reports of the agreement's other quarters add, as far as they are missing in this one
 * @param stateOrders names of State departments' orders under the agreement, which the ledger leaves out
 * @param alike orders that reports add and that look like known ones typed differently
 */
record Compared(
        List<AccruedLine> accrued,
        List<ReportedSale> reported,
        List<AccruedLine> accruedElsewhere,
        List<OrderName> reportedElsewhere,
        List<OrderName> stateOrders,
        List<TypedDifferently> alike) {
    /** @param known the name that the agency has for the order */
    record TypedDifferently(OrderName reported, OrderName known) {}

    Compared {
        accrued = List.copyOf(accrued);
        reported = List.copyOf(reported);
        accruedElsewhere = List.copyOf(accruedElsewhere);
        reportedElsewhere = List.copyOf(reportedElsewhere);
        stateOrders = List.copyOf(stateOrders);
        alike = List.copyOf(alike);
    }
}
