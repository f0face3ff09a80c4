package org.opencmas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.TopicProbe;

class TestInfrastructureTest {

    @Test
    void givesADatabaseAndTopicsOfItsOwnAndDropsTheDatabase() throws Exception {
        TestInfrastructure infrastructure = new TestInfrastructure();
        Map<String, String> settings = infrastructure.start();
        try {
            try (Connection connection = connect(settings);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table mine (id int)");
                assertThat(leftOf(settings.get("quarkus.flyway.username"))).isEqualTo(3);
            }
            TopicProbe probe =
                    new TopicProbe(settings.get("kafka.bootstrap.servers"), settings.get("cmas.events.topic-prefix"));
            CloudEvent first = probe.publish("things", "/maker", "thing.made.v1", "a", 1, "{\"n\":1}");
            CloudEvent second = probe.publish("things", "/maker", "thing.changed.v1", "a", 2, "{\"n\":2}");

            List<CloudEvent> seen = probe.await("things", 2, Eventually.PATIENCE, event -> true);

            assertThat(seen).containsExactly(first, second);
            assertThat(probe.awaitOne("things", "thing.changed.v1", "a", Eventually.PATIENCE))
                    .isEqualTo(second);
            assertThatThrownBy(() -> probe.awaitOne("things", "thing.sold.v1", "a", Duration.ofMillis(200)))
                    .isInstanceOf(AssertionError.class);
        } finally {
            infrastructure.stop();
        }
        assertThat(leftOf(settings.get("quarkus.flyway.username"))).isZero();
    }

    /** How many databases and roles there are still whose name begins so. */
    private static int leftOf(String name) throws SQLException {
        try (Connection superuser = DriverManager.getConnection(TestServers.postgresUrl("postgres"));
                Statement statement = superuser.createStatement();
                ResultSet count = statement.executeQuery("""
                        select (select count(*) from pg_database where datname like '%1$s%%')
                             + (select count(*) from pg_roles where rolname like '%1$s%%')""".formatted(name))) {
            count.next();
            return count.getInt(1);
        }
    }

    private static Connection connect(Map<String, String> settings) throws SQLException {
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.flyway.username"),
                settings.get("quarkus.flyway.password"));
    }
}
