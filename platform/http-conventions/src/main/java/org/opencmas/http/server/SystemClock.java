package org.opencmas.http.server;

import com.github.benmanes.caffeine.cache.Ticker;
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

    /** What rates and patience are measured with: it only goes on, whoever sets the clock. */
    @Produces
    @Singleton
    @DefaultBean
    static Ticker ticker() {
        return Ticker.systemTicker();
    }
}
