package org.opencmas.journal.receive.handling;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.opencmas.journal.receive.handling.Progress.Partition;
import org.opencmas.journal.receive.handling.Progress.Share;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.sql.RowsStatement;

/**
 * Partitions that are noted as behind although they may only be empty of news. The instance that owns one reads how far the source was
 * followed elsewhere, then asks the broker where the partition ends: one that was read to its end holds nothing more up to there.
 */
public final class IdlePartitions {

    private static final String SELECT_BEHIND = """
            select source, topic, partition, last_position from handled_partition join handled_source using (source)
            where position < last_position
            """;

    private static final RowsStatement<Map.Entry<Share, Long>> ADVANCE = Columns.<Map.Entry<Share, Long>>of(
                    "source", "text", row -> row.getKey().source())
            .and("topic", "text", row -> row.getKey().partition().topic())
            .and("partition", "int", row -> row.getKey().partition().number())
            .and("position", "bigint", Map.Entry::getValue)
            .statement("""
                    update handled_partition as known set position = given.position from %s
                    where known.source = given.source and known.topic = given.topic and known.partition = given.partition
                        and known.position < given.position
                    """);

    private IdlePartitions() {}

    /** By what a partition holds of a source, the position up to which the source was followed elsewhere. */
    public static Map<Share, Long> behind(Connection connection) throws SQLException {
        Map<Share, Long> behind = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_BEHIND);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                behind.put(new Share(row.getString(1), new Partition(row.getString(2), row.getInt(3))), row.getLong(4));
            }
        }
        return behind;
    }

    public static void keepOnly(Connection connection, Collection<String> topics) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from handled_partition where topic <> all (?)")) {
            delete.setArray(1, connection.createArrayOf("text", topics.toArray()));
            delete.executeUpdate();
        }
    }

    public static void advance(Connection connection, Map<Share, Long> toPositions) throws SQLException {
        RoundTrip update = new RoundTrip();
        ADVANCE.addTo(update, toPositions.entrySet());
        update.send(connection);
    }
}
