package org.opencmas.bench.result;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes a reading of the suite and one of the bare client in turn, as often as asked. */
public final class Measurements {
    /** Takes one reading. */
    @FunctionalInterface
    public interface Reading {
        BigDecimal take() throws Exception;
    }

    private final Duration warmUp;
    private final int alternations;
    private final PrintStream progress;

    /**
     * Readings to be taken.
     *
     * @param warmUp for how long readings are taken before any counts, three of the suite for one of the bare client, so that
     *     all processes run compiled code
     * @param alternations how many pairs of readings count
     */
    public Measurements(Duration warmUp, int alternations, PrintStream progress) {
        this.warmUp = warmUp;
        this.alternations = alternations;
        this.progress = progress;
    }

    public List<Comparison.Pair> alternate(String name, Reading suite, Reading bare) throws Exception {
        progress.printf("%s%n  warming up%n", name);
        long compiled = System.nanoTime() + warmUp.toNanos();
        do {
            for (int i = 0; i < 3; i++) {
                suite.take();
            }
            bare.take();
        } while (System.nanoTime() < compiled);
        List<Comparison.Pair> pairs = new ArrayList<>();
        for (int i = 1; i <= alternations; i++) {
            var pair = new Comparison.Pair(suite.take(), bare.take());
            progress.printf("  %d of %d: suite %s, bare %s%n", i, alternations, pair.suite(), pair.bare());
            pairs.add(pair);
        }
        return pairs;
    }
}
