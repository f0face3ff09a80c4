package org.opencmas.order.orderimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Actor;
import org.opencmas.order.orderimport.OrderImport.Counts;
import org.opencmas.order.orderimport.OrderImport.Course;
import org.opencmas.order.orderimport.OrderImport.Format;
import org.opencmas.order.orderimport.OrderImport.Mode;
import org.opencmas.order.orderimport.OrderImport.Progress;
import org.opencmas.order.orderimport.OrderImport.State;
import org.opencmas.order.purchaseorder.intake.Requester;

/** The stored imports and the pieces of their files. */
@ApplicationScoped
class OrderImports {
    private static final String INSERT = """
            insert into order_import (import_id, agency_id, mode, format, sha256, sent_at, sent_by, subject, on_behalf_of, request_id,
                orders, pieces, state, pieces_done, placed, unchanged, refused, starts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, 0, 0, 0, 0)
            """;
    private static final String INSERT_PIECE =
            "insert into order_import_piece (import_id, piece_number, agency_id, content) values (?, ?, ?, ?)";
    private static final String PIECE =
            "select content from order_import_piece where import_id = ? and piece_number = ?";
    private static final String SELECT = """
            select i.*, c.asked_at, c.asked_by from order_import i
            left join order_import_cancellation c on c.import_id = i.import_id and c.agency_id = i.agency_id
            """;
    private static final String FIND = SELECT + " where i.import_id = ?";
    private static final String LIST = SELECT + """
            where (?::uuid is null or i.agency_id = ?) and (?::uuid is null or i.import_id < ?)
            order by i.import_id desc limit ?
            """;
    // The one that was not worked on for the longest, so that a small file need not wait for a large one of another
    // agency.
    private static final String NEXT = SELECT + """
            where i.state in ('WAITING', 'RUNNING') and (i.waits_until is null or i.waits_until <= ?)
            order by i.worked_at nulls first, i.import_id limit 1
            """;
    private static final String BEGIN = """
            update order_import set state = 'RUNNING', starts = starts + 1, worked_at = ?, started_at = coalesce(started_at, ?)
            where import_id = ? and state in ('WAITING', 'RUNNING')
            """;
    private static final String ADVANCE = """
            update order_import set pieces_done = ?, placed = ?, unchanged = ?, refused = ?, starts = 0,
                troubles = 0, trouble = null, waits_until = null, state = ?, ended_at = ? where import_id = ?
            """;
    private static final String WAIT = """
            update order_import set starts = greatest(starts - 1, 0), troubles = ?, trouble = ?, waits_until = ?
            where import_id = ? and state in ('WAITING', 'RUNNING')
            """;
    private static final String ASK_TO_END = """
            insert into order_import_cancellation (import_id, agency_id, asked_at, asked_by) values (?, ?, ?, ?) on conflict do nothing
            """;
    private static final String END = """
            update order_import set state = ?, ended_at = ?, cancelled_by = ?, failure = ?, trouble = null, waits_until = null
            where import_id = ? and state in ('WAITING', 'RUNNING')
            """;

