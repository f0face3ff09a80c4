package org.opencmas.registry.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.search.lines.PriceRange;

/**
 * What is looked for.
 *
 * @param contractor part of a present or former name (SRCH-NAME); null for any
 * @param description words for what is offered (SRCH-DESC); null for any
 * @param codes fragments of product codes: one of each inner list has to occur, for every inner list (SRCH-WITHIN)
 * @param prices the agreement has a line with a price in this range, one that matches the description if there is one
 * @param day whose terms and price lists are searched
 * @param activeOnly whether the agreement must be active and in its term on {@code day}
 */
record Criteria(
        @Nullable String contractor,
        @Nullable String description,
        List<List<String>> codes,
        Narrowing narrowing,
        PriceRange prices,
        LocalDate day,
        boolean activeOnly) {

    /** Where a page starts: behind this score and number. */
    record After(int score, String cmasNumber) {}

    Optional<String> contractorText() {
        return Optional.ofNullable(contractor);
    }

    Optional<String> descriptionText() {
        return Optional.ofNullable(description);
    }

    /** Whether lines of price lists are looked for. */
    boolean looksForLines() {
        return description != null || !prices.isOpen();
    }

    boolean narrowed() {
        return !codes.isEmpty() || !narrowing.equals(Narrowing.NONE) || !prices.isOpen() || activeOnly;
    }

    Criteria withDescription(String other) {
        return new Criteria(contractor, other, codes, narrowing, prices, day, activeOnly);
    }

    /** The same texts without any filter. */
    Criteria widened() {
        return new Criteria(contractor, description, List.of(), Narrowing.NONE, PriceRange.ANY, day, false);
    }
}
