package org.opencmas.journal;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Version 7 UUIDs (RFC 9562): they begin with the time, so new keys land at the end of an index. Within this process each is
 * greater than the one before. They are names, not secrets.
 */
public final class TimeOrderedId {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_MASK = 0x3fff_ffff_ffff_ffffL;

    /** The last moment given out: milliseconds and, below them, a counter; more than 4096 in a millisecond borrow from the next. */
    private static final AtomicLong LAST = new AtomicLong();

    private TimeOrderedId() {}

    public static UUID next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long moment = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (moment >>> COUNTER_BITS) << 16 | VERSION_7 | (moment & COUNTER_MASK);
        long low = VARIANT | (ThreadLocalRandom.current().nextLong() & RANDOM_MASK);
        return new UUID(high, low);
    }
}
