package org.opencmas.compliance.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;

/**
 * The snapshots of one CMAS, and its status day by day: the two change independently of each other.
 *
 * @param snapshots by effective day, then by arrival
 */
record AgreementHistory(List<Agreement> snapshots, StatusTimeline statuses) {
    static final AgreementHistory NONE = new AgreementHistory(List.of(), new StatusTimeline(List.of()));

    /**
     * The CMAS as it stood on that day: the last snapshot effective by then, with the status of the day. Before the first one, the first snapshot still tells when it
     * is the original agreement or when the day lies before its term; else nothing is known of that day.
     */
    @Nullable
    Agreement on(LocalDate day) {
        Agreement terms = termsOn(day);
        if (terms == null) {
            return null;
        }
        StatusTimeline.Entry status = statuses.on(day);
        return terms.withStatus(status.since().status(), status.dayAssumed());
    }

    private @Nullable Agreement termsOn(LocalDate day) {
        return snapshots.stream()
                .filter(snapshot -> !snapshot.effectiveOn().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> beforeTheFirst(day));
    }

    private @Nullable Agreement beforeTheFirst(LocalDate day) {
        return snapshots.stream()
                .findFirst()
                .filter(first -> first.supplementNumber() == 0 || day.isBefore(first.termStart()))
                .orElse(null);
    }
}
