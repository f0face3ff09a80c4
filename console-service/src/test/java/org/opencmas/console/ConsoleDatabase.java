package org.opencmas.console;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.testkit.RoledDatabase;
import org.opencmas.testkit.TestServers;

/** A new database for the console's sessions, with its two roles, dropped after the run. */
public final class ConsoleDatabase implements QuarkusTestResourceLifecycleManager {
    private @Nullable RoledDatabase database;

    @Override
    public Map<String, String> start() {
        String run = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        database = new RoledDatabase(TestServers.postgresUrl("postgres"), run);
        return database.settings();
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
