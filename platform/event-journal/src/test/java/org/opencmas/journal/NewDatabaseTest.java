package org.opencmas.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.journal.ServiceFixture.event;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In a new database, of which the planner knows nothing yet")
final class NewDatabaseTest {
    private static final int COMMITS = 300;

    @Test
    void aCommitDoesNotReadWhatWasCommittedBefore() throws Exception {
        try (ServiceFixture service = new ServiceFixture(1)) {
            // A relay of this process wants to be told the positions.
            service.justCommitted.setWanted(true);
            for (int i = 1; i <= COMMITS; i++) {
                service.recordInOneTrip(event("alone", i));
                service.recordInOneTrip(event("together", 2 * i - 1), event("together", 2 * i));
            }

            assertThat(service.feed()).hasSize(3 * COMMITS);
            // Any plan that reads a table whole at each commit comes to some hundred thousand rows.
            assertThat(rowsReadWithoutAnIndex(service)).isLessThan(10L * COMMITS);
        }
    }

    private static long rowsReadWithoutAnIndex(ServiceFixture service) throws SQLException {
        try (Connection connection = service.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
            try (ResultSet row = statement.executeQuery(
                    "select sum(seq_tup_read) from pg_stat_user_tables where relname like 'journal%'")) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
