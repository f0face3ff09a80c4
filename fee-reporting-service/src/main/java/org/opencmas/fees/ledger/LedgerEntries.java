package org.opencmas.fees.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Reads the ledger page by page, by agreement and then in the order of posting. */
@ApplicationScoped
class LedgerEntries {
    /**
     * What to read; null or empty where it does not matter.
     *
     * @param onlyContractor the one whose rows may be seen
     */
    record Filter(
            @Nullable CmasNumber agreement,
            @Nullable CalendarQuarter quarter,
            @Nullable UUID orderId,
            Optional<UUID> onlyContractor) {}

    /** The last posting of the page before. */
    record After(String cmasNumber, UUID postingId) {}

    /** A posting with its entries and on whose account it was made. */
    record Written(Posting posting, UUID eventId, Instant postedAt, List<Leg> legs) {}

    List<Written> read(Connection connection, Filter filter, @Nullable After after, int count) throws SQLException {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("where true");
        restrict(where, values, "p.cmas_number = ?", filter.agreement == null ? null : filter.agreement.canonical());
        restrict(where, values, "p.quarter = ?", filter.quarter == null ? null : filter.quarter.toString());
        restrict(where, values, "p.order_id = ?", filter.orderId);
        restrict(where, values, "p.contractor_id = ?", filter.onlyContractor.orElse(null));
        if (after != null) {
            where.append(" and (p.cmas_number, p.posting_id) > (?, ?)");
            values.add(after.cmasNumber);
            values.add(after.postingId);
        }
        values.add(count);
        try (PreparedStatement select = connection.prepareStatement("""
                with page as (select * from posting p %s order by p.cmas_number, p.posting_id limit ?)
                select document_version, cause, belongs_to_quarter, agency_type, contractor_id, rate, treatment,
                    base, fee_due, fee_waived, orders, cmas_number, posting_id, order_id, number_in_order, quarter,
                    event_id, posted_at,
                    array(select book from ledger_entry e where (e.cmas_number, e.posting_id) = (page.cmas_number, page.posting_id) order by line),
                    array(select account from ledger_entry e where (e.cmas_number, e.posting_id) = (page.cmas_number, page.posting_id) order by line),
                    array(select amount from ledger_entry e where (e.cmas_number, e.posting_id) = (page.cmas_number, page.posting_id) order by line)
                from page order by cmas_number, posting_id
                """.formatted(where))) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return written(select);
        }
    }

    private static void restrict(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static List<Written> written(PreparedStatement select) throws SQLException {
        List<Written> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                var part = new OrderPart(row.getObject(14, UUID.class), CmasNumber.parse(row.getString(12)));
                var posting = new Posting(
                        row.getObject(13, UUID.class),
                        part,
                        row.getInt(15),
                        CalendarQuarter.parse(row.getString(16)),
                        new Difference(Ledger.dimension(row), Ledger.amount(row)));
                rows.add(new Written(
                        posting,
                        row.getObject(17, UUID.class),
                        row.getObject(18, OffsetDateTime.class).toInstant(),
                        legs(row.getArray(19), row.getArray(20), row.getArray(21))));
            }
        }
        return rows;
    }

    private static List<Leg> legs(Array books, Array accounts, Array amounts) throws SQLException {
        String[] book = (String[]) books.getArray();
        String[] account = (String[]) accounts.getArray();
        BigDecimal[] amount = (BigDecimal[]) amounts.getArray();
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < book.length; i++) {
            legs.add(new Leg(Leg.Book.valueOf(book[i]), account[i], Usd.of(amount[i])));
        }
        return legs;
    }
}
