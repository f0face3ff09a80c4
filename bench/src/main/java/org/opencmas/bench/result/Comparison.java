package org.opencmas.bench.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * One thing the suite does beside the bare client that does the same with nothing around it, measured in turn in the
 * same run on the same PostgreSQL and broker.
 *
 * @param name what is measured
 * @param denominator what the bare client does
 * @param unit of both readings
 * @param goal the limit of the ratio, itself allowed; a lower limit when {@code moreIsBetter}, else an upper one; null
 *     when the measurement is only reported
 * @param moreIsBetter whether readings are rates (true) or times (false)
 * @param pairs the readings, as they were taken
 */
public record Comparison(
        String name,
        String denominator,
        String unit,
        @org.jspecify.annotations.Nullable BigDecimal goal,
        boolean moreIsBetter,
        List<Pair> pairs) {
    /** One alternation: the suite's reading and the bare client's. */
    public record Pair(BigDecimal suite, BigDecimal bare) {}

    public BigDecimal suiteMedian() {
        return median(pairs.stream().map(Pair::suite).toList());
    }

    public BigDecimal bareMedian() {
        return median(pairs.stream().map(Pair::bare).toList());
    }

    /** The ratio of the medians, to three places. */
    public BigDecimal ratio() {
        return suiteMedian().divide(bareMedian(), 3, RoundingMode.HALF_UP);
    }

    /** Whether the goal is met; a measurement without a goal is always reported as met. */
    public boolean met() {
        if (goal == null) {
            return true;
        }
        return moreIsBetter ? ratio().compareTo(goal) >= 0 : ratio().compareTo(goal) <= 0;
    }

    private static BigDecimal median(List<BigDecimal> readings) {
        List<BigDecimal> sorted = readings.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
