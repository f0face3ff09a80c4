package org.opencmas.fees.reconciliation;

import org.opencmas.terms.Identifier;

/**
 * How contractor and agency both call a document: order number and amendment. Order numbers are an agency's own, so two agencies' may be
 * the same (practice 7.6).
 */
record OrderName(String agencyName, String orderNumber, int amendmentNumber) {
    boolean isSameDocument(OrderName other) {
        return amendmentNumber == other.amendmentNumber
                && Identifier.keyOf(orderNumber).equals(Identifier.keyOf(other.orderNumber));
    }

    boolean isSameAgency(OrderName other) {
        return Identifier.keyOf(agencyName).equals(Identifier.keyOf(other.agencyName));
    }
}
