package org.opencmas.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A new database with the two roles that a service has: one that owns what the migrations make, and one of the application, which owns
 * nothing. The server's superuser makes and drops the three and does nothing else.
 */
public final class RoledDatabase implements AutoCloseable {
    private final PGSimpleDataSource server = new PGSimpleDataSource();
    private final String name;

    /**
     * Makes database and roles.
     *
     * @param serverUrl a JDBC address with a superuser's name and password
     * @param name of the database and of its owner, whose password it is too; the application's role has {@code _app} behind it
     */
    public RoledDatabase(String serverUrl, String name) {
        this.name = name;
        server.setUrl(serverUrl);
        execute("create role " + owner() + " login password '" + owner() + "'");
        execute("create role " + application() + " login password '" + application() + "'");
        execute("create database " + name + " owner " + owner());
    }

    public String owner() {
        return name;
    }

    public String application() {
        return name + "_app";
    }

    /** The address without user and password. */
    public String url() {
        return "jdbc:postgresql://%s:%d/%s".formatted(server.getServerNames()[0], server.getPortNumbers()[0], name);
    }

    /** What a service's configuration says of its database. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url(),
                "quarkus.datasource.username", application(),
                "quarkus.datasource.password", application(),
                "quarkus.flyway.username", owner(),
                "quarkus.flyway.password", owner());
    }

    /** Drops the database with its roles. */
    @Override
    public void close() {
        execute("drop database if exists " + name + " with (force)");
        execute("drop role if exists " + application());
        execute("drop role if exists " + owner());
    }

    private void execute(String sql) {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("PostgreSQL did not take: " + sql, failure);
        }
    }
}
