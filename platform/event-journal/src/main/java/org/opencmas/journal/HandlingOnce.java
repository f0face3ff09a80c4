package org.opencmas.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lets events take effect exactly once: the mark that an event was handled and its effect are one transaction, the caller's.
 */
final class HandlingOnce {

    // The sub-selects hide from the planner how many events there are, so that one plan serves all numbers.
    private static final String DELIVERED = """
            with delivered as (
                select event_id::uuid, topic, record_key
                from unnest((select ?::text[]), (select ?::text[]), (select ?::text[])) as event (event_id, topic, record_key)
            )
            insert into handled_event (event_id, handled_at) select event_id, ? from delivered
            """;

    private static final String MARK = DELIVERED + "on conflict do nothing returning event_id";

    private static final String MARK_UNLESS_KEYS_WAIT = DELIVERED + """
            where not exists (select from parked_event where state = 'PARKED'
                and (topic, record_key) in (select topic, record_key from delivered))
            on conflict do nothing returning event_id
            """;

    private static final String FOLLOW = """
            insert into handled_source (source, last_position, last_occurred_at)
            select source, last_position, last_occurred_at::timestamptz
            from unnest((select ?::text[]), (select ?::bigint[]), (select ?::text[]))
                as followed (source, last_position, last_occurred_at)
            order by source
            on conflict (source) do update set last_position = excluded.last_position,
                last_occurred_at = excluded.last_occurred_at
            where handled_source.last_position < excluded.last_position
            """;

    private final EventHandlers handlers;
    private final ParkedEvents parkedEvents;
    private final Clock clock;

    HandlingOnce(EventHandlers handlers, ParkedEvents parkedEvents, Clock clock) {
        this.handlers = handlers;
        this.parkedEvents = parkedEvents;
        this.clock = clock;
    }

    /**
     * What takes effect with the commit.
     *
     * @param events how many were new here
     * @param afterCommit what their handlers want to have run once that is committed
     * @param last what is still to be sent before the commit, or with it
     */
    record Applied(int events, List<Runnable> afterCommit, RoundTrip last) {

        static Applied nothing() {
            return new Applied(0, List.of(), new RoundTrip());
        }
    }

    /** Whether nobody here asked for the delivered event, whatever it says. */
    boolean passesOver(Delivery delivery) {
        return delivery.headers().containsKey(CloudEvents.TYPE)
                && !handlers.know(delivery.topic(), CloudEvents.typeOf(delivery));
    }

    /** Hands those of the deliveries that are new here to their handlers. */
    Applied apply(Connection connection, List<Delivery> deliveries) throws SQLException {
        List<ReceivedEvent> events = read(deliveries);
        Set<UUID> unhandled = mark(connection, MARK, deliveries, events);
        return apply(connection, events, unhandled, List.of());
    }

    /**
     * The same, or nothing while an event of any of the keys is parked.
     *
     * @param passedOver events before or among them that nobody asked for, which are followed all the same
     */
    Optional<Applied> applyUnlessKeysWait(
            Connection connection, List<Delivery> deliveries, Collection<ReceivedEvent> passedOver)
            throws SQLException {
        List<ReceivedEvent> events = read(deliveries);
        Set<UUID> unhandled = mark(connection, MARK_UNLESS_KEYS_WAIT, deliveries, events);
        if (unhandled.isEmpty() && parkedEvents.holdsAnyKeyOf(connection, deliveries)) {
            return Optional.empty();
        }
        return Optional.of(apply(connection, events, unhandled, passedOver));
    }

    private static List<ReceivedEvent> read(List<Delivery> deliveries) {
        return deliveries.stream().map(CloudEvents::toEvent).toList();
    }

    private Applied apply(
            Connection connection,
            List<ReceivedEvent> events,
            Set<UUID> unhandled,
            Collection<ReceivedEvent> passedOver)
            throws SQLException {
        List<ReceivedEvent> fresh = new ArrayList<>();
        for (ReceivedEvent event : events) {
            // A second delivery within the batch finds its id gone.
            if (unhandled.remove(event.id())) {
                fresh.add(event);
            }
        }
        List<Runnable> afterCommit = new ArrayList<>();
        RoundTrip last = handlers.handle(connection, fresh, afterCommit::add);
        follow(last, Stream.concat(events.stream(), passedOver.stream()));
        return new Applied(fresh.size(), afterCommit, last);
    }

    /** Whether the delivered event took effect here before. */
    boolean isHandled(Connection connection, Delivery delivery) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select exists (select from handled_event where event_id::text = ?)")) {
            select.setString(1, delivery.headers().getOrDefault(CloudEvents.ID, ""));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private Set<UUID> mark(Connection connection, String sql, List<Delivery> deliveries, List<ReceivedEvent> events)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setArray(1, texts(connection, events, event -> event.id().toString()));
            insert.setArray(2, texts(connection, deliveries, Delivery::topic));
            insert.setArray(3, texts(connection, deliveries, Delivery::key));
            insert.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            Set<UUID> unhandled = new HashSet<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    unhandled.add(row.getObject(1, UUID.class));
                }
            }
            return unhandled;
        }
    }

    private static <T> Array texts(Connection connection, List<T> values, Function<T, String> text)
            throws SQLException {
        return connection.createArrayOf("text", values.stream().map(text).toArray(String[]::new));
    }

    /** Notes how far the sources were followed; nothing that is known to be further is taken back. */
    static void follow(RoundTrip last, Stream<ReceivedEvent> events) {
        // At the end of the transaction, and sorted by source, because the instances of a service share these rows.
        Map<String, ReceivedEvent> latestBySource = new TreeMap<>();
        events.forEach(event -> latestBySource.merge(event.source(), event, HandlingOnce::later));
        List<ReceivedEvent> latest = List.copyOf(latestBySource.values());
        last.add(FOLLOW, (statement, first) -> {
            Connection connection = statement.getConnection();
            statement.setArray(first, texts(connection, latest, ReceivedEvent::source));
            statement.setArray(
                    first + 1,
                    connection.createArrayOf(
                            "bigint",
                            latest.stream().map(ReceivedEvent::position).toArray(Long[]::new)));
            statement.setArray(
                    first + 2,
                    texts(connection, latest, event -> event.occurredAt().toString()));
            return first + 3;
        });
    }

    static ReceivedEvent later(ReceivedEvent one, ReceivedEvent other) {
        return one.position() >= other.position() ? one : other;
    }
}
