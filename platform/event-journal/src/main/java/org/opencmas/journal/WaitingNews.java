package org.opencmas.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What arrived here and could not be taken in: while an event of a key is parked, what this service knows of that aggregate may be out
 * of date, and an answer that relies on it must say so.
 */
public final class WaitingNews {

    private static final String SELECT = """
            select distinct topic, record_key from parked_event where state <> 'REPLAYED'
            and (topic, record_key) in (select * from unnest((select ?::text[]), (select ?::text[])))
            """;

    private WaitingNews() {}

    /**
     * An aggregate by the topic that tells of it.
     *
     * @param topic without prefix, such as {@code cmas.agreements}
     * @param aggregateId the key of its events
     */
    public record Key(String topic, String aggregateId) {}

    /** Those of the keys of which news waits, as the connection's transaction sees it. */
    public static Set<Key> among(Connection connection, Collection<Key> keys) throws SQLException {
        Set<Key> waiting = new HashSet<>();
        List<Key> asked = List.copyOf(keys);
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", asked.stream().map(Key::topic).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", asked.stream().map(Key::aggregateId).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Key(row.getString(1), row.getString(2)));
                }
            }
        }
        return waiting;
    }
}
