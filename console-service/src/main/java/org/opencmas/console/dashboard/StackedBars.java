package org.opencmas.console.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Bars of equal length, each divided as its whole is: drawn from the rows of a table that stands beside them, with the parts named above and the
 * figure that counts written behind.
 *
 * @param parts in their order
 * @param height of the picture in its own units
 */
public record StackedBars(List<Part> parts, List<Stack> stacks, int height) {
    private static final int BAR = 26;

    /** Whether a part is what is looked for, or how much it should be looked at; the last is all the rest. */
    enum Look {
        FOUND,
        LATE,
        VERY_LATE,
        WORST,
        REST;

        private String css() {
            return "part-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What a bar is divided into.
     *
     * @param name as the table calls it
     */
    public record Part(String name, Look look) {
        /** The class of its rectangles. */
        public String css() {
            return look.css();
        }
    }

    /**
     * One bar.
     *
     * @param label as in the table
     * @param segments its parts from left to right, without those of nothing
     * @param figure what stands behind it
     * @param link the page with what is behind it; empty when there is none
     */
    public record Stack(String label, List<Segment> segments, String figure, int y, int textY, String link) {}

    /** A part of a bar. */
    public record Segment(Part part, int x, int length) {}

    /**
     * A row to draw.
     *
     * @param amounts of each part, in their order
     */
    record Row(String label, List<BigDecimal> amounts, String figure, String link) {
        private BigDecimal whole() {
            return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** Only a whole of parts can be divided: a part below zero is none. */
        private boolean isDivisible() {
            return whole().signum() > 0 && amounts.stream().noneMatch(amount -> amount.signum() < 0);
        }
    }

    /** Draws the rows that can be divided, in their order. */
    static StackedBars of(List<Part> parts, List<Row> rows) {
        List<Stack> stacks = new ArrayList<>();
        int y = 4;
        for (Row row : rows) {
            if (row.isDivisible()) {
                stacks.add(
                        new Stack(Bars.label(row.label()), segments(parts, row), row.figure(), y, y + 17, row.link()));
                y += Bars.STEP;
            }
        }
        return new StackedBars(List.copyOf(parts), List.copyOf(stacks), y);
    }

    /** A share and the rest of it. */
    static Row share(String label, BigDecimal share, String figure, String link) {
        return new Row(label, List.of(share, BigDecimal.ONE.subtract(share)), figure, link);
    }

    /** Each begins where the sum of those before it ends, so that roundings do not add up. */
    private static List<Segment> segments(List<Part> parts, Row row) {
        BigDecimal whole = row.whole();
        List<Integer> ends = new ArrayList<>(List.of(0));
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal amount : row.amounts()) {
            sum = sum.add(amount);
            ends.add(sum.multiply(BigDecimal.valueOf(Bars.LONGEST))
                    .divide(whole, 0, RoundingMode.HALF_UP)
                    .intValueExact());
        }
        return IntStream.range(0, row.amounts().size())
                .filter(part -> ends.get(part + 1) > ends.get(part))
                .mapToObj(part ->
                        new Segment(parts.get(part), Bars.LABEL + ends.get(part), ends.get(part + 1) - ends.get(part)))
                .toList();
    }

    /** How high a bar is. */
    public int bar() {
        return BAR;
    }
}
