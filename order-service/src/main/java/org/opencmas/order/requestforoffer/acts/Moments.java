package org.opencmas.order.requestforoffer.acts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;

/** Reads moments in UTC, as RFC 3339 writes them. */
final class Moments {
    private Moments() {}

    /** The moment, which must be there, to the microsecond; empty after a fault. */
    static Optional<Instant> read(FieldReader fields, String pointer, @Nullable String raw) {
        if (raw == null) {
            fields.fault(pointer, "is missing", "Give a moment such as 2026-03-31T17:00:00Z.");
            return Optional.empty();
        }
        try {
            Instant moment = Instant.parse(raw).truncatedTo(ChronoUnit.MICROS);
            if (ProgramCalendar.isProgramDay(ProgramCalendar.dateOf(moment))) {
                return Optional.of(moment);
            }
            fields.fault(pointer, ProgramCalendar.EXPECTED_DAYS);
        } catch (DateTimeException e) {
            fields.fault(
                    pointer,
                    "\"" + FieldReader.shortened(raw) + "\" is no moment",
                    "Give a moment such as 2026-03-31T17:00:00Z.");
        }
        return Optional.empty();
    }
}
