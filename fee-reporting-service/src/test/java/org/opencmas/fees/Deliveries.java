package org.opencmas.fees;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.sql.RoundTrip;
import org.opencmas.tenant.Tenant;

/** Hands events to the service's handlers as the event loop does, but without a broker. */
@ApplicationScoped
public class Deliveries {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

    private final List<EventHandler> handlers;
    private final DataSource dataSource;
    private final AtomicLong position = new AtomicLong();

    Deliveries(@All List<EventHandler> handlers, DataSource dataSource) {
        this.handlers = handlers;
        this.dataSource = dataSource;
    }

    /** Delivers an event in a transaction of its own. */
    public void deliver(String topic, String type, Object aggregateId, long version, String payload) {
        deliverTogether(List.of(event(topic, type, aggregateId, version, payload)));
    }

    /** An event that is not delivered yet, in a trace of its own. */
    public ReceivedEvent event(String topic, String type, Object aggregateId, long version, String payload) {
        return event(topic, type, aggregateId, version, payload, NOW);
    }

    /** An event that was recorded at that moment. */
    public ReceivedEvent event(
            String topic, String type, Object aggregateId, long version, String payload, Instant occurredAt) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        return new ReceivedEvent(
                UUID.randomUUID(),
                type,
                "/test",
                topic,
                aggregateId.toString(),
                version,
                position.incrementAndGet(),
                occurredAt,
                payload,
                "00-" + trace + "-" + trace.substring(0, 16) + "-01");
    }

    /** Delivers the events in one transaction, to each handler as many at a time as follow each other. */
    public void deliverTogether(List<ReceivedEvent> events) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                handle(connection, events);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hands the events over in the connection's transaction, which stays open. */
    public void handle(Connection connection, List<ReceivedEvent> events) throws SQLException {
        Tenant.seeingAll(() -> {
            handleInTurn(connection, events);
            return events;
        });
    }

    private void handleInTurn(Connection connection, List<ReceivedEvent> events) throws SQLException {
        List<ReceivedEvent> gathered = new ArrayList<>();
        for (ReceivedEvent event : events) {
            if (!gathered.isEmpty() && handlerOf(gathered.getFirst()) != handlerOf(event)) {
                handOver(connection, gathered);
                gathered.clear();
            }
            gathered.add(event);
        }
        handOver(connection, gathered);
    }

    private void handOver(Connection connection, List<ReceivedEvent> events) throws SQLException {
        EventBatch batch = new EventBatch(connection, events, new RoundTrip(), Runnable::run);
        handlerOf(events.getFirst()).handle(batch);
        batch.send();
    }

    private EventHandler handlerOf(ReceivedEvent event) {
        return handlers.stream()
                .filter(candidate -> candidate.topics().contains(event.topic()))
                .filter(candidate ->
                        candidate instanceof VersionedCopy || candidate.types().contains(event.type()))
                .findFirst()
                .orElseThrow();
    }
}
