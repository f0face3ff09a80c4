package org.opencmas.fees;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.ReceivedEvent;

/** Hands events to the service's handlers as the event loop does, each in its own transaction, but without a broker. */
@Singleton
public class Deliveries {
    private final List<EventHandler> handlers;
    private final DataSource dataSource;
    private final AtomicLong position = new AtomicLong();

    Deliveries(@All List<EventHandler> handlers, DataSource dataSource) {
        this.handlers = handlers;
        this.dataSource = dataSource;
    }

    public void deliver(String topic, String type, Object aggregateId, long version, String payload) {
        var event = new ReceivedEvent(
                UUID.randomUUID(),
                type,
                "/test",
                topic,
                aggregateId.toString(),
                version,
                position.incrementAndGet(),
                Instant.parse("2026-11-21T20:00:00Z"),
                payload);
        EventHandler handler = handlers.stream()
                .filter(candidate -> candidate.topics().contains(topic))
                .filter(candidate -> candidate.types().contains(type))
                .findFirst()
                .orElseThrow();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                handler.handle(connection, event);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