    void insert(Connection connection, OrderImport made) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Actor actor = made.by().actor();
            insert.setObject(1, made.importId());
            insert.setObject(2, made.agencyId());
            insert.setString(3, made.mode().name());
            insert.setString(4, made.format().name());
            insert.setString(5, made.sha256());
            insert.setObject(6, utc(made.sentAt()));
            insert.setString(7, made.by().name());
            insert.setString(8, actor.subject());
            insert.setString(9, actor.onBehalfOf());
            insert.setString(10, actor.requestId());
            insert.setInt(11, made.orders());
            insert.setInt(12, made.pieces());
            insert.executeUpdate();
        }
    }

    void insertPiece(Connection connection, UUID importId, UUID agencyId, int number, byte[] content)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_PIECE)) {
            insert.setObject(1, importId);
            insert.setInt(2, number);
            insert.setObject(3, agencyId);
            insert.setBytes(4, content);
            insert.executeUpdate();
        }
    }

    byte[] piece(Connection connection, UUID importId, int number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PIECE)) {
            select.setObject(1, importId);
            select.setInt(2, number);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    Optional<OrderImport> find(Connection connection, UUID importId) throws SQLException {
        return find(connection, FIND, importId);
    }

    Optional<OrderImport> findForUpdate(Connection connection, UUID importId) throws SQLException {
        return find(connection, FIND + " for update of i", importId);
    }

    /** The same without waiting: empty also while somebody holds it. */
    Optional<OrderImport> findFree(Connection connection, UUID importId) throws SQLException {
        return find(connection, FIND + " for update of i skip locked", importId);
    }

    /** The one to go on with; empty when none is open, or all that are wait. */
    Optional<OrderImport> next(Connection connection, Instant now) throws SQLException {
        return find(connection, NEXT, utc(now));
    }

    private static Optional<OrderImport> find(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, value);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /** @param agencyId null for all */
    List<OrderImport> list(Connection connection, @Nullable UUID agencyId, @Nullable UUID after, int most)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setObject(1, agencyId);
            select.setObject(2, agencyId);
            select.setObject(3, after);
            select.setObject(4, after);
            select.setInt(5, most);
            try (ResultSet row = select.executeQuery()) {
                List<OrderImport> found = new ArrayList<>();
                while (row.next()) {
                    found.add(read(row));
                }
                return found;
            }
        }
    }

    void begin(Connection connection, UUID importId, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(BEGIN)) {
            update.setObject(1, utc(at));
            update.setObject(2, utc(at));
            update.setObject(3, importId);
            update.executeUpdate();
        }
    }

    /** Notes how far it is. When that was the last piece, it has ended. */
    void advance(Connection connection, OrderImport of, int piecesDone, Counts counts, Instant at) throws SQLException {
        boolean isDone = piecesDone == of.pieces();
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            update.setInt(1, piecesDone);
            update.setInt(2, counts.placed());
            update.setInt(3, counts.unchanged());
            update.setInt(4, counts.refused());
            update.setString(5, (isDone ? State.DONE : State.RUNNING).name());
            update.setObject(6, isDone ? utc(at) : null);
            update.setObject(7, of.importId());
            update.executeUpdate();
        }
    }

    /** Notes trouble that passes: the start does not count, and the next one waits. */
    void await(Connection connection, UUID importId, OrderImport.Waiting waiting) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WAIT)) {
            update.setInt(1, waiting.times());
            update.setString(2, waiting.why());
            update.setObject(3, utc(waiting.until()));
            update.setObject(4, importId);
            update.executeUpdate();
        }
    }

    /** Notes that somebody asked to have it left off, also while it is held by work on it; who asked first stays. */
    void askToEnd(Connection connection, OrderImport of, OrderImport.AskedToEnd asked) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ASK_TO_END)) {
            insert.setObject(1, of.importId());
            insert.setObject(2, of.agencyId());
            insert.setObject(3, utc(asked.at()));
            insert.setString(4, asked.by());
            insert.executeUpdate();
        }
    }

    /** Ends an atomic one of which nothing was placed. */
    void refuse(Connection connection, OrderImport of, Counts counts, Instant at) throws SQLException {
        advance(connection, of, 0, counts, at);
        end(connection, of.importId(), State.REFUSED, at, null, null);
    }

    /** Ends it before all of it was placed. */
    void end(
            Connection connection,
            UUID importId,
            State state,
            Instant at,
            @Nullable String by,
            @Nullable String failure)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setString(1, state.name());
            update.setObject(2, utc(at));
            update.setString(3, by);
            update.setString(4, failure);
            update.setObject(5, importId);
            update.executeUpdate();
        }
    }

    private static OrderImport read(ResultSet row) throws SQLException {
        return new OrderImport(
                row.getObject("import_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                Mode.valueOf(row.getString("mode")),
                Format.valueOf(row.getString("format")),
                row.getString("sha256"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                new Requester(
                        new Actor(row.getString("subject"), row.getString("on_behalf_of"), row.getString("request_id")),
                        row.getString("sent_by")),
                row.getInt("orders"),
                row.getInt("pieces"),
                State.valueOf(row.getString("state")),
                new Progress(
                        row.getInt("pieces_done"),
                        row.getInt("starts"),
                        new Counts(row.getInt("placed"), row.getInt("unchanged"), row.getInt("refused"))),
                new Course(
                        instant(row, "started_at"),
                        instant(row, "ended_at"),
                        row.getString("cancelled_by"),
                        row.getString("failure"),
                        askedToEnd(row),
                        waiting(row)));
    }

    private static OrderImport.@Nullable AskedToEnd askedToEnd(ResultSet row) throws SQLException {
        Instant at = instant(row, "asked_at");
        return at == null ? null : new OrderImport.AskedToEnd(at, row.getString("asked_by"));
    }

    private static OrderImport.@Nullable Waiting waiting(ResultSet row) throws SQLException {
        Instant until = instant(row, "waits_until");
        return until == null ? null : new OrderImport.Waiting(row.getInt("troubles"), row.getString("trouble"), until);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
