package org.opencmas.journal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

/**
 * Records events in the business transaction. What commits is sent to Kafka, whatever happens afterwards; what rolls back
 * leaves nothing. An event is written once and never changed.
 */
@Singleton
public final class Journal {

    private static final String INSERT = """
            insert into journal (event_id, topic, aggregate_id, aggregate_version, event_type, occurred_at, actor,
                on_behalf_of, request_id, trace_parent, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;
    private final WakeUp relay;

    @Inject
    Journal(DataSource dataSource, TransactionSynchronizationRegistry transactions, Clock clock, WakeUp relay) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.clock = clock;
        this.relay = relay;
    }

    /**
     * Records events in the transaction of the given connection. The caller commits, then calls {@link #wake()}.
     *
     * @throws SQLException also when an event of the same topic, aggregate and version is recorded already (state 23505)
     */
    public void append(Connection connection, Actor actor, List<NewEvent> events) throws SQLException {
        // Microseconds, as PostgreSQL keeps them.
        OffsetDateTime occurredAt =
                clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        String traceParent = TraceContext.current();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (NewEvent event : events) {
                insert.setObject(1, TimeOrderedId.next());
                insert.setString(2, event.topic());
                insert.setString(3, event.aggregateId());
                insert.setLong(4, event.aggregateVersion());
                insert.setString(5, event.type());
                insert.setObject(6, occurredAt);
                insert.setString(7, actor.subject());
                insert.setString(8, actor.onBehalfOf());
                insert.setString(9, actor.requestId());
                insert.setString(10, traceParent);
                insert.setString(11, event.payload());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Records events in the current JTA transaction ({@code @Transactional}) and wakes the relay once that has committed.
     *
     * @throws IllegalStateException outside a transaction, or when the events cannot be recorded
     */
    public void append(Actor actor, NewEvent... events) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(
                    "events are recorded in the transaction of what they tell, and there is none");
        }
        try (Connection connection = dataSource.getConnection()) {
            append(connection, actor, List.of(events));
        } catch (SQLException e) {
            throw new IllegalStateException("the events could not be recorded", e);
        }
        transactions.registerInterposedSynchronization(new WakeAfterCommit());
    }

    /** Tells the relay that something was committed. It would see it by itself, some milliseconds later. */
    public void wake() {
        relay.call();
    }

    private final class WakeAfterCommit implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Nothing is to be done before the commit.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                wake();
            }
        }
    }
}
