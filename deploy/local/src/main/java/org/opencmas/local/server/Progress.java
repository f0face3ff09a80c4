package org.opencmas.local.server;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Tells a waiting person what goes on: one line per thing that happens, with the seconds since the start, and every ten
 * silent seconds what is still being waited for.
 */
public final class Progress implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final PrintStream out;
    private final Duration silence;
    private final long startedNanos = System.nanoTime();
    private final Set<String> pending = new ConcurrentSkipListSet<>();
    private final Thread heartbeat;
    private volatile long lastLineNanos = startedNanos;

    public Progress(PrintStream out) {
        this(out, SILENCE);
    }

    /** @param silence after how long without a line it is told what is being waited for */
    public Progress(PrintStream out, Duration silence) {
        this.out = out;
        this.silence = silence;
        this.heartbeat = Thread.ofVirtual().start(this::beat);
    }

    /** Prints a line. */
    public synchronized void say(String line) {
        lastLineNanos = System.nanoTime();
        out.printf(Locale.ROOT, "%6s s  %s%n", tenths(System.nanoTime() - startedNanos), line);
        out.flush();
    }

    /**
     * Runs something, and tells when it is done and how long it took.
     *
     * @param awaited what a person waits for meanwhile, such as {@code order}
     * @param done what is then so, such as {@code order ready on port 8082}
     */
    public void during(String awaited, String done, Runnable work) {
        long began = System.nanoTime();
        pending.add(awaited);
        try {
            work.run();
        } finally {
            pending.remove(awaited);
        }
        say(done + " (" + tenths(System.nanoTime() - began) + " s)");
    }

    @Override
    public void close() {
        heartbeat.interrupt();
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(silence.compareTo(LOOK_EVERY) < 0 ? silence : LOOK_EVERY);
                if (System.nanoTime() - lastLineNanos > silence.toNanos() && !pending.isEmpty()) {
                    say("... waiting for " + String.join(", ", pending));
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns seconds with one decimal. */
    public static String tenths(long nanos) {
        return BigDecimal.valueOf(nanos, 9).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
