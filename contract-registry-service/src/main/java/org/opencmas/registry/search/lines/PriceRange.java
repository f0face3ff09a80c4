package org.opencmas.registry.search.lines;

import java.math.BigDecimal;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.search.lines.index.IndexedLine;
import org.opencmas.registry.search.lines.index.LineIndex;

/**
 * Prices that are looked for.
 *
 * @param least inclusive; null for any
 * @param most inclusive; null for any
 */
public record PriceRange(
        @Nullable BigDecimal least, @Nullable BigDecimal most) {
    public static final PriceRange ANY = new PriceRange(null, null);

    public boolean isOpen() {
        return least == null && most == null;
    }

    /** What both ranges hold. */
    public PriceRange within(PriceRange other) {
        BigDecimal from =
                least == null || (other.least != null && other.least.compareTo(least) > 0) ? other.least : least;
        BigDecimal to = most == null || (other.most != null && other.most.compareTo(most) < 0) ? other.most : most;
        return new PriceRange(from, to);
    }

    Query query() {
        return LongField.newRangeQuery(
                LineIndex.PRICE,
                least == null ? Long.MIN_VALUE : IndexedLine.millionths(least),
                most == null ? Long.MAX_VALUE : IndexedLine.millionths(most));
    }
}
