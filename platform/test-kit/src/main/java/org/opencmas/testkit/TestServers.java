package org.opencmas.testkit;

import org.opencmas.embedded.KafkaBroker;
import org.opencmas.embedded.PostgresServer;

/** The PostgreSQL and the broker that the build started for its tests, or else throw-away ones of this process. */
public final class TestServers {

    private static final String POSTGRES_URL = startedPostgres();
    private static final String BOOTSTRAP_SERVERS = startedBroker();

    private TestServers() {}

    /** A JDBC URL with a superuser's name and password, of the given database. */
    public static String postgresUrl(String database) {
        return POSTGRES_URL.replaceFirst("/[^/?]*\\?", "/" + database + "?");
    }

    public static String bootstrapServers() {
        return BOOTSTRAP_SERVERS;
    }

    private static String startedPostgres() {
        String given = System.getenv("CMAS_TEST_POSTGRES");
        return given != null ? given : PostgresServer.startThrowAway().superuserUrl("postgres");
    }

    private static String startedBroker() {
        String given = System.getenv("CMAS_TEST_KAFKA");
        return given != null ? given : KafkaBroker.startThrowAway().bootstrapServers();
    }
}
