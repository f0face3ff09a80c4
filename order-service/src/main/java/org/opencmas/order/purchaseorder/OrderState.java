package org.opencmas.order.purchaseorder;

/** Where a version of an order stands. Which act leads from where to where is in {@link Lifecycle}. */
public enum OrderState {
    /** Kept by the agency, not yet sent for a decision. */
    DRAFT,
    /** Sent; the rule book has not decided yet. */
    SUBMITTED,
    /** Nothing blocks it: it is out to the contractor. */
    ISSUED,
    /** Something blocks it: it is back at the agency with the findings. */
    RETURNED,
    /** The contractor accepted it. */
    ACCEPTED,
    /** The contractor rejected it as inaccurate (Guide s3 p9). */
    REJECTED,
    /** Issued as an amendment; the contractor has not answered the amended order yet. */
    AMENDED,
    /** Ended early on one of the grounds of the CMAS terms (Guide s3 p9). */
    TERMINATED,
    /** An amendment that never comes into force: it was open when its order was terminated, or was not judged as its preview showed. */
    LAPSED;

    /** Whether the contractor has seen the version: issued once, whatever came after. */
    public boolean isOut() {
        return this != DRAFT && this != SUBMITTED && this != RETURNED && this != LAPSED;
    }
}
