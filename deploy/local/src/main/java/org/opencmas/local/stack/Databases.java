package org.opencmas.local.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.opencmas.embedded.PostgresServer;
import org.opencmas.embedded.StartFailure;
import org.opencmas.local.server.Server;

/**
 * One database per server, each owned by a role of the same name whose password is that name too: the server serves this
 * machine only. A service connects as a second role, which owns nothing ({@link Server#applicationRole}); databases of an earlier
 * release, which had only the first, get it here.
 */
final class Databases {
    private static final String[] EXTENSIONS = {"pg_trgm", "unaccent", "btree_gist", "pgcrypto"};

    private final PostgresServer postgres;

    Databases(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /** Makes what is missing and leaves what is there. */
    void create() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (Server server : Server.withDatabase()) {
                String name = server.database();
                createRole(statement, name);
                if (!server.module().isEmpty()) {
                    createRole(statement, server.applicationRole());
                }
                if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                    statement.execute("create database " + name + " owner " + name);
                    createExtensions(name);
                }
            }
        } catch (SQLException e) {
            throw new StartFailure("The databases could not be made: " + e.getMessage(), e);
        }
    }

    private static void createRole(Statement statement, String name) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role " + name + " login password '" + name + "'");
        }
    }

    /** Removes a server's database with everything in it and makes an empty one. */
    void recreate(Server server) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + server.database() + " with (force)");
        } catch (SQLException e) {
            throw new StartFailure("The database " + server.database() + " could not be removed: " + e.getMessage(), e);
        }
        create();
    }

    private void createExtensions(String database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String extension : EXTENSIONS) {
                statement.execute("create extension if not exists " + extension);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(postgres.superuserUrl(database));
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
