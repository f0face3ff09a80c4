package org.opencmas.fees.ledger.tie;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.ledger.tie.OrderTie.Act;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/** The tables of ties; appended, never edited. */
@ApplicationScoped
class OrderTies {
    private static final String SELECT = """
            select t.tie_id, t.cmas_number, t.quarter, t.contractor_id, t.agency_name, t.purchase_order_number, t.amendment_number,
                t.order_id, t.known_order_number, t.tied_by, t.tied_at, t.reason, w.withdrawn_by, w.withdrawn_at, w.reason
            from order_tie t left join order_tie_withdrawal w using (tie_id) where %s limit ?
            """;
    private static final String LISTED = """
            (?::text is null or t.cmas_number = ?) and (?::uuid is null or t.contractor_id = ?)
                and (?::text is null or (t.cmas_number, t.tie_id) > (?, ?)) order by t.cmas_number, t.tie_id""";
    /** From what was found alike, so that a tie says what was suggested. */
    private static final String ADD = """
            insert into order_tie (tie_id, cmas_number, quarter, contractor_id, agency_name, agency_key, purchase_order_number, order_key,
                amendment_number, order_id, known_order_number, known_order_key, reason, tied_by, tied_at)
            select ?, cmas_number, quarter, contractor_id, agency_name, agency_key, purchase_order_number, order_key, amendment_number,
                order_id, known_order_number, known_order_key, ?, ?, ? from order_look_alike where look_alike_id = ?
            """;

    private static final String WITHDRAW = """
            insert into order_tie_withdrawal (tie_id, contractor_id, reason, withdrawn_by, withdrawn_at)
            select tie_id, contractor_id, ?, ?, ? from order_tie where tie_id = ?
            """;

    /** The last one of the page before. */
    record After(String cmasNumber, UUID tieId) {}

    Optional<OrderTie> find(Connection connection, UUID tieId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted("t.tie_id = ?"))) {
            select.setObject(1, tieId);
            select.setInt(2, 1);
            return read(select).stream().findFirst();
        }
    }

    /** By agreement, then in the order in which they were tied. */
    List<OrderTie> list(
            Connection connection,
            @Nullable CmasNumber agreement,
            @Nullable UUID contractorId,
            @Nullable After after,
            int count)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted(LISTED))) {
            String number = agreement == null ? null : agreement.canonical();
            select.setString(1, number);
            select.setString(2, number);
            select.setObject(3, contractorId);
            select.setObject(4, contractorId);
            select.setString(5, after == null ? null : after.cmasNumber());
            select.setString(6, after == null ? null : after.cmasNumber());
            select.setObject(7, after == null ? null : after.tieId());
            select.setInt(8, count);
            return read(select);
        }
    }

    void add(Connection connection, UUID tieId, UUID lookAlikeId, Act act) throws SQLException {
        write(connection, ADD, act, tieId, lookAlikeId);
    }

    void withdraw(Connection connection, UUID tieId, Act act) throws SQLException {
        write(connection, WITHDRAW, act, null, tieId);
    }

    private static void write(Connection connection, String sql, Act act, @Nullable UUID first, UUID last)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int at = 1;
            if (first != null) {
                insert.setObject(at++, first);
            }
            insert.setString(at++, act.reason());
            insert.setString(at++, act.by());
            insert.setObject(at++, act.at().atOffset(ZoneOffset.UTC));
            insert.setObject(at, last);
            insert.executeUpdate();
        }
    }

    private static List<OrderTie> read(PreparedStatement select) throws SQLException {
        List<OrderTie> read = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                read.add(new OrderTie(
                        row.getObject(1, UUID.class),
                        CmasNumber.parse(row.getString(2)),
                        CalendarQuarter.parse(row.getString(3)),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        row.getObject(8, UUID.class),
                        row.getString(9),
                        act(row, 10),
                        row.getString(13) == null ? null : act(row, 13)));
            }
        }
        return read;
    }

    private static Act act(ResultSet row, int first) throws SQLException {
        return new Act(
                row.getString(first),
                row.getObject(first + 1, OffsetDateTime.class).toInstant(),
                row.getString(first + 2));
    }
}
