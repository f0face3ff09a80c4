package org.opencmas.compliance.copy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.Certificate;
import org.opencmas.terms.CmasNumber;

/**
 * What the rules need of {@code agreement.registered.v1}, {@code .supplemented.v1}
 * and {@code .status-changed.v1}.
 *
 * @param status on the day of the event
 * @param effectiveOn first day of the terms, not of the status
 * @param statusTimeline every status and its first day; null in an event from before there was one
 */
record AgreementSnapshot(
        CmasNumber cmasNumber,
        UUID contractorId,
        String contractorName,
        Agreement.Status status,
        int supplementNumber,
        LocalDate effectiveOn,
        LocalDate termStart,
        LocalDate termEnd,
        Agreement.ForUseBy forUseBy,
        boolean nspProvision,
        @Nullable Boolean travelAllowed,
        @Nullable BigDecimal stateOrderLimit,
        @Nullable List<Certificate> listedCertifications,
        @Nullable List<StatusSince> statusTimeline) {
    AgreementSnapshot {
        requireOrdered(statusTimeline == null ? List.of() : statusTimeline);
    }

    /**
     * A status and since when.
     *
     * @param effectiveOn first day it counts for, inclusive
     */
    record StatusSince(Agreement.Status status, LocalDate effectiveOn) {}

    private static void requireOrdered(List<StatusSince> timeline) {
        for (int i = 1; i < timeline.size(); i++) {
            StatusSince before = timeline.get(i - 1);
            if (!before.effectiveOn().isBefore(timeline.get(i).effectiveOn())
                    || before.status() == Agreement.Status.TERMINATED) {
                throw new IllegalArgumentException(
                        "a status timeline ascends, and nothing follows TERMINATED: " + timeline);
            }
        }
    }

    List<Certificate> listed() {
        return listedCertifications == null ? List.of() : listedCertifications;
    }
}
