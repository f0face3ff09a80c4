package org.opencmas.journal.entry;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay when there is something to send. A call made while the relay is busy counts for its next wait. */
@Singleton
public final class WakeUp {

    /** An event that is not awaited ends no rest of this length or less. */
    public static final Duration SOON = Duration.ofMillis(20);

    private final Semaphore calls = new Semaphore(0);
    private volatile boolean longRest;

    /** There is something to send that may be awaited. */
    public void call() {
        calls.release();
    }

    /** There is something to send that is not awaited: it goes with what comes next, or when the relay next looks by itself. */
    public void callIfAtRest() {
        if (longRest) {
            calls.release();
        }
    }

    /** Returns true at the first call since the last wait, false when the time is over. */
    public boolean await(Duration atMost) throws InterruptedException {
        longRest = atMost.compareTo(SOON) > 0;
        boolean called = calls.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        if (called) {
            calls.drainPermits();
        }
        return called;
    }
}
