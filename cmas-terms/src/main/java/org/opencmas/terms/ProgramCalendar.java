package org.opencmas.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar by which the program's dates are read: that of Sacramento. */
public final class ProgramCalendar {
    /** The zone in which a day of the program begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private ProgramCalendar() {}

    /** The civil date in California at that instant. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
