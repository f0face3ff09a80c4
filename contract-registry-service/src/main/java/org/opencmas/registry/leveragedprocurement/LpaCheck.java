package org.opencmas.registry.leveragedprocurement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.FaultList;
import org.opencmas.problem.InvalidRequest;

/** Whether an agreement's terms agree with themselves and with the calendar; every fault is found at once. */
final class LpaCheck {
    private LpaCheck() {}

    /**
     * @param today in California
     * @throws InvalidRequest (400) with all that is wrong
     */
    static void require(LpaTerms terms, LocalDate today) {
        var faults = new FaultList();
        inOrder(faults, "/terms/termEnd", terms.termStart(), terms.termEnd());
        for (int i = 0; i < terms.mandatoryFor().size(); i++) {
            MandatoryPeriod period = terms.mandatoryFor().get(i);
            inOrder(faults, "/terms/mandatoryFor/" + i + "/through", period.from(), period.through());
        }
        UserInstructions instructions = terms.userInstructions();
        if (instructions != null && instructions.retrievedOn().isAfter(today)) {
            faults.add(new Fault(
                    "/terms/userInstructions/retrievedOn",
                    "is in the future: today is " + today + " in California",
                    "Give the day on which they were read."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    private static void inOrder(FaultList faults, String pointer, LocalDate first, @Nullable LocalDate last) {
        if (last != null && last.isBefore(first)) {
            faults.add(new Fault(pointer, "is before the first day, " + first, "It is the last day, inclusive."));
        }
    }
}
