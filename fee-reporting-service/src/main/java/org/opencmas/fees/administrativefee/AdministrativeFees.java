package org.opencmas.fees.administrativefee;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * Works out State departments' administrative fee from totals that the database keeps of their orders: by agency, quarter and agreement,
 * as it is billed (MULTI-FEE-PURPOSE, Guide s3 p10). The rate is that of the order date, for amendments too; nothing is due of
 * orders to a certified small business (practice 2.9); and where no rate is known the amount is told, not a fee of zero.
 */
@ApplicationScoped
class AdministrativeFees {
    static final String SELECT = """
            with rate as (
                select distinct on (first_order_date) first_order_date, rate from administrative_fee_rate
                where activation is not null order by first_order_date, activation desc),
            billed as (
                select t.quarter, t.agency_id::text as agency_id, t.cmas_number, sum(t.sales) as sales, sum(t.waived) as waived,
                    coalesce(sum(t.sales - t.waived) filter (where r.rate is null), 0) as without_rate,
                    coalesce(sum((t.sales - t.waived) * r.rate), 0) as fee
                from administrative_fee_total t left join rate r on r.first_order_date = t.rate_from
                where t.quarter between ? and ? and (?::uuid is null or t.agency_id = ?) group by 1, 2, 3)
            select '' as quarter, '' as agency_id, '' as cmas_number, '' as name, coalesce(sum(sales), 0), coalesce(sum(waived), 0),
                coalesce(sum(without_rate), 0), coalesce(sum(fee), 0)
            from billed
            union all
            (select quarter, billed.agency_id, cmas_number, coalesce(a.name, ''), sales, waived, without_rate, fee
            from billed left join agency a on a.agency_id::text = billed.agency_id
            where (sales, waived, without_rate, fee) <> (0, 0, 0, 0)
                and (?::text is null or (quarter, billed.agency_id, cmas_number) > (?, ?, ?))
            order by quarter, billed.agency_id, cmas_number limit ?)
            order by 1, 2, 3
            """;

    /** The last row of the page before. */
    record After(String quarter, String agencyId, String cmasNumber) {}

    /**
     * What the orders come to.
     *
     * @param sales before tax and freight, signed
     * @param salesWaived the part ordered from certified small businesses
     * @param salesWithoutRate the part of the rest for whose order dates no rate is known
     * @param fee exact, of what is neither
     */
    @Schema(name = "AdministrativeFeeFigures")
    record Figures(Usd sales, Usd salesWaived, Usd salesWithoutRate, Usd fee) {}

    /** What a department ordered in a quarter under an agreement. */
    record Row(CalendarQuarter quarter, UUID agencyId, String agencyName, CmasNumber cmasNumber, Figures figures) {}

    /** @param total of all rows, those on other pages included */
    record Read(List<Row> rows, Figures total) {}

    /**
     * Reads a page.
     *
     * @param agencyId null for all departments
     * @param after null for the first page
     */
    Read read(
            Connection connection,
            CalendarQuarter from,
            CalendarQuarter through,
            @Nullable UUID agencyId,
            @Nullable After after,
            int count)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        Figures total = null;
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            String quarter = after == null ? null : after.quarter();
            select.setString(1, from.toString());
            select.setString(2, through.toString());
            select.setObject(3, agencyId);
            select.setObject(4, agencyId);
            select.setString(5, quarter);
            select.setString(6, quarter);
            select.setString(7, after == null ? null : after.agencyId());
            select.setString(8, after == null ? null : after.cmasNumber());
            select.setInt(9, count);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString(1).isEmpty()) {
                        total = figures(row);
                    } else {
                        rows.add(new Row(
                                CalendarQuarter.parse(row.getString(1)),
                                UUID.fromString(row.getString(2)),
                                row.getString(4),
                                CmasNumber.parse(row.getString(3)),
                                figures(row)));
                    }
                }
            }
        }
        if (total == null) {
            throw new IllegalStateException("a sum is always one row");
        }
        return new Read(rows, total);
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(usd(row, 5), usd(row, 6), usd(row, 7), usd(row, 8));
    }

    private static Usd usd(ResultSet row, int column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return Usd.of(amount);
    }
}
