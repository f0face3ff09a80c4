package org.opencmas.journal;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** How far this service has followed each other one: the {@code asOf} of what it answers from its copies. */
@Singleton
public final class Freshness {

    private final DataSource dataSource;

    public Freshness(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * By source ({@code /contract-registry-service}), the position of its journal up to which all that concerns this service took effect
     * here. Partitions are followed at their own pace: the one furthest behind counts, and so does an event that is parked.
     */
    public Map<String, Long> asOf() {
        try (Connection connection = dataSource.getConnection()) {
            return asOf(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the handled positions could not be read", e);
        }
    }

    /** The same, as seen by the given connection's transaction; sorted by source. */
    public Map<String, Long> asOf(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select source, position from followed_source order by source");
                ResultSet row = select.executeQuery()) {
            Map<String, Long> positions = new TreeMap<>();
            while (row.next()) {
                positions.put(row.getString(1), row.getLong(2));
            }
            return positions;
        }
    }
}
