package org.opencmas.console.dashboard;

import java.time.LocalDate;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.terms.CalendarQuarter;

/**
 * The quarters that a dashboard is asked for, both included: those of the fields {@code from} and {@code through}, else the last eight.
 */
record Quarters(CalendarQuarter first, CalendarQuarter last) {
    private static final int SHOWN = 8;

    static Quarters of(Inputs inputs, LocalDate today) {
        CalendarQuarter now = CalendarQuarter.of(today);
        CalendarQuarter before = now;
        for (int i = 1; i < SHOWN; i++) {
            before = before.previous();
        }
        return new Quarters(read(inputs, "from", before), read(inputs, "through", now));
    }

    String from() {
        return first.toString();
    }

    String through() {
        return last.toString();
    }

    /** Returns an address that asks for the same quarters. */
    Address in(Address address) {
        return address.with("from", from()).with("through", through());
    }

    private static CalendarQuarter read(Inputs inputs, String field, CalendarQuarter otherwise) {
        String text = inputs.text(field);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return CalendarQuarter.parse(text);
        } catch (IllegalArgumentException none) {
            inputs.wrong(field, "must be a quarter such as 2026-Q3.");
            return otherwise;
        }
    }
}
