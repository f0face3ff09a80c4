package org.opencmas.registry.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.search.lines.PriceLineIndex;
import org.opencmas.registry.search.lines.index.IndexedLine;

/** Compares lines of the price lists in force on a day, of agreements under which orders can be issued on it. */
@ApplicationScoped
class PriceComparisons {
    static final int MOST_LINES = 10_000;
    private static final String IN_FORCE = """
            select f.id, f.cmas_number, c.id, c.legal_name
            from (
                select distinct on (cmas_number) cmas_number, id from price_list
                where effective_from <= ? order by cmas_number, effective_from desc, supplement_number desc
            ) f
            join agreement a on a.cmas_number = f.cmas_number
            join contractor c on c.id = a.contractor_id
            join lateral (
                select term_start, term_end from agreement_supplement each
                where each.cmas_number = a.cmas_number and each.effective_on <= ?
                order by each.effective_on desc, each.supplement_number desc limit 1
            ) s on ? between s.term_start and s.term_end
            cross join lateral agreement_status_on(a.cmas_number, ?) t
            where t.status = 'ACTIVE'
            """;

    private final DataSource dataSource;
    private final PriceLineIndex index;

    PriceComparisons(DataSource dataSource, PriceLineIndex index) {
        this.dataSource = dataSource;
        this.index = index;
    }

    /** Whose a price list is. */
    private record Seller(String cmasNumber, UUID contractorId, String contractorName) {}

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

    Compared compare(String text, LocalDate day, @Nullable BigDecimal asked, int shown) {
        Map<UUID, Seller> sellers = sellers(day);
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

    private Map<UUID, Seller> sellers(LocalDate day) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(IN_FORCE)) {
            for (int i = 1; i <= query.getParameterMetaData().getParameterCount(); i++) {
                query.setObject(i, day);
            }
            Map<UUID, Seller> sellers = new HashMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sellers.put(
                            rows.getObject(1, UUID.class),
                            new Seller(rows.getString(2), rows.getObject(3, UUID.class), rows.getString(4)));
                }
            }
            return sellers;
        } catch (SQLException e) {
            throw new IllegalStateException("the price lists in force could not be read", e);
        }
    }
}
