package org.opencmas.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.embedded.KafkaBroker;
import org.opencmas.embedded.PostgresServer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Real PostgreSQL and Kafka for the tests of one service: a new database and a new topic prefix for each run, dropped after
 * it, and the key for {@link Tokens}.
 *
 * <p>The servers are those that {@code CMAS_TEST_POSTGRES} (a JDBC address with user and password, of a superuser) and
 * {@code CMAS_TEST_KAFKA} (host and port) name. Where a variable is not set, the run starts a server of its own, which ends
 * with it.
 */
public final class TestInfrastructure implements QuarkusTestResourceLifecycleManager {
    private final String run =
            "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private @Nullable PGSimpleDataSource server;

    @Override
    public Map<String, String> start() {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(setting("CMAS_TEST_POSTGRES").orElseGet(OwnServers::postgres));
        server = postgres;
        execute("create database " + run);
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(postgres.getServerNames()[0], postgres.getPortNumbers()[0], run));
        settings.put("quarkus.datasource.username", String.valueOf(postgres.getUser()));
        settings.put("quarkus.datasource.password", String.valueOf(postgres.getPassword()));
        settings.put("kafka.bootstrap.servers", setting("CMAS_TEST_KAFKA").orElseGet(OwnServers::kafka));
        settings.put("cmas.events.topic-prefix", run + ".");
        settings.put("cmas.events.consumer-group", run);
        settings.put("quarkus.oidc.public-key", TestKeys.publicKey());
        settings.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            execute("drop database if exists " + run + " with (force)");
            server = null;
        }
    }

    private void execute(String sql) {
        try (Connection connection = server().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("PostgreSQL did not take: " + sql, failure);
        }
    }

    private PGSimpleDataSource server() {
        if (server == null) {
            throw new IllegalStateException("The infrastructure was not started.");
        }
        return server;
    }

    private static Optional<String> setting(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }

    /** Servers of this process, started when first asked for. They stop with the process. */
    private static final class OwnServers {
        private static @Nullable PostgresServer postgres;
        private static @Nullable KafkaBroker kafka;

        static synchronized String postgres() {
            if (postgres == null) {
                postgres = PostgresServer.startThrowAway();
            }
            return postgres.superuserUrl("postgres");
        }

        static synchronized String kafka() {
            if (kafka == null) {
                kafka = KafkaBroker.startThrowAway();
            }
            return kafka.bootstrapServers();
        }
    }
}
