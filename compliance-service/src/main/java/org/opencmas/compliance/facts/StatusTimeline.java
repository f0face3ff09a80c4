package org.opencmas.compliance.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement.Status;

/**
 * The status of one CMAS, day by day.
 *
 * @param entries ascending by day; at least one
 */
record StatusTimeline(List<Entry> entries) {
    StatusTimeline {
        entries = List.copyOf(entries);
    }

    /**
     * A status and since when.
     *
     * @param effectiveOn first day it counts for, inclusive
     */
    record Since(Status status, LocalDate effectiveOn) {}

    /** @param dayAssumed true when no event gave the day */
    record Entry(Since since, boolean dayAssumed) {}

    /**
     * What one event said of the status.
     *
     * @param since the status, and the day from which it is taken to count if there is no timeline
     * @param timeline null in an event from before there was one
     */
    record Reported(Since since, @Nullable List<Since> timeline) {}

    /**
     * The latest timeline of an event, with the statuses that later events gave without one. A status without a timeline counts from its
     * event's day on, for every later day: such an event could not announce a change ahead.
     *
     * @param reported in the order of the events; at least one
     */
    static StatusTimeline of(List<Reported> reported) {
        NavigableMap<LocalDate, Entry> days = new TreeMap<>();
        for (Reported event : reported) {
            if (event.timeline() != null) {
                days.clear();
                event.timeline().forEach(since -> days.put(since.effectiveOn(), new Entry(since, false)));
            } else if (days.isEmpty()) {
                days.put(event.since().effectiveOn(), new Entry(event.since(), false));
            } else {
                change(days, event.since());
            }
        }
        return new StatusTimeline(List.copyOf(days.values()));
    }

    private static void change(NavigableMap<LocalDate, Entry> days, Since since) {
        LocalDate firstDay = days.firstKey();
        LocalDate day = since.effectiveOn().isBefore(firstDay) ? firstDay : since.effectiveOn();
        if (days.floorEntry(day).getValue().since().status() != since.status()) {
            days.tailMap(day, true).clear();
            days.put(day, new Entry(new Since(since.status(), day), true));
        }
    }

    /** The entry that counts on a day; before the first day, the first. */
    Entry on(LocalDate day) {
        return entries.stream()
                .filter(entry -> !entry.since().effectiveOn().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(entries.getFirst());
    }
}
