package org.opencmas.fees;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The service's tables as a first start makes them, in a schema of a test's own: no other test has added anything. */
public final class NewDatabase {
    private NewDatabase() {}

    /** @param service what migrates the service's own schema */
    public static DataSource in(String schema, Flyway service) {
        Flyway.configure()
                .configuration(service.getConfiguration())
                .schemas(schema)
                .defaultSchema(schema)
                .load()
                .migrate();
        DataSource all = service.getConfiguration().getDataSource();
        return (DataSource) Proxy.newProxyInstance(
                NewDatabase.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return inSchema(all.getConnection(), schema);
                });
    }

    /** The schema holds for one transaction, so that the pool's next user does not see it. */
    private static Connection inSchema(Connection connection, String schema) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path to " + schema);
        }
        return connection;
    }
}
