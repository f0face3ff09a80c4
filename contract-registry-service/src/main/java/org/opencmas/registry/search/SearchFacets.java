package org.opencmas.registry.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.search.asked.Criteria;
import org.opencmas.registry.search.asked.SearchPrices;
import org.opencmas.registry.search.lines.LineMatches;
import org.opencmas.registry.search.lines.ListMatches;
import org.opencmas.registry.search.lines.PriceLineIndex;
import org.opencmas.registry.search.lines.PriceRange;

/** Counts, for each value to narrow by, the agreements that would be left; exactly. Of product codes the {@value #MOST_CODES} most frequent. */
final class SearchFacets {
    private static final int MOST_CODES = 20;
    private static final List<String> PRICES =
            List.of("0.00-<100.00", "100.00-<1000.00", "1000.00-<10000.00", "10000.00-");
    private static final String FACETS = """
            select * from (
                select 'kind' as field, kind as value, count(*) as agreements from found group by kind
                union all
                select 'asOf', ?::text, count(*) from found where active
                union all
                select 'openToLocal', (for_use_by = 'STATE_AND_LOCAL')::text, count(*) from found
                group by for_use_by = 'STATE_AND_LOCAL'
                union all
                select 'certification', held.type, count(distinct cmas_number)
                from found join contractor_certificate held using (contractor_id)
                where ? between held.valid_from and held.valid_through group by held.type
                union all
                select 'category', category, count(*) from found cross join unnest(categories) category group by category
                union all
                select 'baseType', base_type, count(*) from found where base_type is not null group by base_type
                union all
                select 'calCard', accepts_cal_card::text, count(*) from found where accepts_cal_card is not null
                group by accepts_cal_card
                union all
                select 'nsp', nsp_provision::text, count(*) from found group by nsp_provision
                union all
                (select 'code', code, count(*) from found cross join unnest(product_codes) code
                 group by code order by count(*) desc, code limit\s""" + MOST_CODES + """
            )
                union all
                select 'price', priced.range, count(distinct found.cmas_number)
                from unnest(?, ?) as priced (range, list) join found on found.price_list_id = priced.list group by priced.range
            ) facet
            order by array_position(array['kind', 'asOf', 'openToLocal', 'certification', 'category', 'baseType', 'calCard',
                'nsp', 'code', 'price'], field), agreements desc, value""";

    private SearchFacets() {}

    /**
     * The lists that have a line in each of the ranges of prices: the same place in both names one.
     *
     * @param ranges as they are answered
     * @param lists the list of the same place
     */
    record Priced(List<String> ranges, List<UUID> lists) {}

    /** Asks the index, which counts the published lists in the database: to be done while no connection is held, or two are for one search. */
    static Priced priced(Criteria criteria, PriceLineIndex index) {
        var priced = new Priced(new ArrayList<>(), new ArrayList<>());
        if (criteria.looksForLines()) {
            for (String range : PRICES) {
                priced(index, criteria, range).forEach(list -> {
                    priced.ranges().add(range);
                    priced.lists().add(list);
                });
            }
        }
        return priced;
    }

    static SearchSql of(Connection connection, Criteria criteria, @Nullable LineMatches lines, Priced priced)
            throws SQLException {
        return SearchStatement.of(connection, criteria, lines)
                .add(
                        FACETS,
                        criteria.day(),
                        criteria.day(),
                        connection.createArrayOf("text", priced.ranges().toArray()),
                        connection.createArrayOf("uuid", priced.lists().toArray()));
    }

    private static List<UUID> priced(PriceLineIndex index, Criteria criteria, String range) {
        PriceRange within = SearchPrices.parse(range).within(criteria.prices());
        try (LineMatches lines = AgreementSearch.lines(index, criteria, within)) {
            return lines.lists().stream().map(ListMatches::priceListId).toList();
        }
    }
}
