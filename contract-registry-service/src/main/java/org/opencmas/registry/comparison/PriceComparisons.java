package org.opencmas.registry.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.pricelist.Turns;
import org.opencmas.registry.search.lines.ListsInForce;
import org.opencmas.registry.search.lines.ListsInForce.Seller;
import org.opencmas.registry.search.lines.PriceLineIndex;
import org.opencmas.registry.search.lines.index.IndexedLine;

/** Compares lines of the price lists in force on a day, of agreements under which orders can be issued on it. */
@ApplicationScoped
class PriceComparisons {
    static final int MOST_LINES = 10_000;
    /** Each reads up to {@value #MOST_LINES} lines, and anybody may ask. */
    private static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ListsInForce lists;
    private final PriceLineIndex index;
    private final Turns turns = new Turns("compare prices", AT_ONCE, PATIENCE);

    PriceComparisons(ListsInForce lists, PriceLineIndex index) {
        this.lists = lists;
        this.index = index;
    }

    /** A line and whose it is. */
    private record Offer(Seller seller, IndexedLine line) {
        String unitKey() {
            return line.unit().strip().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param isWhole false when there are more than {@value #MOST_LINES} like lines, of which that many were compared
     * @param units by unit of measure
     * @param cheapest the lowest prices first
     */
    record Compared(boolean isWhole, List<UnitPrices> units, List<ComparedLine> cheapest) {}

    /** @throws org.opencmas.problem.Unavailable (503) while too many others compare */
    Compared compare(String text, LocalDate day, @Nullable BigDecimal asked, int shown) {
        return turns.take(() -> compared(text, day, asked, shown));
    }

    private Compared compared(String text, LocalDate day, @Nullable BigDecimal asked, int shown) {
        Map<UUID, Seller> sellers = lists.on(day);
        List<Offer> lines = index.likeLines().of(text, sellers.keySet(), MOST_LINES + 1).stream()
                .map(line -> new Offer(Objects.requireNonNull(sellers.get(line.priceListId())), line.line()))
                .toList();
        boolean isWhole = lines.size() <= MOST_LINES;
        List<Offer> compared = isWhole ? lines : lines.subList(0, MOST_LINES);
        Map<String, List<Offer>> byUnit =
                compared.stream().collect(Collectors.groupingBy(Offer::unitKey, TreeMap::new, Collectors.toList()));
        List<UnitPrices> units = byUnit.entrySet().stream()
                .map(unit -> UnitPrices.of(
                        unit.getKey(),
                        (int) unit.getValue().stream()
                                .map(offer -> offer.seller().contractorId())
                                .distinct()
                                .count(),
                        unit.getValue().stream()
                                .map(offer -> offer.line().price())
                                .toList(),
                        asked))
                .toList();
        return new Compared(isWhole, units, cheapest(compared, shown));
    }

    private static List<ComparedLine> cheapest(List<Offer> lines, int shown) {
        return lines.stream()
                .sorted(Comparator.comparing((Offer offer) -> offer.line().price())
                        .thenComparing(offer -> offer.seller().cmasNumber())
                        .thenComparing(offer -> offer.line().itemId()))
                .limit(shown)
                .map(offer -> ComparedLine.of(
                        offer.seller().cmasNumber(), offer.seller().contractorName(), offer.line()))
                .toList();
    }
}
