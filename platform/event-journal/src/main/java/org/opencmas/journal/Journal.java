package org.opencmas.journal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.opencmas.journal.entry.ChainHash;
import org.opencmas.journal.entry.JournalEntry;
import org.opencmas.journal.entry.JustCommitted;
import org.opencmas.journal.entry.NumberedEntry;
import org.opencmas.journal.entry.WakeUp;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.sql.RowsStatement;

/**
 * Records events in the business transaction. What commits is sent to Kafka, whatever happens afterwards; what rolls back
 * leaves nothing. An event is written once and never changed.
 */
@Singleton
public final class Journal {

    private static final Columns<JournalEntry> COLUMNS = Columns.<JournalEntry>of(
                    "event_id", "uuid", JournalEntry::eventId)
            .and("topic", "text", JournalEntry::topic)
            .and("aggregate_id", "text", JournalEntry::aggregateId)
            .and("aggregate_version", "bigint", JournalEntry::aggregateVersion)
            .and("event_type", "text", JournalEntry::eventType)
            .and("occurred_at", "timestamptz", JournalEntry::occurredAt)
            .and("actor", "text", JournalEntry::actor)
            .and("on_behalf_of", "text", JournalEntry::onBehalfOf)
            .and("request_id", "text", JournalEntry::requestId)
            .and("trace_parent", "text", JournalEntry::traceParent)
            .and("payload", "text", JournalEntry::payload)
            .and("digest", "bytea", entry -> "\\x" + HexFormat.of().formatHex(entry.digest()));
    private static final RowsStatement<JournalEntry> INSERT = COLUMNS.insert("journal");
    private static final String POSITION_OF_ONE =
            "select event_id, position, hash from journal_order where event_id = ?::uuid";
    private static final String POSITIONS_OF_SEVERAL = """
            select event_id, position, hash from journal_order where event_id = any ((select ?::text[])::uuid[])
            """;

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;
    private final WakeUp relay;
    private final JustCommitted justCommitted;

    @Inject
    public Journal(
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            Clock clock,
            WakeUp relay,
            JustCommitted justCommitted) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.clock = clock;
        this.relay = relay;
        this.justCommitted = justCommitted;
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
        Instant occurredAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<JournalEntry> entries = recordings.stream()
                .map(recording -> entry(recording, occurredAt))
                .toList();
        INSERT.addTo(statements, entries);
        if (justCommitted.isWanted()) {
            handOver(statements, entries);
        }
    }

    private static JournalEntry entry(Recording recording, Instant occurredAt) {
        NewEvent event = recording.event();
        Actor actor = recording.actor();
        return new JournalEntry(
                TimeOrderedId.next(),
                event.topic(),
                event.aggregateId(),
                event.aggregateVersion(),
                event.type(),
                occurredAt,
                actor.subject(),
                actor.onBehalfOf(),
                actor.requestId(),
                recording.traceParent(),
                event.payload());
    }

    /** Asks with the commit for the positions, so that the relay need not read what is known here. */
    private void handOver(RoundTrip statements, List<JournalEntry> entries) {
        Map<UUID, JournalEntry> byId =
                entries.stream().collect(Collectors.toMap(JournalEntry::eventId, Function.identity()));
        boolean isOne = entries.size() == 1;
        statements.addAfterCommit(
                isOne ? POSITION_OF_ONE : POSITIONS_OF_SEVERAL,
                (select, first) -> {
                    String[] ids = byId.keySet().stream().map(UUID::toString).toArray(String[]::new);
                    if (isOne) {
                        select.setString(first, ids[0]);
                    } else {
                        select.setArray(first, select.getConnection().createArrayOf("text", ids));
                    }
                    return first + 1;
                },
                row -> {
                    while (row.next()) {
                        JournalEntry entry = byId.get(row.getObject(1, UUID.class));
                        if (entry != null) {
                            justCommitted.add(new NumberedEntry(row.getLong(2), ChainHash.of(row.getBytes(3)), entry));
                        }
                    }
                });
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
