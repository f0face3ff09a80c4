package org.opencmas.journal.receive.parked;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.journal.receive.parked.Retries.Next;

/** The deliveries that could not be handled, and those of the same key that wait behind them. */
public final class ParkedEvents {

    private static final int LONGEST_ERROR = 4000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COLUMNS = """
            parked_event_id, topic, partition, record_offset, record_key, headers, payload, error, attempts, parked_at, \
            state, replayed_at, replayed_by, cause, event_type, retries_left, retry_by\
            """;

    /** A record that was replayed long ago can come again, if the broker was set back; one that still waits stays as it is. */
    private static final String PARK = """
            insert into parked_event (topic, partition, record_offset, record_key, headers, payload, error, attempts,
                parked_at, state, cause, event_type, source, source_position, retries_left, retry_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (topic, partition, record_offset) do update set record_key = excluded.record_key,
                headers = excluded.headers, payload = excluded.payload, error = excluded.error,
                attempts = excluded.attempts, parked_at = excluded.parked_at,
                state = excluded.state, cause = excluded.cause, event_type = excluded.event_type, source = excluded.source,
                source_position = excluded.source_position, retries_left = excluded.retries_left,
                retry_at = excluded.retry_at, retry_by = null, replayed_at = null, replayed_by = null
            where parked_event.state = 'REPLAYED'
            """;

    private final Clock clock;

    public ParkedEvents(Clock clock) {
        this.clock = clock;
    }

