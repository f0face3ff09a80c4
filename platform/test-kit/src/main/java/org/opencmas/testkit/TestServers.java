package org.opencmas.testkit;

import java.util.Optional;
import org.opencmas.embedded.KafkaBroker;
import org.opencmas.embedded.PostgresServer;

/**
 * The PostgreSQL and the broker that the build started for its tests: {@code CMAS_TEST_POSTGRES} (a JDBC address with user and
 * password of a superuser) and {@code CMAS_TEST_KAFKA} (host and port) name them. Where a variable is not set, a throw-away one of
 * this process, started when it is first asked for, which ends with the process.
 */
public final class TestServers {
    private TestServers() {}

    /** A JDBC URL with a superuser's name and password, of the given database. */
    public static String postgresUrl(String database) {
        return Postgres.URL.replaceFirst("/[^/?]*\\?", "/" + database + "?");
    }

    public static String bootstrapServers() {
        return Broker.ADDRESS;
    }

    private static Optional<String> given(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }

    private static final class Postgres {
        static final String URL = given("CMAS_TEST_POSTGRES")
                .orElseGet(() -> PostgresServer.startThrowAway().superuserUrl("postgres"));
    }

    private static final class Broker {
        static final String ADDRESS = given("CMAS_TEST_KAFKA")
                .orElseGet(() -> KafkaBroker.startThrowAway().bootstrapServers());
    }
}
