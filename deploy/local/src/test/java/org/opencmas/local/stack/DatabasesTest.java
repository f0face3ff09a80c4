package org.opencmas.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.embedded.PostgresServer;
import org.opencmas.local.server.Server;

@DisplayName(
        "Each service has a database with an owner and an application's role, also in a folder of an earlier release")
class DatabasesTest {

    @Test
    void anEarlierReleasesDatabaseKeepsItsOwnerAndGetsTheApplicationsRole() throws SQLException {
        try (PostgresServer server = PostgresServer.startThrowAway()) {
            String order = Server.ORDER.database();
            asSuperuser(server, "create role " + order + " login password '" + order + "'");
            asSuperuser(server, "create database " + order + " owner " + order);
            execute(server, order, order, "create table kept (id int)");

            new Databases(server).create();
            new Databases(server).create();

            for (Server service : Server.services()) {
                assertThat(execute(server, service.database(), service.applicationRole(), """
                                select rolname || ' ' || (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls) from pg_roles
                                where rolname in (current_user, (select pg_get_userbyid(datdba) from pg_database
                                    where datname = current_database())) order by 1
                                """))
                        .containsExactly(service.database() + " false", service.applicationRole() + " false");
            }
            assertThat(execute(server, order, order, "select tableowner from pg_tables where tablename = 'kept'"))
                    .containsExactly(order);
        }
    }

    private static void asSuperuser(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.superuserUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> execute(PostgresServer server, String database, String role, String sql)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(database), role, role);
                Statement statement = connection.createStatement()) {
            List<String> found = new ArrayList<>();
            if (statement.execute(sql)) {
                ResultSet row = statement.getResultSet();
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        }
    }
}
