package org.opencmas.journal.receive.parked;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.broker.Delivery;

/**
 * Which parked events are tried again by themselves, and when. Only the first that waits of a key is tried; when it took effect, the
 * next one follows.
 */
public final class Retries {

    /** How often an event is tried in all, the first time included, before it is given up. */
    public static final int ATTEMPTS = 4;

    private static final Duration FIRST_RETRY_AFTER = Duration.ofMillis(100);
    private static final int NEXT_RETRY_TIMES_LATER = 4;
    private static final String SERVICE_ITSELF = "the service itself";

    private static final String FIRST_OF_EACH_KEY = """
            select distinct on (topic, record_key) parked_event_id from parked_event where state <> 'REPLAYED'
            order by topic, record_key, partition, record_offset\
            """;

    private static final String SCHEDULE = """
            update parked_event set state = 'RETRYING', retry_at = ?, retries_left = ?, retry_by = ?
            where state = 'PARKED' and cause = ? and (?::text is null or topic = ?) and (?::text is null or event_type = ?)
                and parked_event_id in (%s)
            """.formatted(FIRST_OF_EACH_KEY);

    private static final String FOLLOW = """
            update parked_event set state = 'RETRYING', retry_at = ?, retries_left = ?, retry_by = ?
            where parked_event_id = (select parked_event_id from parked_event
                where state = 'PARKED' and topic = ? and record_key = ? order by partition, record_offset limit 1)
            """;

    private static final String REARM = """
            update parked_event set state = 'RETRYING', retry_at = ?, retries_left = ?, retry_by = ?
            where state = 'PARKED' and cause <> 'WAITING' and topic = ? and record_key = any (?)
                and parked_event_id in (%s)
            """.formatted(FIRST_OF_EACH_KEY);

    private final Clock clock;

    public Retries(Clock clock) {
        this.clock = clock;
    }

    /**
     * When to try again.
     *
     * @param left how often it is tried by itself from now on; with none the event waits for somebody
     */
    record Next(int left, @Nullable OffsetDateTime at) {

        static final Next NEVER = new Next(0, null);

        /** How long until then, about; a long time where it never is. */
        Duration pause() {
            return left == 0 ? Duration.ofDays(1) : pauseBefore(left);
        }
    }

    /** After an attempt that left so many; each pause is four times as long as the one before. */
    public Next after(int left) {
        if (left <= 0) {
            return Next.NEVER;
        }
        return new Next(left, now().plus(pauseBefore(left)));
    }

    /** The first pause of those of an event that failed once. */
    public static Duration firstPause() {
        return FIRST_RETRY_AFTER;
    }

    private static Duration pauseBefore(int left) {
        Duration pause = FIRST_RETRY_AFTER;
        for (int retry = ATTEMPTS - 1; retry > left; retry--) {
            pause = pause.multipliedBy(NEXT_RETRY_TIMES_LATER);
        }
        return pause;
    }

    /**
     * Schedules one attempt for the first event of each key that was parked for that cause.
     *
     * @param topic of all when null
     * @param type of all when null
     * @return for how many keys
     */
    public int schedule(
            Connection connection, ParkingCause cause, @Nullable String topic, @Nullable String type, String by)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SCHEDULE)) {
            update.setObject(1, now());
            update.setInt(2, 1);
            update.setString(3, by);
            update.setString(4, cause.name());
            update.setString(5, topic);
            update.setString(6, topic);
            update.setString(7, type);
            update.setString(8, type);
            return update.executeUpdate();
        }
    }

    /** Schedules what was parked because its version was not known, and is known now: the service was brought up to date. */
    int scheduleKnownVersions(Connection connection, BiPredicate<String, String> isKnown) throws SQLException {
        List<String[]> types = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select distinct topic, event_type from parked_event where state = 'PARKED' and cause = 'UNKNOWN_VERSION'");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                types.add(new String[] {row.getString(1), row.getString(2)});
            }
        }
        int scheduled = 0;
        for (String[] topicAndType : types) {
            if (isKnown.test(topicAndType[0], topicAndType[1])) {
                scheduled += schedule(
                        connection, ParkingCause.UNKNOWN_VERSION, topicAndType[0], topicAndType[1], SERVICE_ITSELF);
            }
        }
        return scheduled;
    }

    /** Lets those of the keys be tried anew whose events were given up although not they were at fault. */
    void rearm(Connection connection, String topic, Collection<String> keys) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REARM)) {
            update.setObject(1, now());
            update.setInt(2, ATTEMPTS - 1);
            update.setString(3, SERVICE_ITSELF);
            update.setString(4, topic);
            update.setArray(5, connection.createArrayOf("text", keys.toArray()));
            update.executeUpdate();
        }
    }

    /** Has the next event of the key follow the one that took effect just now. */
    public void follow(Connection connection, Delivery handled, String by) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FOLLOW)) {
            update.setObject(1, now());
            update.setInt(2, ATTEMPTS);
            update.setString(3, by);
            update.setString(4, handled.topic());
            update.setString(5, handled.key());
            update.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
