package org.opencmas.fees.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Agreement;
import org.opencmas.terms.CmasNumber;

/**
 * The fields read of an agreement.
 *
 * @param status as of the day of the event
 * @param statusTimeline the status from each day on, ascending, at most one a day, as known at the event; absent in events from before
 *     it was told
 * @param effectiveOn the day from which the latest supplement's terms hold; says nothing about the status
 */
record AgreementState(
        String cmasNumber,
        UUID contractorId,
        String status,
        @Nullable List<StatusSince> statusTimeline,
        LocalDate effectiveOn,
        LocalDate termStart,
        LocalDate termEnd) {
    private static final String TERMINATED = "TERMINATED";

    record StatusSince(String status, LocalDate effectiveOn) {}

    CmasNumber number() {
        return CmasNumber.parse(cmasNumber);
    }

    /**
     * The agreement of the event.
     *
     * @param before what was known of it
     * @param toldOn the civil day in Los Angeles of the event's time
     */
    Agreement agreement(Optional<Agreement> before, LocalDate toldOn) {
        return new Agreement(
                number(),
                contractorId,
                termStart,
                termEnd,
                terminatedOn(before, toldOn).orElse(null),
                effectiveOn);
    }

    /** Without a timeline the termination took effect on the day on which it was told first. */
    private Optional<LocalDate> terminatedOn(Optional<Agreement> before, LocalDate toldOn) {
        if (statusTimeline != null) {
            return statusTimeline.stream()
                    .filter(since -> since.status.equals(TERMINATED))
                    .map(StatusSince::effectiveOn)
                    .findFirst();
        }
        if (!status.equals(TERMINATED)) {
            return Optional.empty();
        }
        return before.flatMap(known -> Optional.ofNullable(known.terminatedOn()))
                .or(() -> Optional.of(toldOn));
    }
}
