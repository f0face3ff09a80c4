package org.opencmas.journal;

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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Lets events take effect exactly once: the mark that an event was handled and its effect are one transaction, the caller's.
 */
final class HandlingOnce {

    private static final String MARK = """
            insert into handled_event (event_id, handled_at) select id, ? from unnest(?) as id
            on conflict do nothing returning event_id
            """;

    private static final String FOLLOW = """
            insert into handled_source (source, last_position, last_occurred_at) values (?, ?, ?)
            on conflict (source) do update set last_position = excluded.last_position,
                last_occurred_at = excluded.last_occurred_at
            where handled_source.last_position < excluded.last_position
            """;

    private final EventHandlers handlers;
    private final Clock clock;

    HandlingOnce(EventHandlers handlers, Clock clock) {
        this.handlers = handlers;
        this.clock = clock;
    }

    /** Hands those of the deliveries that are new here to their handlers; answers which they were. */
    List<ReceivedEvent> apply(Connection connection, List<Delivery> deliveries) throws SQLException {
        List<ReceivedEvent> events =
                deliveries.stream().map(CloudEvents::toEvent).toList();
        Set<UUID> unhandled = mark(connection, events);
        List<ReceivedEvent> applied = new ArrayList<>();
        Map<String, ReceivedEvent> latestBySource = new TreeMap<>();
        for (int i = 0; i < events.size(); i++) {
            ReceivedEvent event = events.get(i);
            if (unhandled.remove(event.id())) {
                apply(connection, event, deliveries.get(i));
                latestBySource.merge(event.source(), event, HandlingOnce::later);
                applied.add(event);
            }
        }
        follow(connection, latestBySource.values());
        return applied;
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

    private void apply(Connection connection, ReceivedEvent event, Delivery delivery) throws SQLException {
        TraceContext.enter(delivery.traceParent());
        try {
            handlers.handle(connection, event);
        } finally {
            TraceContext.leave();
        }
    }

    private Set<UUID> mark(Connection connection, List<ReceivedEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(MARK)) {
            insert.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", events.stream().map(ReceivedEvent::id).toArray()));
            Set<UUID> unhandled = new HashSet<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    unhandled.add(row.getObject(1, UUID.class));
                }
            }
            return unhandled;
        }
    }

    /** Last in the transaction, and sorted by source, because the instances of a service share these rows. */
    private static void follow(Connection connection, Collection<ReceivedEvent> latestOfEachSource)
            throws SQLException {
        if (latestOfEachSource.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(FOLLOW)) {
            for (ReceivedEvent event : latestOfEachSource) {
                upsert.setString(1, event.source());
                upsert.setLong(2, event.position());
                upsert.setObject(3, event.occurredAt().atOffset(ZoneOffset.UTC));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static ReceivedEvent later(ReceivedEvent one, ReceivedEvent other) {
        return one.position() >= other.position() ? one : other;
    }
}
