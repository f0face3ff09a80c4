package org.opencmas.journal.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.entry.ChainHash;
import org.opencmas.journal.entry.JournalEntry;
import org.opencmas.journal.entry.NumberedEntry;

/**
 * Entries of one person, or about one object, the latest first: by the index of actors, or the key of topic, aggregate and version.
 *
 * @param actor who did it, exactly
 * @param subject what it was done to, exactly
 * @param from the earliest moment, inclusive
 * @param until the latest moment, inclusive: what comes first is then how it was at that time
 * @param before the event that the page comes after, which is older than it
 */
record JournalSearch(
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String onBehalfOf,
        @Nullable String type,
        @Nullable String requestId,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable UUID before) {

    // One look into the key for each topic, however many entries a topic has.
    private static final String TOPICS = """
            with recursive topics as (
                (select topic from journal order by topic limit 1)
                union all
                select (select later.topic from journal later where later.topic > topics.topic order by later.topic limit 1)
                from topics where topics.topic is not null)
            """;
    private static final String SELECT = "select " + JournalEntry.COLUMNS
            + ", position, hash from journal join journal_order using (event_id) where true";

    List<NumberedEntry> page(Connection connection, int limit) throws SQLException {
        StringBuilder sql = new StringBuilder(subject == null ? "" : TOPICS).append(SELECT);
        List<Object> values = new ArrayList<>();
        and(sql, values, " and topic in (select topic from topics) and aggregate_id = ?", subject);
        and(sql, values, " and actor = ?", actor);
        and(sql, values, " and on_behalf_of = ?", onBehalfOf);
        and(sql, values, " and event_type = ?", type);
        and(sql, values, " and request_id = ?", requestId);
        and(sql, values, " and occurred_at >= ?", from == null ? null : from.atOffset(ZoneOffset.UTC));
        and(sql, values, " and occurred_at <= ?", until == null ? null : until.atOffset(ZoneOffset.UTC));
        and(sql, values, " and event_id < ?", before);
        sql.append(" order by event_id desc limit ?");
        values.add(limit);
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return read(select);
        }
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static List<NumberedEntry> read(PreparedStatement select) throws SQLException {
        List<NumberedEntry> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new NumberedEntry(
                        row.getLong("position"), ChainHash.of(row.getBytes("hash")), JournalEntry.read(row)));
            }
        }
        return found;
    }
}
