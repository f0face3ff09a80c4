package org.opencmas.bench.bare;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Time-ordered identifiers (UUID version 7, RFC 9562 section 5.7) for the bare clients, as the services use them. */
final class TimeOrdered {
    private TimeOrdered() {}

    static UUID next() {
        var random = ThreadLocalRandom.current();
        long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
