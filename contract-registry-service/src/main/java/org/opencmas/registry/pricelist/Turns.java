package org.opencmas.registry.pricelist;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.opencmas.problem.Unavailable;

/** Lets so many do something costly at once; others wait for a moment, and are then told to come back. */
public final class Turns {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final String doing;
    private final Semaphore free;
    private final Duration patience;

    /** @param doing what so many do, as in "Too many {doing} at present." */
    public Turns(String doing, int atOnce, Duration patience) {
        this.doing = doing;
        this.free = new Semaphore(atOnce);
        this.patience = patience;
    }

    /** What is done in a turn. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T get() throws E;
    }

    /** @throws Unavailable (503) when no turn came in time */
    public <T, E extends Exception> T take(Work<T, E> work) throws E {
        if (!isFree()) {
            throw new Unavailable("Too many " + doing + " at present. Ask again in a moment.", RETRY_AFTER);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean isFree() {
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
