package org.opencmas.console.frame;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import org.opencmas.terms.ProgramCalendar;

/** The clock of the console: the system's, read in the zone whose civil days the programme counts in. */
@ApplicationScoped
class SystemClock {
    SystemClock() {}

    @Produces
    @ApplicationScoped
    @DefaultBean
    static Clock clock() {
        return Clock.system(ProgramCalendar.ZONE);
    }
}
