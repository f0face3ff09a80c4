package org.opencmas.console.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prices that can be compared: those of one unit, the lowest first. Prices of different units are never set against each other. */
final class PricesByUnit {
    private static final int WIDTH = 100;

    private PricesByUnit() {}

    /**
     * A line of a price list.
     *
     * @param price US dollars for one unit
     */
    record Offer(
            String cmasNumber, String contractor, String itemId, String description, String unit, BigDecimal price) {}

    /** @param place where its dot stands, 0 for nothing to 100 for the highest price of the unit */
    record Dot(Offer offer, int place) {}

    /**
     * @param unit as the list with the lowest price writes it
     * @param dots the lowest price first
     */
    record Group(String unit, List<Dot> dots) {
        public int contractors() {
            return (int) dots.stream()
                    .map(dot -> dot.offer().contractor())
                    .distinct()
                    .count();
        }

        public BigDecimal lowest() {
            return dots.getFirst().offer().price();
        }

        public BigDecimal highest() {
            return dots.getLast().offer().price();
        }
    }

    /** Returns the groups, the one with most lines first. */
    static List<Group> of(List<Offer> offers) {
        Map<String, List<Offer>> byUnit = new TreeMap<>();
        for (Offer offer : offers) {
            byUnit.computeIfAbsent(offer.unit().strip().toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                    .add(offer);
        }
        return byUnit.values().stream()
                .map(PricesByUnit::group)
                .sorted(Comparator.comparing((Group group) -> group.dots().size())
                        .reversed())
                .toList();
    }

    private static Group group(List<Offer> offers) {
        List<Offer> sorted = offers.stream()
                .sorted(Comparator.comparing(Offer::price)
                        .thenComparing(Offer::contractor)
                        .thenComparing(Offer::cmasNumber)
                        .thenComparing(Offer::itemId))
                .toList();
        BigDecimal highest = sorted.getLast().price();
        return new Group(
                sorted.getFirst().unit(),
                sorted.stream()
                        .map(offer -> new Dot(offer, place(offer.price(), highest)))
                        .toList());
    }

    private static int place(BigDecimal price, BigDecimal highest) {
        return highest.signum() == 0
                ? 0
                : price.multiply(BigDecimal.valueOf(WIDTH))
                        .divide(highest, 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }
}
