package org.opencmas.bench.row.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** How long one request after the other takes, once the service is warm. */
final class Latency {
    private static final int WARM_UPS = 60;
    private static final int REQUESTS = 200;

    private Latency() {}

    /** A request; the number counts them, so that it can be another each time. */
    interface Request {
        void send(int number) throws Exception;
    }

    /** Returns p50 and p99 of {@value #REQUESTS} requests. */
    static String of(Request request) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            request.send(i);
        }
        long[] nanos = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long start = System.nanoTime();
            request.send(i);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return "p50 " + millis(nanos[REQUESTS / 2]) + ", p99 " + millis(nanos[REQUESTS * 99 / 100]);
    }

    static String millis(long nanos) {
        return BigDecimal.valueOf(nanos).movePointLeft(6).setScale(1, RoundingMode.HALF_UP) + " ms";
    }
}
