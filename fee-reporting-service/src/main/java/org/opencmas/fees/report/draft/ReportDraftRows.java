package org.opencmas.fees.report.draft;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.upload.ReportedRow;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/** Reads the orders that a draft adds where they stand as rows, never all of them at once. */
public final class ReportDraftRows {
    /** What a row of a report is made of, in the order of {@link ReportedRow}. */
    static final String COLUMNS =
            "agency_name, agency_class, agency_billing_code, purchase_order_number, amendment_number,"
                    + " purchase_order_date, total, tax, freight, fee, reseller, agency_contact, agency_address, agency_phone";

    private static final String OF_DRAFT =
            " from report_draft_row where cmas_number = ? and quarter = ? and version = ?";
    private static final String SUMS =
            "select agency_class, purchase_order_date, count(*), sum(total), coalesce(sum(fee), 0),"
                    + " coalesce(sum(total) filter (where fee is null), 0), count(*) filter (where fee is null)"
                    + OF_DRAFT
                    + " group by agency_class, purchase_order_date order by purchase_order_date, agency_class";
    private static final String PAGE = "select place, " + COLUMNS + OF_DRAFT + " and place > ? order by place limit ?";

    private ReportDraftRows() {}

    /**
     * The rows of one order date and class, added up.
     *
     * @param statedFees the sum of the fees that the contractor states
     * @param totalWithoutFee the sum of the totals of the rows without a stated fee
     * @param withoutFee how many rows these are
     */
    record Sum(
            AgencyClass agencyClass,
            LocalDate purchaseOrderDate,
            int count,
            Usd total,
            Usd statedFees,
            Usd totalWithoutFee,
            int withoutFee) {}

    /** @param place counts the rows of the file from 1 */
    record Placed(int place, ReportedRow row) {}

    static List<Sum> sums(Connection connection, AgreementQuarter report, int version) throws SQLException {
        List<Sum> sums = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SUMS)) {
            bind(select, report, version);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sums.add(new Sum(
                            AgencyClass.valueOf(row.getString(1)),
                            row.getObject(2, LocalDate.class),
                            row.getInt(3),
                            Usd.of(row.getBigDecimal(4)),
                            Usd.of(row.getBigDecimal(5)),
                            Usd.of(row.getBigDecimal(6)),
                            row.getInt(7)));
                }
            }
        }
        return sums;
    }

    /** @param after the place behind which the page begins; 0 for the first */
    static List<Placed> page(Connection connection, AgreementQuarter report, int version, int after, int count)
            throws SQLException {
        List<Placed> page = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            bind(select, report, version);
            select.setInt(4, after);
            select.setInt(5, count);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    page.add(new Placed(rows.getInt(1), row(rows, 2)));
                }
            }
        }
        return page;
    }

    private static void bind(PreparedStatement select, AgreementQuarter report, int version) throws SQLException {
        select.setString(1, report.agreement().canonical());
        select.setString(2, report.quarter().toString());
        select.setInt(3, version);
    }

    /** @param first the number of the first of {@link #COLUMNS} */
    static ReportedRow row(ResultSet rows, int first) throws SQLException {
        return new ReportedRow(
                rows.getString(first),
                AgencyClass.valueOf(rows.getString(first + 1)),
                rows.getString(first + 2),
                rows.getString(first + 3),
                rows.getInt(first + 4),
                rows.getObject(first + 5, LocalDate.class),
                Usd.of(rows.getBigDecimal(first + 6)),
                amount(rows, first + 7),
                amount(rows, first + 8),
                amount(rows, first + 9),
                rows.getString(first + 10),
                rows.getString(first + 11),
                rows.getString(first + 12),
                rows.getString(first + 13));
    }

    private static @Nullable Usd amount(ResultSet rows, int column) throws SQLException {
        BigDecimal amount = rows.getBigDecimal(column);
        return amount == null ? null : Usd.of(amount);
    }
}
