package org.opencmas.registry.agreement.terms;

/** Whether orders can be issued under an agreement, its term aside (CON-ACTIVE-CHECK). */
public enum AgreementStatus {
    ACTIVE,
    SUSPENDED,
    /** For ever. */
    TERMINATED;

    /** Active and suspended follow each other; both end in terminated, and nothing follows that. A change to the same is none. */
    public boolean canBecome(AgreementStatus next) {
        return this != TERMINATED && this != next;
    }
}
