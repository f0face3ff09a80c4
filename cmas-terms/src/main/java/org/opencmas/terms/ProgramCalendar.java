package org.opencmas.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar by which the program's dates are read: that of Sacramento. */
public final class ProgramCalendar {
    /** The zone in which a day of the program begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    /** The first day that can be a date of the program, inclusive; no schedule of this kind is older. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    /** The last day that can be a date of the program, inclusive. */
    public static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);
    /** What is said of a date outside of the program's days, as a phrase that can follow its place. */
    public static final String EXPECTED_DAYS = "must be a day from " + FIRST_DAY + " through " + LAST_DAY;

    private ProgramCalendar() {}

    /** The civil date in California at that instant. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** Whether a date can be one of the program: any other is a slip of the pen (0206, 2206-12-31 for 2026) or an attempt. */
    public static boolean isProgramDay(LocalDate date) {
        return !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY);
    }

    /** Whether an instant lies on a day that can be one of the program. */
    public static boolean isProgramDay(Instant instant) {
        // An instant reaches further than a date, so the instants are compared.
        return !instant.isBefore(FIRST_DAY.atStartOfDay(ZONE).toInstant())
                && instant.isBefore(LAST_DAY.plusDays(1).atStartOfDay(ZONE).toInstant());
    }
}
