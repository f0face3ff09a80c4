package org.opencmas.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test sets it. A service's tests produce it as their {@code Clock} bean, which outranks
 * the default one.
 */
public final class MutableClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private MutableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock of California that shows noon of that day. */
    public static MutableClock at(LocalDate day) {
        MutableClock clock = new MutableClock(new AtomicReference<>(Instant.EPOCH), ZoneId.of("America/Los_Angeles"));
        clock.set(day);
        return clock;
    }

    /** A clock of California that shows that instant. */
    public static MutableClock at(Instant instant) {
        return new MutableClock(new AtomicReference<>(instant), ZoneId.of("America/Los_Angeles"));
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    /** Noon of that day in the clock's zone. */
    public void set(LocalDate day) {
        now.set(day.atTime(LocalTime.NOON).atZone(zone).toInstant());
    }

    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock read in another zone: setting one sets both. */
    @Override
    public Clock withZone(ZoneId other) {
        return new MutableClock(now, other);
    }
}
