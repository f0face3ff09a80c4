package org.opencmas.registry.search.asked;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.registry.search.lines.PriceRange;

/**
 * A range of prices as it is written in a request: two amounts and a hyphen between them, either of which may be left out. A less-than
 * sign before the second leaves that amount itself out, so that ranges follow each other with no price between them: 0.00-&lt;100.00.
 */
public final class SearchPrices {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)?-(?:(<)?(\\d{1,12}(?:\\.\\d{1,6})?))?");

    /** A unit price has six decimals. */
    private static final BigDecimal LEAST_DIFFERENCE = new BigDecimal("0.000001");

    private SearchPrices() {}

    /** @throws InvalidRequest (400) when it is no range, or ends before it begins */
    public static PriceRange parse(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return PriceRange.ANY;
        }
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            throw refused("is no range of prices");
        }
        var range = new PriceRange(amount(parts.group(1)), most(parts.group(3), parts.group(2) != null));
        if (range.least() != null && range.most() != null && range.least().compareTo(range.most()) > 0) {
            throw refused("ends before it begins");
        }
        return range;
    }

    private static @Nullable BigDecimal most(@Nullable String written, boolean leftOut) {
        BigDecimal amount = amount(written);
        return amount == null || !leftOut ? amount : amount.subtract(LEAST_DIFFERENCE);
    }

    private static @Nullable BigDecimal amount(@Nullable String written) {
        return written == null ? null : new BigDecimal(written);
    }

    private static InvalidRequest refused(String why) {
        return new InvalidRequest(
                new Fault("price", why, "Write 100.00-999.99 or 100.00-<1000.00, or leave one of the amounts out."));
    }
}
