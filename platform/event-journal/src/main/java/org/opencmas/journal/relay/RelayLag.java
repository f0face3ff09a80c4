package org.opencmas.journal.relay;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** How far Kafka is behind the journal, whichever instance relays. */
@Singleton
public final class RelayLag {

    private static final String LAG = """
            select coalesce((select max(position) from journal_order), 0) - published.position,
                (select occurred_at from journal_order join journal using (event_id)
                    where journal_order.position = published.position + 1)
            from journal_published as published
            """;

    private final DataSource dataSource;
    private final Clock clock;

    RelayLag(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    public Lag read() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LAG);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the note of what was published is missing");
            }
            OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
            return new Lag(
                    row.getLong(1),
                    oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), clock.instant()));
        }
    }

    /**
     * @param events committed, but not yet known to be acknowledged by the broker
     * @param age of the oldest of them; zero when there is none
     */
    public record Lag(long events, Duration age) {}
}
