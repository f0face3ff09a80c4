package org.opencmas.compliance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.opencmas.testkit.TestInfrastructure;

/** A database of its own as an earlier release left it, and what the migrations since make of it. */
public final class Upgrade {
    private Upgrade() {}

    /** What is done with the database, as its owner. */
    public interface Step {
        void on(Statement statement) throws SQLException;
    }

    /**
     * Migrates to that version, then takes the first step, then migrates to the latest one, then takes the second.
     *
     * @param lastVersionBefore the last migration of the earlier release, such as {@code 4}
     */
    public static void after(String lastVersionBefore, Step asItWas, Step asItIs) throws SQLException {
        TestInfrastructure servers = new TestInfrastructure();
        Map<String, String> settings = servers.start();
        String url = settings.get("quarkus.datasource.jdbc.url");
        String user = settings.get("quarkus.flyway.username");
        String password = settings.get("quarkus.flyway.password");
        var flyway = Flyway.configure()
                .dataSource(url, user, password)
                .placeholders(Map.of(
                        "applicationRole", settings.get("quarkus.datasource.username"), "tablesWithDeletes", "none"))
                .locations(
                        "classpath:db/tenant", "classpath:db/http", "classpath:db/journal", "classpath:db/migration");
        try {
            flyway.target(lastVersionBefore).load().migrate();
            try (Connection connection = DriverManager.getConnection(url, user, password);
                    Statement statement = connection.createStatement()) {
                asItWas.on(statement);
                flyway.target("latest").load().migrate();
                asItIs.on(statement);
            }
        } finally {
            servers.stop();
        }
    }
}
