package org.opencmas.console.draft;

/** Why an order is amended, from the order service's list, beside the agency's own words. */
public enum AmendmentReason {
    REJECTED_BY_CONTRACTOR,
    CORRECTION,
    QUANTITY,
    PRICE,
    SCOPE,
    TERM,
    AGREEMENT,
    FUNDING,
    OTHER
}
