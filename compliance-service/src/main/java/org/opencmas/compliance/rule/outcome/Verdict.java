package org.opencmas.compliance.rule.outcome;

/** What a rule says about an order. Missing information is never a pass. */
public enum Verdict {
    /** The requirement is met on the facts shown. */
    PASS,
    /** The requirement is broken; no attestation lifts it. */
    FAIL,
    /** Worth a look; never stops an order. */
    WARN,
    /** Only a person can judge this; a named person's attestation on the order answers it. */
    NEEDS_ATTESTATION,
    /** The requirement does not bind this order; the message says why. */
    NOT_APPLICABLE,
    /** A fact is missing; the message names it. A named person who has checked it elsewhere may attest to that. */
    UNDETERMINED;

    /** True for what somebody has to look at: neither a pass nor a rule that does not apply. */
    public boolean needsAttention() {
        return this != PASS && this != NOT_APPLICABLE;
    }
}