    /** Whether an event of any of these keys waits, so that later ones must wait too. */
    public boolean holdsAnyKeyOf(Connection connection, List<Delivery> deliveries) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select exists (select from parked_event where state <> 'REPLAYED'
                    and (topic, record_key) in (select topic, key from unnest(?, ?) as delivered (topic, key)))
                """)) {
            select.setArray(1, textArray(connection, deliveries.stream().map(Delivery::topic)));
            select.setArray(2, textArray(connection, deliveries.stream().map(Delivery::key)));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static Array textArray(Connection connection, Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** Until the transaction's end nobody else parks or replays an event of this key. */
    public void lockKey(Connection connection, String topic, String key) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(? || ' ' || ?, 0))")) {
            lock.setString(1, topic);
            lock.setString(2, key);
            lock.execute();
        }
    }

    /** Parks an event behind an earlier one of its key. */
    public void parkBehind(Connection connection, Delivery delivery) throws SQLException {
        park(
                connection,
                delivery,
                "waits behind an earlier event of the same key",
                ParkingCause.WAITING,
                0,
                Next.NEVER);
    }

    public void park(
            Connection connection, Delivery delivery, String error, ParkingCause cause, int attempts, Next next)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PARK)) {
            insert.setString(1, delivery.topic());
            insert.setInt(2, delivery.partition());
            insert.setLong(3, delivery.offset());
            insert.setString(4, delivery.key());
            insert.setString(5, write(delivery.headers()));
            insert.setBytes(6, delivery.payload());
            insert.setString(7, shorten(error));
            insert.setInt(8, attempts);
            insert.setObject(9, now());
            insert.setString(10, state(next));
            insert.setString(11, cause.name());
            insert.setString(12, CloudEvents.typeOf(delivery));
            insert.setString(13, delivery.headers().get(CloudEvents.SOURCE));
            insert.setObject(14, position(delivery), Types.BIGINT);
            insert.setInt(15, next.left());
            insert.setObject(16, next.at());
            insert.executeUpdate();
        }
    }

    private static String state(Next next) {
        return next.at() == null ? "PARKED" : "RETRYING";
    }

    /** Null where the record does not tell it. */
    private static @Nullable Long position(Delivery delivery) {
        try {
            return CloudEvents.toEvent(delivery).position();
        } catch (CloudEvents.UnreadableEvent e) {
            return null;
        }
    }

    /** The events that wait or have waited, the latest first, beginning below {@code before}. */
    public List<ParkedEvent> list(Connection connection, long before, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                + " from parked_event where parked_event_id < ? order by parked_event_id desc limit ?")) {
            select.setLong(1, before);
            select.setInt(2, limit);
            return read(select);
        }
    }

    public Optional<ParkedEvent> find(Connection connection, long parkedEventId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + COLUMNS + " from parked_event where parked_event_id = ?")) {
            select.setLong(1, parkedEventId);
            return read(select).stream().findFirst();
        }
    }

    /** The event of this key that must be handled before all others that wait. */
    Optional<ParkedEvent> firstWaiting(Connection connection, String topic, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                + " from parked_event where state <> 'REPLAYED' and topic = ? and record_key = ?"
                + " order by partition, record_offset limit 1")) {
            select.setString(1, topic);
            select.setString(2, key);
            return read(select).stream().findFirst();
        }
    }

    /** Those to be tried again by now, the longest due first, without those of the topics that are held back. */
    List<ParkedEvent> due(Connection connection, Collection<String> heldBack, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS
                        + " from parked_event where state = 'RETRYING' and retry_at <= ? and topic <> all (?) order by retry_at limit ?")) {
            select.setObject(1, now());
            select.setArray(2, connection.createArrayOf("text", heldBack.toArray()));
            select.setInt(3, limit);
            return read(select);
        }
    }

    /** Whether it did not take effect yet; until the transaction's end that stays so if the key is locked. */
    boolean isWaiting(Connection connection, long parkedEventId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select exists (select from parked_event where parked_event_id = ? and state <> 'REPLAYED')")) {
            select.setLong(1, parkedEventId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** How many wait for somebody, or behind one that does. */
    public long countWaiting(Connection connection) throws SQLException {
        return count(connection, "PARKED");
    }

    /** How many are being tried again by themselves. */
    public long countRetrying(Connection connection) throws SQLException {
        return count(connection, "RETRYING");
    }

    private static long count(Connection connection, String state) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select count(*) from parked_event where state <> 'REPLAYED' and state = ?")) {
            select.setString(1, state);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** How many keys wait for each cause and type, the most first: what a replay of many can be asked for. */
    public List<WaitingKeys> waitingByCause(Connection connection) throws SQLException {
        List<WaitingKeys> waiting = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        select cause, topic, event_type, count(*) from parked_event
                        where state = 'PARKED' and cause <> 'WAITING'
                        group by cause, topic, event_type order by count(*) desc, cause, topic, event_type limit 100
                        """);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                waiting.add(new WaitingKeys(
                        ParkingCause.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getLong(4)));
            }
        }
        return waiting;
    }

    void markReplayed(Connection connection, long parkedEventId, String by) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update parked_event set state = 'REPLAYED', attempts = attempts + 1, replayed_at = ?, replayed_by = ?,
                    retry_at = null, retries_left = 0
                where parked_event_id = ?
                """)) {
            update.setObject(1, now());
            update.setString(2, by);
            update.setLong(3, parkedEventId);
            update.executeUpdate();
        }
    }

    void noteFailedReplay(Connection connection, long parkedEventId, String error, ParkingCause cause, Next next)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update parked_event set error = ?, attempts = attempts + 1, cause = ?, state = ?, retries_left = ?, retry_at = ?
                where parked_event_id = ? and state <> 'REPLAYED'
                """)) {
            update.setString(1, shorten(error));
            update.setString(2, cause.name());
            update.setString(3, state(next));
            update.setInt(4, next.left());
            update.setObject(5, next.at());
            update.setLong(6, parkedEventId);
            update.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String shorten(String error) {
        String text = Delivery.storable(error);
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }

    private static List<ParkedEvent> read(PreparedStatement select) throws SQLException {
        List<ParkedEvent> events = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                OffsetDateTime replayedAt = row.getObject(12, OffsetDateTime.class);
                events.add(new ParkedEvent(
                        row.getLong(1),
                        new Delivery(
                                row.getString(2),
                                row.getInt(3),
                                row.getLong(4),
                                row.getString(5),
                                parse(row.getString(6)),
                                row.getBytes(7)),
                        row.getString(8),
                        row.getInt(9),
                        row.getObject(10, OffsetDateTime.class).toInstant(),
                        row.getString(11).equals("PARKED"),
                        replayedAt == null ? null : replayedAt.toInstant(),
                        row.getString(13),
                        row.getString(11).equals("RETRYING"),
                        ParkingCause.valueOf(row.getString(14)),
                        row.getString(15),
                        row.getInt(16),
                        row.getString(17)));
            }
        }
        return events;
    }

    private static String write(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("headers that are no text", e);
        }
    }

    private static Map<String, String> parse(String headers) {
        try {
            return JSON.readValue(headers, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored headers cannot be read", e);
        }
    }

    /**
     * A delivery that could not be handled.
     *
     * @param error why, in words for a person; of the last attempt
     * @param attempts how often it was tried; 0 for one that only waits behind another
     * @param waiting true for one that waits for somebody, or behind one that does
     * @param replayedBy who asked for the replay
     * @param retrying true for one that is tried again by itself
     * @param type such as {@code order.issued.v1}; empty where the record names none
     * @param retriesLeft how often it is still tried by itself
     * @param retryBy who wanted the next attempt, if it was somebody
     */
    public record ParkedEvent(
            long id,
            Delivery delivery,
            String error,
            int attempts,
            Instant parkedAt,
            boolean waiting,
            @Nullable Instant replayedAt,
            @Nullable String replayedBy,
            boolean retrying,
            ParkingCause cause,
            String type,
            int retriesLeft,
            @Nullable String retryBy) {}

    /** @param keys how many */
    @Schema(name = "WaitingKeysView")
    public record WaitingKeys(ParkingCause cause, String topic, String type, long keys) {}
}
