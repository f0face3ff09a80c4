package org.opencmas.registry.search.lines.index;

import java.math.BigDecimal;

/**
 * A price line as it is kept in the index.
 *
 * @param price for one unit, with at most six decimals
 */
public record IndexedLine(String itemId, String description, String unit, BigDecimal price) {
    private static final int DECIMALS = 6;

    /** The price in millionths of a dollar, which is exact: the database keeps six decimals. */
    public static long millionths(BigDecimal price) {
        return price.movePointRight(DECIMALS).longValueExact();
    }

    public static BigDecimal dollars(long millionths) {
        return BigDecimal.valueOf(millionths, DECIMALS);
    }
}
