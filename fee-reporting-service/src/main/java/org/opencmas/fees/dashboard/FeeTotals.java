package org.opencmas.fees.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opencmas.fees.http.QuarterSpan;
import org.opencmas.terms.Usd;

/**
 * Reads the totals that the database keeps with every posting and filing, and how far they follow the other services. All in one
 * statement: on one snapshot, so that neither says more than the other, and in one round trip, which is most of what it costs.
 */
@ApplicationScoped
class FeeTotals {
    /** What the totals are split by. */
    enum View {
        QUARTER,
        AGENCY_TYPE,
        CONTRACTOR
    }

    /**
     * Which totals are asked for.
     *
     * @param after by contractor, the id of the last one of the page before; empty for the first page
     * @param count most contractors that are read
     */
    record Asked(View view, QuarterSpan quarters, String after, int count) {}

    /**
     * What the other figures leave out, since its fee cannot be worked out yet.
     *
     * @param orders counted in the quarter in which they first named an agreement, once for each such agreement
     * @param sales what they come to now, dollars before tax and freight
     */
    record Uncomputable(long orders, Usd sales) {}

    /**
     * What reports declare and no agency's order answers yet; it is owed besides the fee of orders.
     *
     * @param sales dollars before tax and freight
     * @param fee exact
     * @param feeWaived exact
     */
    record Declared(Usd sales, Usd fee, Usd feeWaived) {
        static final Declared NONE = new Declared(Usd.ZERO, Usd.ZERO, Usd.ZERO);

        Declared plus(Declared other) {
            return new Declared(sales.plus(other.sales), fee.plus(other.fee), feeWaived.plus(other.feeWaived));
        }
    }

    /**
     * The totals of one member over the quarters read.
     *
     * @param member a quarter, an agency type or a contractor's id
     * @param name the contractor's name, else empty
     */
    record Row(
            String member,
            String name,
            Usd sales,
            Usd feeDue,
            Usd salesWaived,
            Usd feeWaived,
            long orders,
            long reportsExpected,
            long reportsFiled,
            Usd feeDueFiled,
            Uncomputable uncomputable,
            Declared declared) {
        static final Row ZERO = new Row(
                "",
                "",
                Usd.ZERO,
                Usd.ZERO,
                Usd.ZERO,
                Usd.ZERO,
                0,
                0,
                0,
                Usd.ZERO,
                new Uncomputable(0, Usd.ZERO),
                Declared.NONE);

        /** This member's totals with those of the other row added. */
        Row plus(Row other) {
            return new Row(
                    member,
                    name,
                    sales.plus(other.sales),
                    feeDue.plus(other.feeDue),
                    salesWaived.plus(other.salesWaived),
                    feeWaived.plus(other.feeWaived),
                    orders + other.orders,
                    reportsExpected + other.reportsExpected,
                    reportsFiled + other.reportsFiled,
                    feeDueFiled.plus(other.feeDueFiled),
                    new Uncomputable(
                            uncomputable.orders + other.uncomputable.orders,
                            uncomputable.sales.plus(other.uncomputable.sales)),
                    declared.plus(other.declared));
        }
    }

    /**
     * What was read.
     *
     * @param quarters each quarter's totals, in time
     * @param members the totals that were asked for by something else than the quarter; none when by quarter
     * @param asOf by service, the position of its journal up to which the totals know its events
     */
    record Totals(List<Row> quarters, List<Row> members, Map<String, Long> asOf) {}

    private static final String FOLLOWED = "FOLLOWED";
    /** What is asked, once for all parts of the statement that look at it. */
    private static final String ASKED =
            "with asked as (select ?::text as first, ?::text as last, ?::text as member, ?::int as count) ";

