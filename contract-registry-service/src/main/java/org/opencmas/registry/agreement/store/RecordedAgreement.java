package org.opencmas.registry.agreement.store;

import java.time.LocalDate;

/**
 * An agreement with one of its supplements and the version it has now: what an operation hands back.
 *
 * @param version counts the agreement's events; the entity tag
 * @param expired whether the term had ended before the day that is shown, whatever the status
 */
public record RecordedAgreement(AgreementState state, long version, Supplement supplement, boolean expired) {
    /** @param day whose status is shown */
    public static RecordedAgreement of(
            Agreement agreement, Supplement supplement, StatusTimeline timeline, LocalDate day) {
        return new RecordedAgreement(
                AgreementState.of(agreement, supplement, timeline, day),
                agreement.version(),
                supplement,
                supplement.terms().termEnd().isBefore(day));
    }
}
