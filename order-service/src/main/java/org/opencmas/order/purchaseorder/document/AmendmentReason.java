package org.opencmas.order.purchaseorder.document;

/** Why an order is amended, from a list, beside the agency's own words. */
public enum AmendmentReason {
    /** What the contractor rejected is put right (ORD-AMEND-CAUSE, Guide s12 p23). */
    REJECTED_BY_CONTRACTOR,
    /** What the agency itself found wrong is put right (ORD-CORRECT-FIRST-CONTACT, Guide s3 p9). */
    CORRECTION,
    QUANTITY,
    PRICE,
    SCOPE,
    /** Delivery or performance at another time or place. */
    TERM,
    /** An agreement comes to the order or leaves it. */
    AGREEMENT,
    FUNDING,
    OTHER
}
