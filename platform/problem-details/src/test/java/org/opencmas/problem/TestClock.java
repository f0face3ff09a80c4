package org.opencmas.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** In a service the clock comes from http-conventions. */
class TestClock {
    /** The day in California that the tests are on. */
    static final String TODAY = "2026-11-28";

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.fixed(Instant.parse(TODAY + "T20:00:00Z"), ZoneOffset.UTC);
    }
}
