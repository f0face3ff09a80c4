package org.opencmas.fees.reconciliation;

import org.opencmas.terms.Identifier;

/**
 * How contractor and agency both call a document: order number and amendment. Order numbers are an agency's own, so two agencies' may be
 * the same (practice 7.6).
 */
record OrderName(String agencyName, String orderNumber, int amendmentNumber) {
    /** The same for the same document, of whatever agency. */
    Document document() {
        return new Document(Identifier.keyOf(orderNumber), amendmentNumber);
    }

    /** A document's name without its agency's, however it is written. */
    record Document(String orderKey, int amendmentNumber) {}

    /** The same for the same document of the same agency. */
    OfAgency ofAgency() {
        return new OfAgency(document(), Identifier.keyOf(agencyName));
    }

    /** A document's name with its agency's. */
    record OfAgency(Document document, String agencyKey) {}

    boolean isSameAgency(OrderName other) {
        return Identifier.keyOf(agencyName).equals(Identifier.keyOf(other.agencyName));
    }
}
