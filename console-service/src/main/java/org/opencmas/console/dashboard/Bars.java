package org.opencmas.console.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bar chart, drawn from the rows of a table that stands beside it: exact decimals down to the picture's whole units, nothing of it
 * in colour alone.
 *
 * @param bars in the order of the table, or the largest first
 * @param height of the picture in its own units
 * @param without how many rows have nothing to show and no bar
 */
public record Bars(List<Bar> bars, int height, int without) {
    static final int WIDTH = 600;
    static final int STEP = 34;
    static final int LABEL = 200;
    /** How long a bar may be, so that its figure has room behind it. */
    static final int LONGEST = WIDTH - LABEL - 110;

    private static final int LABEL_LONGEST = 24;

    /**
     * One bar.
     *
     * @param label as in the table
     * @param amount what its length shows
     * @param y where it begins
     * @param textY where its label stands
     * @param length from 0; at least 1 where there is anything
     * @param figureX where its figure stands
     * @param link the page with what is behind it; empty when there is none
     */
    public record Bar(String label, BigDecimal amount, int y, int textY, int length, int figureX, String link) {}

    /** A row to draw. */
    record Row(String label, BigDecimal amount, String link) {}

    /** Draws rows that have no order of their own: the largest first, and those without an amount not at all. */
    static Bars largestFirst(List<Row> rows) {
        Bars drawn = of(rows.stream()
                .filter(row -> row.amount().signum() != 0)
                .sorted(Comparator.comparing(Row::amount).reversed())
                .toList());
        return new Bars(drawn.bars(), drawn.height(), rows.size() - drawn.bars().size());
    }

    /** Draws rows against the largest of them; an amount below zero has no bar, and its figure says why. */
    static Bars of(List<Row> rows) {
        BigDecimal largest = rows.stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::max);
        var bars = new ArrayList<Bar>();
        int y = 4;
        for (Row row : rows) {
            int length = length(row.amount(), largest);
            bars.add(new Bar(row.label(), row.amount(), y, y + 17, length, LABEL + length + 6, row.link()));
            y += STEP;
        }
        return new Bars(List.copyOf(bars), y, 0);
    }

    /** Returns as much of a label as has room beside its bar. */
    static String label(@Nullable String text) {
        return text == null ? "" : text.length() > LABEL_LONGEST ? text.substring(0, LABEL_LONGEST - 1) + "…" : text;
    }

    private static int length(BigDecimal amount, BigDecimal largest) {
        if (amount.signum() <= 0 || largest.signum() == 0) {
            return 0;
        }
        return Math.max(
                1,
                amount.multiply(BigDecimal.valueOf(LONGEST))
                        .divide(largest, 0, RoundingMode.HALF_UP)
                        .intValueExact());
    }
}
