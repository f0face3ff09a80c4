package org.opencmas.fees.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of repostings, and the orders that they concern. */
@ApplicationScoped
class FeeRepostings {
    /** Comes after every id. */
    static final UUID LAST_OF_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static final String SELECT = """
            select reposting_id, figure_id, from_order_date, through_order_date, requested_at, orders_total, orders_done, postings,
                after_order_id, started_at, ended_at
            from fee_reposting
            """;

    /**
     * Which orders are posted again.
     *
     * @param from first order date, inclusive
     * @param through last order date, inclusive
     */
    record Range(LocalDate from, LocalDate through) {}

    /**
     * How far a reposting has got.
     *
     * @param ordersTotal how many there were when it began; null before
     * @param postings what was posted so far
     * @param after the last order done; null before the first
     */
    record Course(
            @Nullable Long ordersTotal,
            long ordersDone,
            long postings,
            @Nullable UUID after) {}

    /** When a reposting was requested, begun and done. */
    record Times(
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    record FeeReposting(UUID repostingId, UUID figureId, Range range, Course course, Times times) {}

    void add(Connection connection, UUID repostingId, UUID figureId, Range range, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into fee_reposting (reposting_id, figure_id, from_order_date, through_order_date, requested_at)
                values (?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, repostingId);
            insert.setObject(2, figureId);
            insert.setObject(3, range.from);
            insert.setObject(4, range.through);
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    Optional<FeeReposting> find(Connection connection, UUID repostingId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where reposting_id = ?")) {
            select.setObject(1, repostingId);
            return first(select);
        }
    }

    /**
     * Repostings, newest first: their ids are in the order of time.
     *
     * @param before only what was requested before this one
     */
    List<FeeReposting> listed(Connection connection, UUID before, int most) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "where reposting_id < ? order by reposting_id desc limit ?")) {
            select.setObject(1, before);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                List<FeeReposting> found = new ArrayList<>();
                while (row.next()) {
                    found.add(reposting(row));
                }
                return found;
            }
        }
    }

    /** The reposting that was requested first of those that are not done. */
    Optional<FeeReposting> findOpen(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "where ended_at is null order by number limit 1")) {
            return first(select);
        }
    }

    /** Records that the reposting begins, and how many orders it has. */
    void begin(Connection connection, FeeReposting reposting, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update fee_reposting set started_at = ?,
                    orders_total = (select count(distinct order_id) from order_change where order_date between ? and ?)
                where reposting_id = ?
                """)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, reposting.range.from);
            update.setObject(3, reposting.range.through);
            update.setObject(4, reposting.repostingId);
            update.executeUpdate();
        }
    }

    /** The next orders that it concerns, by id. */
    List<UUID> nextOrders(Connection connection, FeeReposting reposting, int count) throws SQLException {
        List<UUID> orders = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select distinct order_id from order_change
                where order_date between ? and ? and (?::uuid is null or order_id > ?) order by order_id limit ?
                """)) {
            select.setObject(1, reposting.range.from);
            select.setObject(2, reposting.range.through);
            select.setObject(3, reposting.course.after);
            select.setObject(4, reposting.course.after);
            select.setInt(5, count);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    orders.add(row.getObject(1, UUID.class));
                }
            }
        }
        return orders;
    }

    void progress(Connection connection, UUID repostingId, List<UUID> done, int postings) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update fee_reposting set orders_done = orders_done + ?, postings = postings + ?, after_order_id = ? where reposting_id = ?
                """)) {
            update.setInt(1, done.size());
            update.setInt(2, postings);
            update.setObject(3, done.getLast());
            update.setObject(4, repostingId);
            update.executeUpdate();
        }
    }

    void end(Connection connection, UUID repostingId, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update fee_reposting set ended_at = ? where reposting_id = ?")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, repostingId);
            update.executeUpdate();
        }
    }

    private static Optional<FeeReposting> first(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(reposting(row)) : Optional.empty();
        }
    }

    private static FeeReposting reposting(ResultSet row) throws SQLException {
        OffsetDateTime startedAt = row.getObject(10, OffsetDateTime.class);
        OffsetDateTime endedAt = row.getObject(11, OffsetDateTime.class);
        return new FeeReposting(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Range(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)),
                new Course(row.getObject(6, Long.class), row.getLong(7), row.getLong(8), row.getObject(9, UUID.class)),
                new Times(
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        startedAt == null ? null : startedAt.toInstant(),
                        endedAt == null ? null : endedAt.toInstant()));
    }
}
