package org.opencmas.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Real PostgreSQL and Kafka for the tests of one service: a new database with its two roles ({@link RoledDatabase}) and a new
 * topic prefix for each run, dropped after it, and the key for {@link Tokens}.
 *
 * <p>The servers are those of {@link TestServers}; its superuser makes databases and roles and does nothing else.
 */
public final class TestInfrastructure implements QuarkusTestResourceLifecycleManager {
    private final String run =
            "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private @Nullable RoledDatabase database;

    @Override
    public Map<String, String> start() {
        RoledDatabase made = new RoledDatabase(TestServers.postgresUrl("postgres"), run);
        database = made;
        Map<String, String> settings = new HashMap<>(made.settings());
        settings.put("kafka.bootstrap.servers", TestServers.bootstrapServers());
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
}
