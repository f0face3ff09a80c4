package org.opencmas.problem.body;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.terms.ProgramCalendar;

/** What bodies say of themselves; see {@link CheckedBody}. */
final class OwnFaults {
    private final Clock clock;

    OwnFaults(Clock clock) {
        this.clock = clock;
    }

    /** The faults of a body by its own code, in the order in which it names them; none of a body that does not check itself. */
    List<Fault> of(@Nullable Object body) {
        if (!(body instanceof CheckedBody checked)) {
            return List.of();
        }
        var fields = new FieldReader();
        checked.check(fields, ProgramCalendar.dateOf(clock.instant()));
        return fields.faults();
    }
}
