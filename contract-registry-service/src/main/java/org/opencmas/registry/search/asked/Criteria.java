package org.opencmas.registry.search.asked;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.search.lines.PriceRange;

/**
 * What is looked for.
 *
 * @param texts names, words and numbers
 * @param codes fragments of product codes: one of each inner list has to occur, for every inner list (SRCH-WITHIN)
 * @param prices the agreement has a line with a price in this range, one that matches the description if there is one
 * @param day whose terms and price lists are searched
 * @param activeOnly whether the agreement must be active and in its term on {@code day}
 */
public record Criteria(
        Texts texts,
        List<List<String>> codes,
        Narrowing narrowing,
        PriceRange prices,
        LocalDate day,
        boolean activeOnly) {

    /**
     * What is written to find it by.
     *
     * @param contractor part of a present or former name (SRCH-NAME); null for any
     * @param description words for what is offered (SRCH-DESC); null for any
     * @param number a contract number in any printing, or a part of one (SRCH-CALEPROCURE calls it the Contract ID); null for any
     */
    public record Texts(
            @Nullable String contractor,
            @Nullable String description,
            @Nullable String number) {}

    /** Where a page starts: behind this score and number. */
    public record After(int score, String cmasNumber) {}

    public Optional<String> contractorText() {
        return Optional.ofNullable(texts.contractor());
    }

    public Optional<String> descriptionText() {
        return Optional.ofNullable(texts.description());
    }

    public Optional<String> numberText() {
        return Optional.ofNullable(texts.number());
    }

    /** Whether lines of price lists are looked for. */
    public boolean looksForLines() {
        return texts.description() != null || !prices.isOpen();
    }

    public boolean narrowed() {
        return !codes.isEmpty() || !narrowing.equals(Narrowing.NONE) || !prices.isOpen() || activeOnly;
    }

    public Criteria withDescription(String other) {
        return new Criteria(
                new Texts(texts.contractor(), other, texts.number()), codes, narrowing, prices, day, activeOnly);
    }

    /** The same texts without any filter. */
    public Criteria widened() {
        return new Criteria(texts, List.of(), Narrowing.NONE, PriceRange.ANY, day, false);
    }
}
