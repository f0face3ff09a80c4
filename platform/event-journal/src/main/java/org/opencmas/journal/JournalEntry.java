package org.opencmas.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the journal holds of one event; its components are the columns of the same name.
 *
 * @param occurredAt in whole microseconds
 * @param payload exactly the characters that were recorded
 */
record JournalEntry(
        UUID eventId,
        String topic,
        String aggregateId,
        long aggregateVersion,
        String eventType,
        Instant occurredAt,
        String actor,
        @Nullable String onBehalfOf,
        @Nullable String requestId,
        @Nullable String traceParent,
        String payload) {

    /** The columns in the order in which {@link #read} expects them to begin. */
    static final String COLUMNS = """
            event_id, topic, aggregate_id, aggregate_version, event_type, occurred_at, actor, on_behalf_of, request_id, \
            trace_parent, payload\
            """;

    static JournalEntry read(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }
}