    private static final String IN_SPAN = "between (select first from asked) and (select last from asked)";
    private static final String ON_PAGE = "> (select member from asked)";
    private static final String BY_QUARTER = ASKED + """
            select 'FOLLOWED' part, source member, '' as name, null::numeric, null::numeric, null::numeric, null::numeric,
                position, null::bigint, null::bigint, null::numeric, null::bigint, null::numeric, null::numeric, null::numeric, null::numeric
            from followed_source
            union all
            select 'QUARTER', quarter, '', sales, fee_due, sales_waived, fee_waived, orders, null, null, null, null, null, null, null, null
            from fee_total where view = 'QUARTER' and quarter %1$s
            union all
            select 'QUARTER', quarter, '', null, null, null, null, null, expected, filed, fee_due_filed, null, null, null, null, null
            from report_total where view = 'QUARTER' and quarter %1$s
            union all
            select 'QUARTER', quarters[1], '', null, null, null, null, null, null, null, null, count(*), sum(base), null, null, null
            from pending_fee where quarters[1] %1$s group by quarters[1]
            union all
            select 'QUARTER', quarter, '', null, null, null, null, null, null, null, null, null, null, sales, fee_due, fee_waived
            from declared_total where view = 'QUARTER' and quarter %1$s
            """.formatted(IN_SPAN);
    private static final String BY_AGENCY_TYPE = BY_QUARTER + """
            union all
            select 'AGENCY_TYPE', member, '', t.sales, t.fee_due, t.sales_waived, t.fee_waived, t.orders, null, null, null,
                f.orders, f.sales, null, null, null
            from (select member, sum(sales) sales, sum(fee_due) fee_due, sum(sales_waived) sales_waived,
                    sum(fee_waived) fee_waived, sum(orders)::bigint orders
                from fee_total where view = 'AGENCY_TYPE' and quarter %1$s group by member) t
            full join (select a.type member, count(*) orders, sum(base) sales
                from pending_fee p join agency a using (agency_id) where quarters[1] %1$s group by a.type) f
                using (member)
            order by member
            """.formatted(IN_SPAN);
    private static final String BY_CONTRACTOR = BY_QUARTER + """
            union all
            (select 'CONTRACTOR', member, coalesce(k.legal_name, ''), t.sales, t.fee_due, t.sales_waived, t.fee_waived,
                t.orders, r.expected, r.filed, r.fee_due_filed, f.orders, f.sales, d.sales, d.fee_due, d.fee_waived
            from (select member, sum(sales) sales, sum(fee_due) fee_due, sum(sales_waived) sales_waived,
                    sum(fee_waived) fee_waived, sum(orders)::bigint orders
                from fee_total where view = 'CONTRACTOR' and quarter %1$s and member %2$s group by member) t
            full join (select member, sum(expected)::bigint expected, sum(filed)::bigint filed,
                    sum(fee_due_filed) fee_due_filed
                from report_total where view = 'CONTRACTOR' and quarter %1$s and member %2$s group by member) r
                using (member)
            full join (select contractor_id::text member, count(*) orders, sum(base) sales from pending_fee
                where quarters[1] %1$s and contractor_id::text %2$s group by contractor_id) f
                using (member)
            full join (select member, sum(sales) sales, sum(fee_due) fee_due, sum(fee_waived) fee_waived
                from declared_total where view = 'CONTRACTOR' and quarter %1$s and member %2$s group by member) d
                using (member)
            left join contractor k on k.contractor_id = member::uuid
            order by member limit (select count from asked))
            order by member
            """.formatted(IN_SPAN, ON_PAGE);

    Totals read(Connection connection, Asked asked) throws SQLException {
        String sql = switch (asked.view()) {
            case QUARTER -> BY_QUARTER;
            case AGENCY_TYPE -> BY_AGENCY_TYPE;
            case CONTRACTOR -> BY_CONTRACTOR;
        };
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, asked.quarters().first().toString());
            select.setString(2, asked.quarters().last().toString());
            select.setString(3, asked.after());
            select.setInt(4, asked.count());
            return read(select);
        }
    }

    private static Totals read(PreparedStatement select) throws SQLException {
        // A quarter has a row of its fees and one of its reports.
        Map<String, Row> quarters = new TreeMap<>();
        List<Row> members = new ArrayList<>();
        Map<String, Long> asOf = new TreeMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String part = row.getString(1);
                if (part.equals(FOLLOWED)) {
                    asOf.put(row.getString(2), row.getLong(8));
                } else if (part.equals(View.QUARTER.name())) {
                    quarters.merge(row.getString(2), row(row), Row::plus);
                } else {
                    members.add(row(row));
                }
            }
        }
        return new Totals(List.copyOf(quarters.values()), members, asOf);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(2),
                row.getString(3),
                usd(row, 4),
                usd(row, 5),
                usd(row, 6),
                usd(row, 7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                usd(row, 11),
                new Uncomputable(row.getLong(12), usd(row, 13)),
                new Declared(usd(row, 14), usd(row, 15), usd(row, 16)));
    }

    private static Usd usd(ResultSet row, int column) throws SQLException {
        var amount = row.getBigDecimal(column);
        return amount == null ? Usd.ZERO : Usd.of(amount);
    }
}
