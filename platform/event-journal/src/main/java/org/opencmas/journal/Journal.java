package org.opencmas.journal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Records events in the business transaction. What commits is sent to Kafka, whatever happens afterwards; what rolls back
 * leaves nothing. An event is written once and never changed.
 */
@Singleton
public final class Journal {

    // One statement for any number of events. The sub-selects hide from the planner how many there are, so that it does
    // not
    // make a plan of its own for each number.
    private static final String INSERT = """
            insert into journal (event_id, topic, aggregate_id, aggregate_version, event_type, occurred_at, actor,
                on_behalf_of, request_id, trace_parent, payload)
            select event_id::uuid, topic, aggregate_id, aggregate_version, event_type, ?, actor, on_behalf_of, request_id,
                trace_parent, payload
            from unnest((select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::bigint[]),
                (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]),
                (select ?::text[])) with ordinality
                as event (event_id, topic, aggregate_id, aggregate_version, event_type, actor, on_behalf_of, request_id,
                    trace_parent, payload, place)
            order by place
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
        append(
                connection,
                events.stream().map(event -> Recording.now(event, actor)).toList());
    }

    /**
     * Records events of several causes, in this order, in the transaction of the given connection. The caller commits, then
     * calls {@link #wake()}.
     *
     * @throws SQLException also when an event of the same topic, aggregate and version is recorded already (state 23505)
     */
    public void append(Connection connection, List<Recording> recordings) throws SQLException {
        RoundTrip alone = new RoundTrip();
        append(alone, recordings);
        alone.send(connection);
    }

    /**
     * Has events of several causes recorded, in this order, together with other statements. The caller sends and commits, then
     * calls {@link #wake()}.
     */
    public void append(RoundTrip statements, List<Recording> recordings) {
        if (recordings.isEmpty()) {
            return;
        }
        // Microseconds, as PostgreSQL keeps them.
        OffsetDateTime occurredAt =
                clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        statements.add(INSERT, (insert, first) -> {
            Connection connection = insert.getConnection();
            int at = first;
            insert.setObject(at++, occurredAt);
            insert.setArray(
                    at++,
                    texts(connection, recordings, each -> TimeOrderedId.next().toString()));
            insert.setArray(
                    at++, texts(connection, recordings, each -> each.event().topic()));
            insert.setArray(
                    at++, texts(connection, recordings, each -> each.event().aggregateId()));
            insert.setArray(
                    at++,
                    connection.createArrayOf(
                            "bigint",
                            recordings.stream()
                                    .map(each -> each.event().aggregateVersion())
                                    .toArray(Long[]::new)));
            insert.setArray(
                    at++, texts(connection, recordings, each -> each.event().type()));
            insert.setArray(
                    at++, texts(connection, recordings, each -> each.actor().subject()));
            insert.setArray(
                    at++, texts(connection, recordings, each -> each.actor().onBehalfOf()));
            insert.setArray(
                    at++, texts(connection, recordings, each -> each.actor().requestId()));
            insert.setArray(at++, texts(connection, recordings, Recording::traceParent));
            insert.setArray(
                    at++, texts(connection, recordings, each -> each.event().payload()));
            return at;
        });
    }

    private static Array texts(
            Connection connection, List<Recording> recordings, Function<Recording, @Nullable String> value)
            throws SQLException {
        return connection.createArrayOf("text", recordings.stream().map(value).toArray(String[]::new));
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
