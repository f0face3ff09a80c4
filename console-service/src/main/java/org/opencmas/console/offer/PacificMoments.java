package org.opencmas.console.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.terms.ProgramCalendar;

/** A moment typed as a day and a time of day in California. */
final class PacificMoments {
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

    /**
     * The same for a moment that is edited: where day and time still read as they did it stays as it was, to the part of a second and in the hour that
     * comes twice when summer time ends.
     *
     * @param beforeField the moment as it was when the form was shown; empty or missing where there was none
     */
    static Optional<Instant> of(Inputs inputs, String dayField, String timeField, String beforeField) {
        Optional<Instant> before = moment(inputs.value(beforeField));
        boolean isSame = before.isPresent()
                && inputs.value(dayField).strip().equals(day(before.get()))
                && inputs.value(timeField).strip().equals(time(before.get()));
        return isSame ? before : of(inputs, dayField, timeField);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    static String day(@Nullable Instant moment) {
        return moment == null
                ? ""
                : moment.atZone(ProgramCalendar.ZONE).toLocalDate().toString();
    }

    /** Returns a moment's time of day to the second; whole minutes without seconds. */
    static String time(@Nullable Instant moment) {
        return moment == null
                ? ""
                : moment.atZone(ProgramCalendar.ZONE)
                        .toLocalTime()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }
}
