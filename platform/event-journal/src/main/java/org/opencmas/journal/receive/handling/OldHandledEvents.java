package org.opencmas.journal.receive.handling;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Keeps the table of handled events from growing for ever: what was handled a week ago is noted as one bit, and a day after that its row
 * is removed. Both walk the table along its primary key, a bounded number of rows a minute, one instance at a time.
 *
 * <p>A row is removed only when the bit was committed by an earlier run. So each statement that looks for the event finds one of them:
 * none lasts for the minute that lies between two runs, even if a clock jumps over the day.
 */
@Singleton
public final class OldHandledEvents {

    private static final Logger LOG = Logger.getLogger(OldHandledEvents.class);

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int ROWS_AT_A_TIME = 10_000;
    private static final Duration NOTED_AFTER = Duration.ofDays(7);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(8);

    private static final String ONE_INSTANCE =
            "select pg_try_advisory_xact_lock(0x636d6173206f6c64)"; // the letters "cmas old"

    /** The rows that come next, and where to go on after them. */
    private static final String WALK = """
            with next as materialized (
                select event_id, source, position, handled_at from handled_event
                where event_id > (select after_id from handled_event_walk where step = '%1$s') and event_id < ?
                order by event_id limit ?
            ), old as (
                select * from next where position is not null and handled_at < ?
            ), walked as (
                update handled_event_walk set after_id = case when (select count(*) from next) < ?
                    then '00000000-0000-0000-0000-000000000000'::uuid
                    else (select event_id from next order by event_id desc limit 1) end
                where step = '%1$s'
            ),\
            """;

    private static final String NOTE = WALK.formatted("NOTE") + """
             done as (
                insert into handled_position (source, block, handled, latest_handled_at)
                select source, position / 8192,
                    bit_or(set_bit(b'0'::bit(8192), mod(position, 8192)::int, 1)), max(handled_at)
                from old group by source, position / 8192 order by source, position / 8192
                on conflict (source, block) do update set handled = handled_position.handled | excluded.handled,
                    latest_handled_at = greatest(handled_position.latest_handled_at, excluded.latest_handled_at)
            )
            select count(*) from old
            """;

    private static final String FORGET = WALK.formatted("FORGET") + """
             done as (
                delete from handled_event using old join handled_position as noted
                    on noted.source = old.source and noted.block = old.position / 8192
                where handled_event.event_id = old.event_id and old.handled_at <= noted.latest_handled_at
                    and get_bit(noted.handled, mod(old.position, 8192)::int) = 1
                returning true
            )
            select count(*) from done
            """;

    private final DataSource dataSource;
    private final Clock clock;
    private final int rowsAtATime;

    @Inject
    public OldHandledEvents(DataSource dataSource, Clock clock) {
        this(dataSource, clock, ROWS_AT_A_TIME);
    }

    public OldHandledEvents(DataSource dataSource, Clock clock, int rowsAtATime) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.rowsAtATime = rowsAtATime;
    }

    void schedule(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(
                EVERY.toMillis(),
                timer -> vertx.executeBlocking(this::forget)
                        .onFailure(e -> LOG.warn("handled events of long ago keep their rows until the next try", e)));
    }

    /** Removes rows that are noted, then notes others for a later run; answers how many were removed. */
    public long forget() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            long removed = step(connection, FORGET, FORGOTTEN_AFTER);
            step(connection, NOTE, NOTED_AFTER);
            return removed;
        }
    }

    private long step(Connection connection, String sql, Duration age) throws SQLException {
        connection.setAutoCommit(false);
        try {
            long rows =
                    isAlone(connection) ? walk(connection, sql, clock.instant().minus(age)) : 0;
            connection.commit();
            return rows;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_INSTANCE);
                ResultSet row = lock.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private long walk(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement walk = connection.prepareStatement(sql)) {
            walk.setObject(1, new UUID(before.toEpochMilli() << 16, 0)); // the least id of that millisecond
            walk.setInt(2, rowsAtATime);
            walk.setObject(3, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            walk.setInt(4, rowsAtATime);
            try (ResultSet row = walk.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
