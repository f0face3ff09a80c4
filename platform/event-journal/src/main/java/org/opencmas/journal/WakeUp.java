package org.opencmas.journal;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay when there is something to send. A call made while the relay is busy counts for its next wait. */
@Singleton
final class WakeUp {

    private final Semaphore calls = new Semaphore(0);

    void call() {
        calls.release();
    }

    /** Returns true at the first call since the last wait, false when the time is over. */
    boolean await(Duration atMost) throws InterruptedException {
        boolean called = calls.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        if (called) {
            calls.drainPermits();
        }
        return called;
    }
}
