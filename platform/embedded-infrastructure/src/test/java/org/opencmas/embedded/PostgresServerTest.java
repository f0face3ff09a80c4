package org.opencmas.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("What was committed is there after the server was killed and started again")
    void keepsCommittedDataOverAKill() throws SQLException {
        int port = Loopback.freePort();
        PostgresServer killed = PostgresServer.startDurable(directory, port);
        execute(killed, "create table fact(id int primary key)");
        execute(killed, "insert into fact select generate_series(1, 1000)");
        killed.process().kill();

        try (PostgresServer again = PostgresServer.startDurable(directory, port)) {
            assertThat(query(again, "select count(*) from fact")).isEqualTo("1000");
        }
    }

    @Test
    @DisplayName("A running server is found again by its directory, and not after it was closed")
    void isFoundAgain() throws SQLException {
        int port = Loopback.freePort();
        PostgresServer started = PostgresServer.startDurable(directory, port);

        PostgresServer attached = PostgresServer.attach(directory, port).orElseThrow();
        assertThat(attached.process().pid()).isEqualTo(started.process().pid());
        assertThat(query(attached, "select 1")).isEqualTo("1");
        attached.close();

        assertThat(PostgresServer.attach(directory, port)).isEmpty();
        assertThat(started.process().isAlive()).isFalse();
    }

    @Test
    @DisplayName("A taken port is named, and nothing is left running")
    void namesATakenPort() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral(Loopback.ADDRESS))) {
            assertThatThrownBy(() -> PostgresServer.startDurable(directory, other.getLocalPort()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " is taken")
                    .hasMessageContaining("PostgreSQL wants to listen there");
            assertThat(PostgresServer.attach(directory, other.getLocalPort())).isEmpty();
        }
    }

    @Test
    @DisplayName("A data directory that the server refuses is a message with the end of the log")
    void saysWhyItDidNotStart() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/PG_VERSION"), "9.6\n");

        assertThatThrownBy(() -> PostgresServer.startDurable(directory, Loopback.freePort()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("PostgreSQL ended before it was ready")
                .hasMessageContaining("postgres.log");
    }

    @Test
    @DisplayName("A throw-away server has text search, trigrams and Unicode, and leaves no folder behind")
    void throwAwayServerServesTests() throws SQLException {
        PostgresServer server = PostgresServer.startThrowAway();
        execute(server, "create extension pg_trgm");
        execute(server, "create extension btree_gist");
        assertThat(query(server, "select lower('ÑANDÚ')")).isEqualTo("ñandú");
        assertThat(query(server, "select to_tsvector('english', 'chairs') @@ to_tsquery('english', 'chair')"))
                .isEqualTo("t");
        Path folder = server.process().log().getParent();
        server.close();
        assertThat(folder).doesNotExist();
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.superuserUrl("postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.superuserUrl("postgres"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
