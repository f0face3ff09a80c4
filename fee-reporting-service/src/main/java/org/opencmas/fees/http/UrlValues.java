package org.opencmas.fees.http;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProgramCalendar;

/** Reads values out of a path or query; a bad one is refused by the name of its parameter (400). */
public final class UrlValues {
    private UrlValues() {}

    /** A CMAS number in any of its printings. */
    public static CmasNumber cmasNumber(String parameter, String raw) {
        return read(parameter, raw, "is no CMAS number", CmasNumber::parse);
    }

    /** A CMAS number, or null when the parameter is absent. */
    public static @Nullable CmasNumber optionalCmasNumber(String parameter, @Nullable String raw) {
        return raw == null ? null : cmasNumber(parameter, raw);
    }

    /** A calendar quarter written {@code 2026-Q4}. */
    public static CalendarQuarter quarter(String parameter, String raw) {
        CalendarQuarter quarter = read(parameter, raw, "is no quarter", CalendarQuarter::parse);
        requireProgramQuarter(parameter, quarter);
        return quarter;
    }

    /**
     * Refuses a quarter that has days outside of the program's.
     *
     * @param place the parameter's name, or a JSON pointer into the body
     */
    public static void requireProgramQuarter(String place, CalendarQuarter quarter) {
        if (!ProgramCalendar.isProgramDay(quarter.firstDay()) || !ProgramCalendar.isProgramDay(quarter.lastDay())) {
            throw new InvalidRequest(new Fault(
                    place,
                    "must be a quarter from " + CalendarQuarter.of(ProgramCalendar.FIRST_DAY) + " through "
                            + CalendarQuarter.of(ProgramCalendar.LAST_DAY)));
        }
    }

    /** A calendar quarter, or null when the parameter is absent. */
    public static @Nullable CalendarQuarter optionalQuarter(String parameter, @Nullable String raw) {
        return raw == null ? null : quarter(parameter, raw);
    }

    /** An identifier, or null when the parameter is absent. */
    public static @Nullable UUID optionalId(String parameter, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        var fields = new FieldReader();
        UUID id = fields.id(parameter, raw);
        fields.requireNoFaults();
        return id;
    }

    private static <T> T read(String parameter, String raw, String refusal, Function<String, T> parser) {
        var fields = new FieldReader();
        T value = fields.value(parameter, raw, refusal, parser);
        fields.requireNoFaults();
        return Objects.requireNonNull(value);
    }
}
