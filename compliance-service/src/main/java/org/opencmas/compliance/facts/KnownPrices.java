package org.opencmas.compliance.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.LineListing.ListState;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.known.PricedItem;
import org.opencmas.sql.Answer;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.terms.Usd;

/** Reads the copy of price lists: one query for all lines of all orders, each at its own price date. */
@ApplicationScoped
class KnownPrices {
    private static final Columns<WantedLine> WANTED = Columns.<WantedLine>of(
                    "cmas_number", "text", wanted -> wanted.line.cmas())
            .and("priced_on", "date", wanted -> wanted.line.pricedOn())
            .and("item_id", "text", wanted -> wanted.line.itemId())
            .and("description", "text", wanted -> wanted.line.description());
    private static final String SELECT = """
            with wanted as materialized (
                select place, cmas_number, priced_on, item_id, spelling_key(item_id) as item_key,
                    spelling_key(description) as description_key
                  from %s
            )
            select wanted.place, list.complete, list.effective_from, item.item_id, item.description, item.unit, item.price,
                item.base_price
              from wanted
              left join lateral (
                select price_list_id, complete, effective_from from price_list
                 where cmas_number = wanted.cmas_number and effective_from <= wanted.priced_on
                 order by effective_from desc, supplement_number desc, published_version desc limit 1) list on true
              left join lateral (
                (select * from price_line
                  where price_list_id = list.price_list_id and item_key = wanted.item_key and item_key <> ''
                  order by item_id <> wanted.item_id, least(price, base_price) desc limit 5)
                union all
                (select * from price_line
                  where price_list_id = list.price_list_id and description_key = wanted.description_key
                    and description_key <> '' and item_key is distinct from wanted.item_key
                  order by least(price, base_price) desc limit 5)
                ) item on list.complete
            """.formatted(WANTED.given());

    /** A line that cites a CMAS, and the place of its order among those asked for. */
    private record WantedLine(int order, OrderLine line) {}

    /**
     * Asks, together with other things, for each order and of every line that cites a CMAS, what the list in force on its price date
     * says about it.
     *
     * @return in the order of the orders
     */
    Answer<List<List<LineListing>>> ask(RoundTrip asked, List<Order> orders) {
        List<WantedLine> wanted = wanted(orders);
        return wanted.isEmpty()
                ? Answer.of(orders.stream().map(order -> List.<LineListing>of()).toList())
                : Answer.ask(
                        asked,
                        SELECT,
                        (select, first) -> WANTED.bind(select, first, wanted),
                        row -> read(row, wanted, orders.size()));
    }

    private static List<WantedLine> wanted(List<Order> orders) {
        List<WantedLine> wanted = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            for (OrderLine line : orders.get(i).lines()) {
                if (line.cmas() != null) {
                    wanted.add(new WantedLine(i, line));
                }
            }
        }
        return wanted;
    }

    private static List<List<LineListing>> read(ResultSet row, List<WantedLine> wanted, int orders)
            throws SQLException {
        List<Map<String, LineListing>> listings = Stream.<Map<String, LineListing>>generate(LinkedHashMap::new)
                .limit(orders)
                .toList();
        while (row.next()) {
            WantedLine asked = wanted.get(row.getInt("place") - 1);
            String lineId = asked.line().lineId();
            listings.get(asked.order()).merge(lineId, listing(lineId, row), KnownPrices::joined);
        }
        return listings.stream().map(ofOrder -> List.copyOf(ofOrder.values())).toList();
    }

    private static LineListing listing(String lineId, ResultSet row) throws SQLException {
        LocalDate effectiveFrom = row.getObject("effective_from", LocalDate.class);
        ListState state = effectiveFrom == null
                ? ListState.NONE
                : row.getBoolean("complete") ? ListState.COMPLETE : ListState.INCOMPLETE;
        List<PricedItem> items = row.getString("item_id") == null ? List.of() : List.of(item(row));
        return new LineListing(lineId, state, effectiveFrom, items);
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
}
