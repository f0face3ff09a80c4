package org.opencmas.registry.leveragedprocurement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;

/** Whether an agreement's terms agree with themselves and with the calendar; every fault is found at once. */
final class LpaCheck {
    private LpaCheck() {}

    /**
     * Refuses terms by what they say of themselves.
     *
     * @param today in California
     * @throws InvalidRequest (400) with all that is wrong
     */
    static void require(LpaTerms terms, LocalDate today) {
        var fields = new FieldReader();
        check(fields, terms, today);
        fields.requireNoFaults();
    }

    /** Notes all that is wrong; what is absent is passed over. */
    static void check(FieldReader fields, @Nullable LpaTerms terms, LocalDate today) {
        if (terms == null) {
            return;
        }
        inOrder(fields, "/terms/termEnd", terms.termStart(), terms.termEnd());
        List<? extends @Nullable MandatoryPeriod> periods = terms.mandatoryFor();
        for (int i = 0; periods != null && i < periods.size(); i++) {
            MandatoryPeriod period = periods.get(i);
            if (period != null) {
                inOrder(fields, "/terms/mandatoryFor/" + i + "/through", period.from(), period.through());
            }
        }
        UserInstructions instructions = terms.userInstructions();
        if (instructions != null
                && instructions.retrievedOn() != null
                && instructions.retrievedOn().isAfter(today)) {
            fields.fault(
                    "/terms/userInstructions/retrievedOn",
                    "is in the future: today is " + today + " in California",
                    "Give the day on which they were read.");
        }
    }

    private static void inOrder(
            FieldReader fields, String pointer, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first != null && last != null && last.isBefore(first)) {
            fields.fault(pointer, "is before the first day, " + first, "It is the last day, inclusive.");
        }
    }
}
