package org.opencmas.registry.agreement;

/**
 * An agreement with one of its supplements and the version it has now: what an operation hands back.
 *
 * @param version counts the agreement's events; the entity tag
 */
record Entry(AgreementState state, long version, Supplement supplement) {
    static Entry of(Agreement agreement, Supplement supplement) {
        return new Entry(AgreementState.of(agreement, supplement), agreement.version(), supplement);
    }
}
