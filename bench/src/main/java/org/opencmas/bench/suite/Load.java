package org.opencmas.bench.suite;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The two ways in which work is put on: as fast as some clients can, or at a steady rate. */
public final class Load {
    /** One unit of work of one client; what it throws ends the measurement. */
    @FunctionalInterface
    public interface Client extends AutoCloseable {
        void once() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    private Load() {}

    /** Runs each client in a loop for the duration and returns what all of them did per second, to one place. */
    public static BigDecimal perSecond(List<? extends Client> clients, Duration duration) throws Exception {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        List<Long> counts = together(clients.stream()
                .map(client -> (Callable<Long>) () -> {
                    long done = 0;
                    while (System.nanoTime() < end) {
                        client.once();
                        done++;
                    }
                    return done;
                })
                .toList());
        long nanos = System.nanoTime() - start;
        long total = counts.stream().mapToLong(Long::longValue).sum();
        return BigDecimal.valueOf(total)
                .multiply(BigDecimal.valueOf(1_000_000_000))
                .divide(BigDecimal.valueOf(nanos), 1, RoundingMode.HALF_UP);
    }

    /**
     * Starts one unit of work at each tick of a steady rate and measures from the tick, not from when a client got
     * round to it, so that a slow answer is not hidden by the requests that it kept from being sent.
     */
    public static Latencies atSteadyRate(List<? extends Client> clients, int ticksPerSecond, Duration duration)
            throws Exception {
        int ticks = Math.toIntExact(duration.toMillis() * ticksPerSecond / 1000);
        long interval = 1_000_000_000L / ticksPerSecond;
        long start = System.nanoTime() + 10_000_000;
        long[] nanos = new long[ticks];
        var next = new AtomicLong();
        together(clients.stream()
                .map(client -> (Callable<Long>) () -> {
                    for (long tick = next.getAndIncrement(); tick < ticks; tick = next.getAndIncrement()) {
                        long due = start + tick * interval;
                        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                            LockSupport.parkNanos(left);
                        }
                        client.once();
                        nanos[(int) tick] = System.nanoTime() - due;
                    }
                    return 0L;
                })
                .toList());
        return Latencies.of(nanos);
    }

    /** Times the same work again and again, one after the other. */
    public static Latencies oneByOne(Client client, int times) throws Exception {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            client.once();
            nanos[i] = System.nanoTime() - start;
        }
        return Latencies.of(nanos);
    }

    private static List<Long> together(List<Callable<Long>> tasks) throws Exception {
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            List<Long> results = new ArrayList<>();
            for (Future<Long> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client of the measurement failed", e.getCause());
        }
    }

    /** How long units of work took, in sorted order. */
    public record Latencies(List<Long> nanos) {
        static Latencies of(long[] nanos) {
            return new Latencies(Arrays.stream(nanos).sorted().boxed().toList());
        }

        /** The time, in milliseconds to three places, that the given share (in percent) of the work did not exceed. */
        public BigDecimal percentileMillis(int percent) {
            int index = Math.min(nanos.size() - 1, nanos.size() * percent / 100);
            return BigDecimal.valueOf(nanos.get(index)).movePointLeft(6).setScale(3, RoundingMode.HALF_UP);
        }
    }
}
