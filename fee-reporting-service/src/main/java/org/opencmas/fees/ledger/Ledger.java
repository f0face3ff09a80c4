package org.opencmas.fees.ledger;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** The tables of postings and entries; the database itself refuses any edit and any entries that do not balance. */
@Singleton
final class Ledger {
    /** What was posted so far for the part, by dimension. */
    Map<Dimension, Amount> posted(Connection connection, OrderPart part) throws SQLException {
        Map<Dimension, Amount> posted = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select document_version, cause, belongs_to_quarter, agency_type, contractor_id, rate, treatment,
                    base, fee_due, fee_waived, orders
                from posting where order_id = ? and cmas_number = ?
                """)) {
            select.setObject(1, part.orderId());
            select.setString(2, part.agreement().canonical());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    posted.merge(dimension(row), amount(row), Amount::plus);
                }
            }
        }
        return posted;
    }

    static Dimension dimension(ResultSet row) throws SQLException {
        return new Dimension(
                row.getInt(1),
                Cause.valueOf(row.getString(2)),
                CalendarQuarter.parse(row.getString(3)),
                AgencyType.valueOf(row.getString(4)),
                row.getObject(5, UUID.class),
                new Rate(row.getBigDecimal(6)),
                Treatment.valueOf(row.getString(7)));
    }

    static Amount amount(ResultSet row) throws SQLException {
        return new Amount(
                Usd.of(row.getBigDecimal(8)),
                Usd.of(row.getBigDecimal(9)),
                Usd.of(row.getBigDecimal(10)),
                row.getInt(11));
    }

    /** The number of the order's latest posting, 0 when there is none. */
    int lastNumber(Connection connection, UUID orderId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select max(number_in_order) from posting where order_id = ?")) {
            select.setObject(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    void add(Connection connection, List<Posting> postings, UUID eventId, Instant postedAt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into posting (cmas_number, posting_id, order_id, number_in_order, document_version, cause, agency_type,
                    contractor_id, quarter, belongs_to_quarter, rate, treatment, base, fee_due, fee_waived, orders, event_id,
                    posted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (Posting posting : postings) {
                bind(insert, posting);
                insert.setObject(17, eventId);
                insert.setObject(18, postedAt.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        addEntries(connection, postings);
    }

    private static void bind(PreparedStatement insert, Posting posting) throws SQLException {
        Dimension dimension = posting.difference().dimension();
        Amount amount = posting.difference().amount();
        insert.setString(1, posting.part().agreement().canonical());
        insert.setObject(2, posting.postingId());
        insert.setObject(3, posting.part().orderId());
        insert.setInt(4, posting.numberInOrder());
        insert.setInt(5, dimension.documentVersion());
        insert.setString(6, dimension.cause().name());
        insert.setString(7, dimension.agencyType().name());
        insert.setObject(8, dimension.contractorId());
        insert.setString(9, posting.quarter().toString());
        insert.setString(10, dimension.belongsTo().toString());
        insert.setBigDecimal(11, dimension.rate().fraction());
        insert.setString(12, dimension.treatment().name());
        insert.setBigDecimal(13, amount.base().amount());
        insert.setBigDecimal(14, amount.feeDue().amount());
        insert.setBigDecimal(15, amount.feeWaived().amount());
        insert.setInt(16, amount.orders());
    }

    /** All entries in one statement, at whose end the database checks that they balance. */
    private static void addEntries(Connection connection, List<Posting> postings) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Posting posting : postings) {
            int line = 0;
            for (Leg leg :
                    Leg.of(posting.part().agreement(), posting.difference().amount())) {
                rows.add(new Object[] {
                    posting.part().agreement().canonical(),
                    posting.postingId(),
                    ++line,
                    leg.book().name(),
                    leg.account(),
                    leg.amount().amount()
                });
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into ledger_entry (cmas_number, posting_id, line, book, account, amount)
                select * from unnest(?::text[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::numeric[])
                """)) {
            String[] types = {"text", "uuid", "int", "text", "text", "numeric"};
            for (int column = 0; column < types.length; column++) {
                insert.setArray(column + 1, column(connection, types[column], rows, column));
            }
            insert.executeUpdate();
        }
    }

    private static Array column(Connection connection, String type, List<Object[]> rows, int column)
            throws SQLException {
        return connection.createArrayOf(
                type, rows.stream().map(row -> row[column]).toArray());
    }
}
