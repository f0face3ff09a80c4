package org.opencmas.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.embedded.PostgresServer;

/** A database of its own for this run, and the key of the tokens. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private final String name =
            "http" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private String server = "";

    @Override
    public Map<String, String> start() {
        server = Optional.ofNullable(System.getenv("CMAS_TEST_POSTGRES"))
                .orElseGet(() -> PostgresServer.startThrowAway().superuserUrl("postgres"));
        execute("create database " + name);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                server.replaceFirst("(//[^/]+/)[^?]+", "$1" + name),
                "quarkus.oidc.public-key",
                TestTokens.publicKey(),
                "quarkus.oidc.token.issuer",
                TestTokens.ISSUER,
                "quarkus.http.test-port",
                "0");
    }

    @Override
    public void stop() {
        execute("drop database if exists " + name + " with (force)");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
