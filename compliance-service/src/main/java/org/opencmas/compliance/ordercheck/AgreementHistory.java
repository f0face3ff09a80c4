package org.opencmas.compliance.ordercheck;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.ordercheck.rule.Agreement;

/**
 * The snapshots of one CMAS.
 *
 * @param snapshots by effective day, then by arrival
 */
record AgreementHistory(List<Agreement> snapshots) {
    static final AgreementHistory NONE = new AgreementHistory(List.of());

    /**
     * The CMAS as it stood on that day: the last snapshot effective by then. Before the first one, the first snapshot still tells when it
     * is the original agreement or when the day lies before its term; else nothing is known of that day.
     */
    @Nullable
    Agreement on(LocalDate day) {
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
