package org.opencmas.compliance.rule.judging;

/** What becomes of an order. */
public enum Decision {
    /** Nothing blocks: the agency's order goes to the contractor. */
    ISSUE,
    /** Something blocks: the order goes back to the agency with the findings. */
    RETURN
}
