package org.opencmas.fees.obligation;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.opencmas.terms.CalendarQuarter;

/** A span of days, first and last included. */
record Term(LocalDate first, LocalDate last) {
    /** Every calendar quarter with at least one day of the term; none for a term that ends before it begins (RPT-SUBMITTED). */
    Stream<CalendarQuarter> quarters() {
        if (last.isBefore(first)) {
            return Stream.empty();
        }
        CalendarQuarter end = CalendarQuarter.of(last);
        return Stream.iterate(CalendarQuarter.of(first), quarter -> quarter.compareTo(end) <= 0, CalendarQuarter::next);
    }
}
