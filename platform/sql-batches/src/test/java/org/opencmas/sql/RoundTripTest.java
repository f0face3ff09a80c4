package org.opencmas.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.TestServers;

@DisplayName("Statements that are sent together take effect together or not at all")
class RoundTripTest {

    private static final String INSERT = "insert into thing (id) values (?)";

    private static final Path REQUIRE = Path.of("../event-journal/src/main/resources/db/journal/V0_3__require.sql");

    private final String database = "sql" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void start() throws Exception {
        execute("postgres", "create database " + database);
        execute(database, "create table thing (id int primary key)");
        execute(database, Files.readString(REQUIRE));
    }

    @AfterEach
    void stop() throws Exception {
        execute("postgres", "drop database " + database + " with (force)");
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestServers.postgresUrl(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count() throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestServers.postgresUrl(database));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from thing")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static RoundTrip.Binding number(int value) {
        return (statement, first) -> {
            statement.setInt(first, value);
            return first + 1;
        };
    }

    @Test
    void anAnswerIsKnownOnceTheStatementsWereSentAndNotBefore() throws Exception {
        RoundTrip together = new RoundTrip().add(INSERT, number(7));
        Answer<Integer> count = Answer.ask(together, "select count(*) from thing where id >= ?", number(0), rows -> {
            rows.next();
            return rows.getInt(1);
        });

        assertThatThrownBy(count::get).isInstanceOf(IllegalStateException.class);
        try (Connection connection = inTransaction()) {
            together.send(connection);
            connection.commit();
        }
        assertThat(count.get()).isEqualTo(1);
        assertThat(Answer.of("known").get()).isEqualTo("known");
    }

    private Connection inTransaction() throws SQLException {
        Connection connection = DriverManager.getConnection(TestServers.postgresUrl(database));
        connection.setAutoCommit(false);
        return connection;
    }

    @Test
    void eachSeesWhatThoseBeforeItWroteAndGetsItsOwnValues() throws Exception {
        List<Integer> seen = new ArrayList<>();
        RoundTrip.Rows rows = result -> {
            while (result.next()) {
                seen.add(result.getInt(1));
            }
        };
        try (Connection connection = inTransaction()) {
            // More often than the driver needs to prepare them on the server.
            for (int round = 0; round < 12; round++) {
                new RoundTrip()
                        .add(INSERT, number(2 * round))
                        .add("select count(*) from thing where id >= ?", number(0), rows)
                        .add(INSERT, number(2 * round + 1))
                        .add("select max(id) from thing where id < ?", number(1000), rows)
                        .send(connection);
            }
            connection.commit();
        }

        assertThat(seen).hasSize(24).startsWith(1, 1, 3, 3, 5, 5).endsWith(23, 23);
        assertThat(count()).isEqualTo(24);
    }

    @Test
    void whatIsSentWithTheCommitIsCommitted() throws Exception {
        try (Connection connection = inTransaction()) {
            new RoundTrip().add(INSERT, number(1)).add(INSERT, number(2)).sendAndCommit(connection);
            connection.rollback();
        }

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void oneThatFailsTakesAllOthersWithItTheCommitIncluded() throws Exception {
        try (Connection connection = inTransaction()) {
            RoundTrip trip = new RoundTrip()
                    .add(INSERT, number(1))
                    .add(INSERT, number(1))
                    .add(INSERT, number(2));
            assertThatThrownBy(() -> trip.sendAndCommit(connection))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("23505");
            connection.rollback();
        }

        assertThat(count()).isZero();
    }

    @Test
    void aRequirementThatDoesNotHoldKeepsTheCommitFromHappening() throws Exception {
        try (Connection connection = inTransaction()) {
            RoundTrip trip = new RoundTrip()
                    .add(INSERT, number(1))
                    .add("select require((select count(*) from thing) = ?, 'not so many')", number(2));
            assertThatThrownBy(() -> trip.sendAndCommit(connection))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("not so many");
            connection.rollback();
        }

        assertThat(count()).isZero();
    }

    @Test
    void nothingIsSentTwice() throws Exception {
        try (Connection connection = inTransaction()) {
            RoundTrip trip = new RoundTrip().add(INSERT, number(1));
            trip.send(connection);
            trip.send(connection);
            connection.commit();
        }

        assertThat(count()).isEqualTo(1);
    }
}
