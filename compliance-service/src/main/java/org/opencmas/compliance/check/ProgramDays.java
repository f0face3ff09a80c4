package org.opencmas.compliance.check;

import java.time.LocalDate;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.ProgramCalendar;

/** Refuses dates that are none of the program. */
final class ProgramDays {
    private ProgramDays() {}

    /** @throws InvalidRequest naming the pointer */
    static LocalDate check(String pointer, LocalDate date) {
        if (!ProgramCalendar.isProgramDay(date)) {
            throw new InvalidRequest(new Fault(pointer, ProgramCalendar.EXPECTED_DAYS));
        }
        return date;
    }
}
