package org.opencmas.registry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The system's clock, which a test can set to another day; it goes on from there. */
public final class TestClock {
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
    private static volatile Duration ahead = Duration.ZERO;

    private TestClock() {}

    @Produces
    @Singleton
    static Clock clock() {
        return new Ticking(CALIFORNIA);
    }

    /** It becomes noon of that day in California. */
    public static void set(LocalDate day) {
        ahead = Duration.between(
                Instant.now(), day.atTime(LocalTime.NOON).atZone(CALIFORNIA).toInstant());
    }

    /** Back to the system's time. */
    public static void reset() {
        ahead = Duration.ZERO;
    }

    private static final class Ticking extends Clock {
        private final ZoneId zone;

        Ticking(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Ticking(other);
        }
    }
}
