package org.opencmas.console.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.terms.ProgramCalendar;

/** A moment typed as a day and a time of day in California. */
final class PacificMoments {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private PacificMoments() {}

    /** Returns the moment of two fields; empty when neither was typed, a fault when only one was or the time is none. */
    static Optional<Instant> of(Inputs inputs, String dayField, String timeField) {
        Optional<LocalDate> day = inputs.day(dayField);
        String time = inputs.text(timeField);
        if (day.isEmpty() && time.isEmpty()) {
            return Optional.empty();
        }
        if (day.isEmpty()) {
            inputs.wrong(dayField, "must be given with the time.");
            return Optional.empty();
        }
        try {
            return Optional.of(day.get()
                    .atTime(LocalTime.parse(time))
                    .atZone(ProgramCalendar.ZONE)
                    .toInstant());
        } catch (DateTimeParseException e) {
            inputs.wrong(timeField, "must be a time of day such as 14:30, Pacific time.");
            return Optional.empty();
        }
    }

    static String day(@Nullable Instant moment) {
        return moment == null
                ? ""
                : moment.atZone(ProgramCalendar.ZONE).toLocalDate().toString();
    }

    static String time(@Nullable Instant moment) {
        return moment == null ? "" : TIME.format(moment.atZone(ProgramCalendar.ZONE));
    }
}
