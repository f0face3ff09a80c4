package org.opencmas.registry.agreement.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Conflict;
import org.opencmas.registry.agreement.terms.AgreementStatus;

/**
 * The status of an agreement, day by day. A recorded change counts from its day on until the next one; of two for the same day the one
 * recorded later counts. A termination is final from its day on: what had been recorded for later days falls away.
 *
 * @param entries ascending, at most one a day, the first on the agreement's first day, none after a termination
 */
public record StatusTimeline(List<StatusSince> entries) {
    public StatusTimeline {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("an agreement has a status from its first day on");
        }
    }

    /** @param changes in the order in which they were recorded, that of the registration first */
    public static StatusTimeline of(List<StatusSince> changes) {
        NavigableMap<LocalDate, AgreementStatus> days = new TreeMap<>();
        for (StatusSince change : changes) {
            days.put(change.effectiveOn(), change.status());
            if (change.status() == AgreementStatus.TERMINATED) {
                days.tailMap(change.effectiveOn(), false).clear();
            }
        }
        return new StatusTimeline(days.entrySet().stream()
                .map(day -> new StatusSince(day.getValue(), day.getKey()))
                .toList());
    }

    /** The status on a day; before the agreement's first day, that of the first day. */
    public AgreementStatus on(LocalDate day) {
        return entries.stream()
                .filter(entry -> !entry.effectiveOn().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(entries.getFirst())
                .status();
    }

    public LocalDate firstDay() {
        return entries.getFirst().effectiveOn();
    }

    /** The first day after the given one on which another entry begins; null when none does. */
    @Nullable
    public LocalDate nextAfter(LocalDate day) {
        return entries.stream()
                .map(StatusSince::effectiveOn)
                .filter(start -> start.isAfter(day))
                .findFirst()
                .orElse(null);
    }

    /** @param end the day after the last, null for without end */
    public boolean isActiveWithin(LocalDate first, @Nullable LocalDate end) {
        return on(first) == AgreementStatus.ACTIVE
                || entries.stream()
                        .filter(entry -> entry.status() == AgreementStatus.ACTIVE)
                        .map(StatusSince::effectiveOn)
                        .anyMatch(start -> start.isAfter(first) && (end == null || start.isBefore(end)));
    }

    /**
     * Refuses a change that changes nothing, and one for a day on which the agreement is terminated.
     *
     * @throws Conflict (409, status-change-impossible) with the timeline
     */
    public void requirePossible(String cmasNumber, StatusSince change) {
        AgreementStatus present = on(change.effectiveOn());
        if (!present.canBecome(change.status())) {
            throw new Conflict(
                    "status-change-impossible",
                    "Agreement " + cmasNumber + " is " + present + " on " + change.effectiveOn() + " and cannot become "
                            + change.status() + " then.",
                    Map.of("statusTimeline", entries));
        }
    }
}
