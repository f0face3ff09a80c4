package org.opencmas.testkit;

import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The running service's database as its owner sees it: every tenant's rows, and changes that the application has no right to. For what
 * a test prepares and looks up past the service.
 */
public final class OwnerDatabase {
    private OwnerDatabase() {}

    public static DataSource dataSource() {
        return dataSource("quarkus.flyway.username", "quarkus.flyway.password");
    }

    private static DataSource dataSource(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(setting("quarkus.datasource.jdbc.url"));
        source.setUser(setting(user));
        source.setPassword(setting(password));
        return source;
    }

    private static String setting(String name) {
        Optional<String> value = ConfigProvider.getConfig().getOptionalValue(name, String.class);
        return value.orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }
}
