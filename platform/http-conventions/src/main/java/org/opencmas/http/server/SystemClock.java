package org.opencmas.http.server;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The clock of the suite: the system's, read in the zone whose civil days the programme counts in. */
@Singleton
class SystemClock {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    SystemClock() {}

    @Produces
    @Singleton
    @DefaultBean
    static Clock clock() {
        return Clock.system(ZONE);
    }
}
