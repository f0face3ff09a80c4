package org.opencmas.console.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencmas.console.client.Registry.Agreement;
import org.opencmas.console.client.Registry.StatusChange;
import org.opencmas.console.frame.text.Forms;

/** What happened to an agreement, by the day from which it counts, the latest first. */
final class Timeline {
    private Timeline() {}

    /**
     * @param on first day it counts for
     * @param title what happened
     * @param detail what it changes, or why; may be empty
     * @param recordedAt when it was recorded
     */
    record Event(LocalDate on, String title, String detail, Instant recordedAt) {}

    static List<Event> of(List<Agreement> supplements, List<StatusChange> changes) {
        List<Event> events = new ArrayList<>();
        for (Agreement each : supplements) {
            String note = each.changeNote() == null ? "" : each.changeNote();
            String term = "Term " + Forms.day(each.termStart()) + " through " + Forms.day(each.termEnd()) + ". ";
            events.add(new Event(
                    each.effectiveOn(),
                    each.supplementNumber() == 0 ? "Original agreement" : "Supplement " + each.supplementNumber(),
                    term + note,
                    each.recordedAt()));
        }
        for (StatusChange each : changes) {
            events.add(new Event(each.effectiveOn(), Forms.words(each.status()), each.reason(), each.recordedAt()));
        }
        events.sort(
                Comparator.comparing(Event::on).thenComparing(Event::recordedAt).reversed());
        return events;
    }
}
