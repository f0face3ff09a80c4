package org.opencmas.http;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The time that rates and patience are measured with. It goes on as the system's does, but while a test holds it. */
public final class TestTicker {
    private static final long GOING_ON = Long.MIN_VALUE;

    private static volatile long heldAt = GOING_ON;

    private TestTicker() {}

    @Produces
    @Singleton
    static Ticker ticker() {
        return () -> heldAt == GOING_ON ? System.nanoTime() : heldAt;
    }

    /** No allowance grows and no body is slow until {@link #release}. */
    public static void hold() {
        heldAt = System.nanoTime();
    }

    public static void release() {
        heldAt = GOING_ON;
    }
}
