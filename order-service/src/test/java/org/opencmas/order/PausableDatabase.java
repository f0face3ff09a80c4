package org.opencmas.order;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.fault.PausableProxy;

/** The servers of the tests, the database behind a door whose connections can be made to stand still. */
public final class PausableDatabase implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "quarkus.datasource.jdbc.url";

    private final TestInfrastructure infrastructure = new TestInfrastructure();
    private PausableProxy proxy;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(infrastructure.start());
        String url = settings.get(URL);
        URI database = URI.create(url.substring("jdbc:".length()));
        proxy = new PausableProxy(database.getHost(), database.getPort());
        settings.put(URL, "jdbc:postgresql://127.0.0.1:" + proxy.port() + database.getPath());
        // As in service, but for the patience of a test.
        settings.put("cmas.database.answer-timeout-seconds", "3");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(proxy, new TestInjector.MatchesType(PausableProxy.class));
    }

    @Override
    public void stop() {
        try {
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            infrastructure.stop();
        }
    }
}
