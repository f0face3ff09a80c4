package org.opencmas.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Takes a reading of the suite and one of the bare client in turn, as often as asked, after some rounds that are thrown away. */
final class Measurements {
    /** Takes one reading. */
    @FunctionalInterface
    interface Reading {
        BigDecimal take() throws Exception;
    }

    /** Readings that are thrown away, so that both sides run compiled code. */
    private static final int WARM_UPS = 3;

    private final int alternations;
    private final PrintStream progress;

    Measurements(int alternations, PrintStream progress) {
        this.alternations = alternations;
        this.progress = progress;
    }

    List<Comparison.Round> alternate(String name, Reading suite, Reading bare) throws Exception {
        progress.printf("%s%n  warming up%n", name);
        for (int i = 0; i < WARM_UPS; i++) {
            suite.take();
            bare.take();
        }
        List<Comparison.Round> rounds = new ArrayList<>();
        for (int i = 1; i <= alternations; i++) {
            var round = new Comparison.Round(suite.take(), bare.take());
            progress.printf("  %d of %d: suite %s, bare %s%n", i, alternations, round.suite(), round.bare());
            rounds.add(round);
        }
        return rounds;
    }
}
