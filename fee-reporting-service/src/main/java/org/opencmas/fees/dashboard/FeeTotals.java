package org.opencmas.fees.dashboard;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** Reads the totals that the database keeps with every posting and filing. */
@Singleton
final class FeeTotals {
    /** What the totals are split by. */
    enum View {
        QUARTER,
        AGENCY_TYPE,
        CONTRACTOR
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
            Usd feeDueFiled) {}

    private static final String BY_QUARTER = """
            select coalesce(t.quarter, r.quarter), '', t.sales, t.fee_due, t.sales_waived, t.fee_waived, t.orders,
                r.expected, r.filed, r.fee_due_filed
            from (select * from fee_total where view = 'QUARTER' and quarter between ? and ?) t
            full join (select * from report_total where view = 'QUARTER' and quarter between ? and ?) r using (quarter)
            order by 1
            """;
    private static final String BY_AGENCY_TYPE = """
            select member, '', sum(sales), sum(fee_due), sum(sales_waived), sum(fee_waived), sum(orders), null, null, null
            from fee_total where view = 'AGENCY_TYPE' and quarter between ? and ? group by member order by 1
            """;
    private static final String BY_CONTRACTOR = """
            select member, coalesce(k.legal_name, ''), t.sales, t.fee_due, t.sales_waived, t.fee_waived, t.orders,
                r.expected, r.filed, r.fee_due_filed
            from (select member, sum(sales) sales, sum(fee_due) fee_due, sum(sales_waived) sales_waived,
                    sum(fee_waived) fee_waived, sum(orders) orders
                from fee_total where view = 'CONTRACTOR' and quarter between ? and ? and member > ? group by member) t
            full join (select member, sum(expected) expected, sum(filed) filed, sum(fee_due_filed) fee_due_filed
                from report_total where view = 'CONTRACTOR' and quarter between ? and ? and member > ? group by member) r
                using (member)
            left join contractor k on k.contractor_id = member::uuid
            order by 1 limit ?
            """;

    List<Row> byQuarter(Connection connection, CalendarQuarter from, CalendarQuarter through) throws SQLException {
        return read(connection, BY_QUARTER, from.toString(), through.toString(), from.toString(), through.toString());
    }

    List<Row> byAgencyType(Connection connection, CalendarQuarter from, CalendarQuarter through) throws SQLException {
        return read(connection, BY_AGENCY_TYPE, from.toString(), through.toString());
    }

    /** @param after the id of the last contractor of the page before, empty for the first page */
    List<Row> byContractor(
            Connection connection, CalendarQuarter from, CalendarQuarter through, String after, int count)
            throws SQLException {
        return read(
                connection,
                BY_CONTRACTOR,
                from.toString(),
                through.toString(),
                after,
                from.toString(),
                through.toString(),
                after,
                count);
    }

    private static List<Row> read(Connection connection, String sql, Object... values) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getString(1),
                            row.getString(2),
                            usd(row, 3),
                            usd(row, 4),
                            usd(row, 5),
                            usd(row, 6),
                            row.getLong(7),
                            row.getLong(8),
                            row.getLong(9),
                            usd(row, 10)));
                }
            }
        }
        return rows;
    }

    private static Usd usd(ResultSet row, int column) throws SQLException {
        var amount = row.getBigDecimal(column);
        return amount == null ? Usd.ZERO : Usd.of(amount);
    }
}
