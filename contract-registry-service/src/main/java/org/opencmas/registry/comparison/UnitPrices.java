package org.opencmas.registry.comparison;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * Prices of like items for one unit of measure; prices for an hour and for a day are never mixed.
 *
 * @param asked where the price that was asked about stands; null when none was
 */
@Schema(name = "ComparedUnitPrices")
record UnitPrices(
        String unit, Counts counts, Spread prices, @Nullable Standing asked) {
    private static final int QUARTERS = 4;

    /**
     * From the lowest to the highest price.
     *
     * @param lowerQuartile the lowest price of a line that a quarter of the lines do not exceed, never a value between two
     * @param median likewise for half of the lines
     * @param upperQuartile likewise for three quarters
     */
    @Schema(name = "PriceSpread")
    record Spread(String lowest, String lowerQuartile, String median, String upperQuartile, String highest) {}

    /**
     * How much is compared.
     *
     * @param lines how many price lines
     * @param contractors how many different contractors
     */
    @Schema(name = "ComparedCounts")
    record Counts(int lines, int contractors) {}

    /** How many lines are below, at and above a price. */
    @Schema(name = "PriceStanding")
    record Standing(String price, int below, int same, int above) {}

    /** @param prices at least one */
    static UnitPrices of(String unit, int contractors, List<BigDecimal> prices, @Nullable BigDecimal asked) {
        List<BigDecimal> sorted = prices.stream().sorted().toList();
        return new UnitPrices(
                unit,
                new Counts(sorted.size(), contractors),
                new Spread(
                        written(sorted.getFirst()),
                        quarter(sorted, 1),
                        quarter(sorted, 2),
                        quarter(sorted, 3),
                        written(sorted.getLast())),
                asked == null ? null : standing(sorted, asked));
    }

    private static String quarter(List<BigDecimal> sorted, int quarters) {
        int place = (sorted.size() * quarters + QUARTERS - 1) / QUARTERS;
        return written(sorted.get(place - 1));
    }

    private static Standing standing(List<BigDecimal> sorted, BigDecimal asked) {
        int below = (int)
                sorted.stream().filter(price -> price.compareTo(asked) < 0).count();
        int above = (int)
                sorted.stream().filter(price -> price.compareTo(asked) > 0).count();
        return new Standing(written(asked), below, sorted.size() - below - above, above);
    }

    static String written(BigDecimal price) {
        return Usd.of(price).toString();
    }
}
