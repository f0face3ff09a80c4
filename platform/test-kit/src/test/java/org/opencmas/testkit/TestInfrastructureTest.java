package org.opencmas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestInfrastructureTest {

    @Test
    void givesADatabaseAndTopicsOfItsOwnAndDropsTheDatabase() throws Exception {
        TestInfrastructure infrastructure = new TestInfrastructure();
        Map<String, String> settings = infrastructure.start();
        try {
            try (Connection connection = connect(settings);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table mine (id int)");
            }
            TopicProbe probe =
                    new TopicProbe(settings.get("kafka.bootstrap.servers"), settings.get("cmas.events.topic-prefix"));
            CloudEvent first = probe.publish("things", "/maker", "thing.made.v1", "a", 1, "{\"n\":1}");
            CloudEvent second = probe.publish("things", "/maker", "thing.changed.v1", "a", 2, "{\"n\":2}");

            List<CloudEvent> seen = probe.await("things", 2, Duration.ofSeconds(20), event -> true);

            assertThat(seen).containsExactly(first, second);
            assertThat(probe.awaitOne("things", "thing.changed.v1", "a", Duration.ofSeconds(20)))
                    .isEqualTo(second);
            assertThatThrownBy(() -> probe.awaitOne("things", "thing.sold.v1", "a", Duration.ofMillis(200)))
                    .isInstanceOf(AssertionError.class);
        } finally {
            infrastructure.stop();
        }
        assertThatThrownBy(() -> connect(settings))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not exist");
    }

    private static Connection connect(Map<String, String> settings) throws SQLException {
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.flyway.username"),
                settings.get("quarkus.flyway.password"));
    }
}
