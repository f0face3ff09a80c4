package org.opencmas.registry.search.lines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.registry.search.lines.index.IndexedLine;

/** What the index follows: the lists that are published, as the database holds them. */
@ApplicationScoped
class PublishedLists {
    private static final int FETCHED = 2_000;

    private final DataSource dataSource;
    private final RegistryEvents events;
    private final Clock clock;

    PublishedLists(DataSource dataSource, RegistryEvents events, Clock clock) {
        this.dataSource = dataSource;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What tells that there may be something to do.
     *
     * @param lists how many are published
     * @param rebuild the number of the last order to build the index anew; 0 for none
     */
    record State(long lists, long rebuild) {}

    /** Takes one line after the other. */
    interface Lines {
        void take(IndexedLine line) throws IOException;
    }

    State state(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select (select count(*) from price_list),"
                        + " (select coalesce(max(id), 0) from search_index_rebuild)");
                ResultSet row = query.executeQuery()) {
            row.next();
            return new State(row.getLong(1), row.getLong(2));
        }
    }

    /** Takes down that the index is to be built anew, by every instance. */
    @Transactional
    SearchIndexResource.Rebuild askForRebuild() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into search_index_rebuild (asked_at, asked_by) values (?, ?) returning id")) {
            insert.setObject(1, now.atOffset(ZoneOffset.UTC));
            insert.setString(2, events.actor().subject());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new SearchIndexResource.Rebuild(row.getLong(1), now);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the order could not be taken down", e);
        }
    }

    /** Every list and how many lines it has, the oldest first. */
    Map<UUID, Integer> all(Connection connection) throws SQLException {
        Map<UUID, Integer> lists = new LinkedHashMap<>();
        try (PreparedStatement query =
                        connection.prepareStatement("select id, line_count from price_list order by published_at, id");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                lists.put(rows.getObject(1, UUID.class), rows.getInt(2));
            }
        }
        return lists;
    }

    /** Reads a list without holding it. */
    void read(Connection connection, UUID list, Lines lines) throws SQLException, IOException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (PreparedStatement query = connection.prepareStatement("select l.item_id, l.description, l.unit, l.price"
                + " from price_list p join price_line l on l.cmas_number = p.cmas_number and l.price_list_id = p.id"
                + " where p.id = ?")) {
            query.setFetchSize(FETCHED);
            query.setObject(1, list);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.take(new IndexedLine(
                            rows.getString(1), rows.getString(2), rows.getString(3), rows.getBigDecimal(4)));
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(before);
        }
    }
}
