package org.opencmas.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A handler whose effect is a row per event, in the order in which they took effect, unless the event's payload is told to fail. */
public final class Effects implements SingleEventHandler {

    public static final String TABLE =
            "create table effect (n bigint generated always as identity, event_id uuid, aggregate_id text, version bigint)";

    private final ServiceFixture service;
    public volatile String failOn = "nothing fails";

    public Effects(ServiceFixture service) throws SQLException {
        this.service = service;
        service.execute(TABLE);
    }

    @Override
    public Set<String> topics() {
        return Set.of("cmas.orders");
    }

    @Override
    public Set<String> types() {
        return Set.of("order.issued.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into effect (event_id, aggregate_id, version) values (?, ?, ?)")) {
            insert.setObject(1, event.id());
            insert.setString(2, event.aggregateId());
            insert.setLong(3, event.aggregateVersion());
            insert.executeUpdate();
        }
        if (event.payload().contains(failOn)) {
            throw new IllegalStateException("cannot bear " + failOn);
        }
    }

    /** {@code aggregate:version} of each effect, in order. */
    public List<String> inOrder() throws SQLException {
        return read("select aggregate_id || ':' || version from effect order by n");
    }

    /** The versions that took effect of one aggregate, in order. */
    public List<String> of(String aggregate) throws SQLException {
        return read("select version::text from effect where aggregate_id = '" + aggregate + "' order by n");
    }

    public long count() throws SQLException {
        return service.count("select count(*) from effect");
    }

    private List<String> read(String sql) throws SQLException {
        try (Connection connection = service.dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }
}
