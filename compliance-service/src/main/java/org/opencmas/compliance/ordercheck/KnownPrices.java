package org.opencmas.compliance.ordercheck;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.ordercheck.rule.LineListing;
import org.opencmas.compliance.ordercheck.rule.LineListing.ListState;
import org.opencmas.compliance.ordercheck.rule.OrderLine;
import org.opencmas.compliance.ordercheck.rule.PricedItem;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Reads the copy of price lists: one query for all lines of an order, each at its own price date. */
@Singleton
class KnownPrices {
    private static final String SELECT = """
            select wanted.line_id, list.complete, list.effective_from, item.item_id, item.description, item.unit, item.price,
                item.base_price
              from unnest(?::text[], ?::text[], ?::date[], ?::text[], ?::text[])
                   as wanted (line_id, cmas_number, priced_on, item_id, description)
              left join lateral (
                select price_list_id, complete, effective_from from price_list
                 where cmas_number = wanted.cmas_number and effective_from <= wanted.priced_on
                 order by effective_from desc, supplement_number desc, published_version desc limit 1) list on true
              left join lateral (
                (select * from price_line
                  where price_list_id = list.price_list_id and item_key = spelling_key(wanted.item_id) and item_key <> ''
                  order by item_id <> wanted.item_id limit 5)
                union all
                (select * from price_line
                  where price_list_id = list.price_list_id and description_key = spelling_key(wanted.description)
                    and description_key <> '' and item_key is distinct from spelling_key(wanted.item_id) limit 5)
                ) item on list.complete
            """;

    /** For every line that cites a CMAS, what the list in force on its price date says about it. */
    List<LineListing> listings(Connection connection, List<OrderLine> lines) throws SQLException {
        List<OrderLine> cited =
                lines.stream().filter(line -> line.cmas() != null).toList();
        Map<String, LineListing> listings = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(1, connection.createArrayOf("text", each(cited, OrderLine::lineId)));
            select.setArray(2, connection.createArrayOf("text", each(cited, KnownPrices::canonical)));
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "date", each(cited, line -> line.pricedOn().toString())));
            select.setArray(4, connection.createArrayOf("text", each(cited, OrderLine::itemId)));
            select.setArray(5, connection.createArrayOf("text", each(cited, OrderLine::description)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    listings.merge(row.getString("line_id"), listing(row), KnownPrices::joined);
                }
            }
        }
        return List.copyOf(listings.values());
    }

    private static LineListing listing(ResultSet row) throws SQLException {
        LocalDate effectiveFrom = row.getObject("effective_from", LocalDate.class);
        ListState state = effectiveFrom == null
                ? ListState.NONE
                : row.getBoolean("complete") ? ListState.COMPLETE : ListState.INCOMPLETE;
        List<PricedItem> items = row.getString("item_id") == null ? List.of() : List.of(item(row));
        return new LineListing(row.getString("line_id"), state, effectiveFrom, items);
    }

    private static PricedItem item(ResultSet row) throws SQLException {
        BigDecimal basePrice = row.getBigDecimal("base_price");
        return new PricedItem(
                row.getString("item_id"),
                row.getString("description"),
                row.getString("unit"),
                Usd.of(row.getBigDecimal("price")),
                basePrice == null ? null : Usd.of(basePrice));
    }

    private static LineListing joined(LineListing one, LineListing more) {
        List<PricedItem> candidates = new ArrayList<>(one.candidates());
        candidates.addAll(more.candidates());
        return new LineListing(one.lineId(), one.list(), one.effectiveFrom(), candidates);
    }

    private static @Nullable String canonical(OrderLine line) {
        CmasNumber cmas = line.cmas();
        return cmas == null ? null : cmas.canonical();
    }

    private static @Nullable Object[] each(List<OrderLine> lines, Function<OrderLine, @Nullable Object> value) {
        return lines.stream().map(value).toArray();
    }
}
