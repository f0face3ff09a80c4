package org.opencmas.fees.dashboard.sales;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CalendarQuarter;

/**
 * Reads the totals that the database keeps with every entry. As of an earlier position they are what they are now less what was entered
 * since, so that it costs what has happened since and not what there is. All in one statement: on one snapshot.
 */
@ApplicationScoped
class SalesTotals {
    /** @param name of an agency or a contractor as it is known now, else empty */
    record Member(String member, String name, SalesFigures figures) {}

    /**
     * What was read.
     *
     * @param last the position of the last entry there is
     * @param asOf by service, the position of its journal up to which its events are known
     */
    record Read(List<Member> members, SalesFigures total, long last, Map<String, Long> asOf) {}

    /** Which members to read: a page in their order, or the first by a figure. */
    record Chosen(@Nullable String after, @Nullable Ranking ranking, int count) {}

    /** What the largest are found by. */
    enum Ranking {
        SALES("sales"),
        FEE_DUE("fee_due"),
        ORDERS("orders");

        private final String column;

        Ranking(String column) {
            this.column = column;
        }
    }

    private static final List<String> COLUMNS = List.of(
            "sales",
            "local_sales",
            "state_sales",
            "small_business",
            "dvbe",
            "small_business_or_dvbe",
            "nsp",
            "cal_card",
            "without_detail",
            "fee_due",
            "fee_waived",
            "orders",
            "entries");

    private static final String MEMBERS = """
            with given as (select ?::text as kept, ?::text as first, ?::text as last, ?::text as only_member, ?::bigint as upto),
            counted as (
                select quarter, member, %1$s from sale_total, given where view = kept and quarter between %2$s and last
                union all
                select quarter, member, %3$s from sale_figures, given where position > upto and view = kept and quarter between %2$s and last),
            told as (
                select *, (left(quarter, 4)::int + years)::text || right(quarter, 3) as shown from counted, (values (0), (1)) y (years)),
            members as (
                select %4$s as member, %5$s,
                    coalesce(sum(sales) filter (where years = 1), 0) as sales_before,
                    coalesce(sum(fee_due) filter (where years = 1), 0) as fee_before
                from told, given where shown between first and last group by 1),
            shown as (select members.* from members, given where (only_member is null or member = only_member)
                and (entries <> 0 or sales_before <> 0 or fee_before <> 0))
            select 'TOTAL' as part, '' as member, %6$s, sum(sales_before), sum(fee_before), null as name from shown
            union all
            select 'LAST', '', max(position), %7$s, null from sale_entry
            union all
            select 'FOLLOWED', source, position, %7$s, null from followed_source
            union all
            (select 'MEMBER', member, %8$s, sales_before, fee_before, coalesce(a.name, k.legal_name, '')
            from shown
            left join agency a on ? = 'AGENCY' and a.agency_id::text = member
            left join contractor k on ? = 'CONTRACTOR' and k.contractor_id::text = member
            where ?::text is null or member > ?
            order by %9$s member limit ?)
            """;

    Read read(Connection connection, SalesFilter filter, Chosen chosen) throws SQLException {
        List<Member> members = new ArrayList<>();
        Map<String, Long> asOf = new TreeMap<>();
        SalesFigures total = null;
        long last = 0;
        try (PreparedStatement select = connection.prepareStatement(sql(filter.view(), chosen.ranking))) {
            bind(select, filter, chosen);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    switch (row.getString(1)) {
                        case "TOTAL" -> total = SalesFigures.of(row, 3);
                        case "LAST" -> last = row.getLong(3);
                        case "FOLLOWED" -> asOf.put(row.getString(2), row.getLong(3));
                        default ->
                            members.add(new Member(row.getString(2), row.getString(18), SalesFigures.of(row, 3)));
                    }
                }
            }
        }
        if (total == null) {
            throw new IllegalStateException("a sum is always one row");
        }
        return new Read(members, total, last, asOf);
    }

    private static String sql(SalesView view, @Nullable Ranking ranking) {
        String member = switch (view) {
            case QUARTER -> "shown";
            case FISCAL_YEAR -> """
                        case when right(shown, 1) in ('3', '4') then left(shown, 4) || '-' || lpad(((left(shown, 4)::int + 1) % 100)::text, 2, '0')
                        else (left(shown, 4)::int - 1)::text || '-' || right(left(shown, 4), 2) end""";
            default -> "member";
        };
        return MEMBERS.formatted(
                String.join(", ", COLUMNS),
                "(left(first, 4)::int - 1)::text || right(first, 3)",
                negated(),
                member,
                each("coalesce(sum(%1$s) filter (where years = 0), 0) as %1$s"),
                each("sum(%s)"),
                ", null".repeat(COLUMNS.size() + 1).substring(2),
                String.join(", ", COLUMNS),
                ranking == null ? "" : ranking.column + " desc,");
    }

    private static String negated() {
        return each("-%s").replace("-entries", "-1");
    }

    private static String each(String pattern) {
        return String.join(", ", COLUMNS.stream().map(pattern::formatted).toList());
    }

    private static void bind(PreparedStatement select, SalesFilter filter, Chosen chosen) throws SQLException {
        CalendarQuarter from = filter.from();
        Long position = filter.position();
        select.setString(1, filter.view().kept());
        select.setString(2, from.toString());
        select.setString(3, filter.through().toString());
        select.setString(4, filter.member());
        select.setLong(5, position == null ? Long.MAX_VALUE : position);
        select.setString(6, filter.view().name());
        select.setString(7, filter.view().name());
        select.setString(8, chosen.after);
        select.setString(9, chosen.after);
        select.setInt(10, chosen.count);
    }
}
