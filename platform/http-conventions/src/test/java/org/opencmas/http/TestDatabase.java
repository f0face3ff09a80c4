package org.opencmas.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.embedded.PostgresServer;
import org.opencmas.testkit.RoledDatabase;

/** A database of its own for this run, an identity provider that publishes the keys of the tokens, and a key store. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private RoledDatabase database;
    private TestProvider provider;

    @Override
    public Map<String, String> start() {
        String server = Optional.ofNullable(System.getenv("CMAS_TEST_POSTGRES"))
                .orElseGet(() -> PostgresServer.startThrowAway().superuserUrl("postgres"));
        String name = "http" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        database = new RoledDatabase(server, name);
        Map<String, String> settings = new HashMap<>(database.settings());
        provider = new TestProvider();
        settings.put("quarkus.oidc.auth-server-url", provider.url());
        settings.putAll(TestCertificates.settings());
        settings.put("quarkus.oidc.token.issuer", TestTokens.ISSUER);
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    @Override
    public void stop() {
        provider.close();
        database.close();
    }
}
