package org.opencmas.limit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A number of acts that is used up and grows again: so many at once after a rest, and so many a second for ever. It holds the time up to
 * which the acts so far are paid at the steady rate (the generic cell rate algorithm of ITU-T I.371), so that taking one costs one
 * comparison and one exchange, and the acts that were not told to others yet.
 */
public final class Allowance {
    private static final long NANOS = 1_000_000_000;

    private final long nanosPerAct;
    private final long nanosOfBurst;
    private final AtomicLong paidUntil;
    private final AtomicLong untold = new AtomicLong();

    /**
     * @param perSecond how many acts a second grow again, at least 1
     * @param burst how many may be done at once after a rest, at least 1
     * @param now nanoseconds from any beginning, as all later readings
     */
    public Allowance(int perSecond, int burst, long now) {
        this.nanosPerAct = NANOS / perSecond;
        this.nanosOfBurst = nanosPerAct * burst;
        this.paidUntil = new AtomicLong(now);
    }

    /** Takes one act: returns 0, or, when none is left, the nanoseconds until there is one again. */
    public long take(long now) {
        while (true) {
            long paid = paidUntil.get();
            long next = later(paid, now) + nanosPerAct;
            long missing = next - now - nanosOfBurst;
            if (missing > 0) {
                return missing;
            }
            if (paidUntil.compareAndSet(paid, next)) {
                untold.incrementAndGet();
                return 0;
            }
        }
    }

    /** Returns 0 when an act is left, or the nanoseconds until there is one; takes nothing. */
    public long untilOneIsLeft(long now) {
        return Math.max(0, later(paidUntil.get(), now) + nanosPerAct - now - nanosOfBurst);
    }

    /** The nanoseconds that the acts cost which were taken since this was asked last, at the steady rate. */
    public long costOfUntold() {
        return untold.getAndSet(0) * nanosPerAct;
    }

    /** Whether an act was taken since {@link #costOfUntold} was asked last. */
    public boolean hasUntold() {
        return untold.get() > 0;
    }

    /** Counts what was taken elsewhere: all of it is paid at that reading of the clock, and not sooner. */
    public void isPaidOnlyAt(long nanoTime) {
        paidUntil.accumulateAndGet(nanoTime, Allowance::later);
    }

    /** Readings of the clock may pass the largest number, so that only their difference says which is later. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
