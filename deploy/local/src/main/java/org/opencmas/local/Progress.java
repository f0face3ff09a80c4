package org.opencmas.local;

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

    private final PrintStream out;
    private final long startedNanos = System.nanoTime();
    private final Set<String> pending = new ConcurrentSkipListSet<>();
    private final Thread heartbeat;
    private volatile long lastLineNanos = startedNanos;

    public Progress(PrintStream out) {
        this.out = out;
        this.heartbeat = Thread.ofVirtual().start(this::beat);
    }

    /** Prints a line. */
    public synchronized void say(String line) {
        lastLineNanos = System.nanoTime();
        out.printf(Locale.ROOT, "%6s s  %s%n", tenths(System.nanoTime() - startedNanos), line);
        out.flush();
    }

    /** Runs something, tells when it is done and how long it took. */
    void during(String what, Runnable work) {
        long began = System.nanoTime();
        pending.add(what);
        try {
            work.run();
        } finally {
            pending.remove(what);
        }
        say(what + " (" + tenths(System.nanoTime() - began) + " s)");
    }

    @Override
    public void close() {
        heartbeat.interrupt();
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(1_000);
                if (System.nanoTime() - lastLineNanos > SILENCE.toNanos() && !pending.isEmpty()) {
                    say("... still at it: " + String.join(", ", pending));
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns seconds with one decimal. */
    static String tenths(long nanos) {
        return BigDecimal.valueOf(nanos, 9).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
