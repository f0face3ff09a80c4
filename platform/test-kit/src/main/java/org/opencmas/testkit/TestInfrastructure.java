package org.opencmas.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.embedded.KafkaBroker;
import org.opencmas.embedded.PostgresServer;

/**
 * Real PostgreSQL and Kafka for the tests of one service: a new database with its two roles ({@link RoledDatabase}) and a new
 * topic prefix for each run, dropped after it, and the key for {@link Tokens}.
 *
 * <p>The servers are those that {@code CMAS_TEST_POSTGRES} (a JDBC address with user and password, of a superuser, who
 * makes databases and roles and does nothing else) and
 * {@code CMAS_TEST_KAFKA} (host and port) name. Where a variable is not set, the run starts a server of its own, which ends
 * with it.
 */
public final class TestInfrastructure implements QuarkusTestResourceLifecycleManager {
    private final String run =
            "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private @Nullable RoledDatabase database;

    @Override
    public Map<String, String> start() {
        RoledDatabase made = new RoledDatabase(setting("CMAS_TEST_POSTGRES").orElseGet(OwnServers::postgres), run);
        database = made;
        Map<String, String> settings = new HashMap<>(made.settings());
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
        if (database != null) {
            database.close();
            database = null;
        }
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
