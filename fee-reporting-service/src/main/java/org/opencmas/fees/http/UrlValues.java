package org.opencmas.fees.http;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProgramCalendar;

/** Reads values out of a path; a bad one is refused by the name of its parameter (400). Those of a query are {@link Filters}. */
public final class UrlValues {
    static final String PROGRAM_QUARTERS = "must be a quarter from " + CalendarQuarter.of(ProgramCalendar.FIRST_DAY)
            + " through " + CalendarQuarter.of(ProgramCalendar.LAST_DAY);

    private UrlValues() {}

    /** A CMAS number in any of its printings. */
    public static CmasNumber cmasNumber(String parameter, String raw) {
        return read(parameter, raw, "is no CMAS number", CmasNumber::parse);
    }

    /** A calendar quarter written {@code 2026-Q4}. */
    public static CalendarQuarter quarter(String parameter, String raw) {
        CalendarQuarter quarter = read(parameter, raw, "is no quarter", CalendarQuarter::parse);
        var fields = new FieldReader();
        checkProgramQuarter(fields, parameter, quarter);
        fields.requireNoFaults();
        return quarter;
    }

    /**
     * Notes a quarter that has days outside of the program's.
     *
     * @param place the parameter's name, or a JSON pointer into the body
     * @param quarter nothing is said of one that is absent
     */
    public static void checkProgramQuarter(FieldReader fields, String place, @Nullable CalendarQuarter quarter) {
        if (quarter != null && !isProgramQuarter(quarter)) {
            fields.fault(place, PROGRAM_QUARTERS);
        }
    }

    static boolean isProgramQuarter(CalendarQuarter quarter) {
        return ProgramCalendar.isProgramDay(quarter.firstDay()) && ProgramCalendar.isProgramDay(quarter.lastDay());
    }

    private static <T> T read(String parameter, String raw, String refusal, Function<String, T> parser) {
        var fields = new FieldReader();
        T value = fields.value(parameter, raw, refusal, parser);
        fields.requireNoFaults();
        return Objects.requireNonNull(value);
    }
}
