package org.opencmas.order.agency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.terms.Identifier;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Agencies of an older database are told apart as a reader tells them apart, and none is lost")
class AgencyUpgradeTest {
    private static final String SCHEMA = "before_agency_keys";

    private final DataSource dataSource = OwnerDatabase.dataSource();

    @ConfigProperty(name = "quarkus.flyway.username")
    String user;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Test
    void oldKeysBecomeThoseOfTheOneRule() throws SQLException {
        migrateTo("29?");
        List<String> names = List.of(
                "City of Bishop",
                "Caf\u00e9 District",
                "City of\u00a0Bishop",
                "city of   bishop\u200b",
                "  County\t of Inyo ",
                "Cafe\u0301 \u202eDistrict");
        for (int i = 0; i < names.size(); i++) {
            insert(id(i), names.get(i), "Inyo");
        }
        migrateTo("30");
        List<String> keys = keys();
        assertThat(keys).hasSize(names.size()).doesNotHaveDuplicates();
        for (int i : new int[] {0, 1, 4}) {
            assertThat(keys.get(i)).isEqualTo(Identifier.keyOf(names.get(i)) + "|inyo");
        }
        assertThat(keys.get(2)).isEqualTo("city of bishop|inyo #" + id(2));
        assertThat(keys.get(3)).isEqualTo("city of bishop|inyo #" + id(3));
        assertThat(keys.get(5)).isEqualTo("caf\u00e9 district|inyo #" + id(5));
    }

    private static UUID id(int number) {
        return new UUID(0x7000, number + 1L);
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("db/migration")
                .target(version)
                .load()
                .migrate();
    }

    /** With the key as it was made before: in lower case and otherwise as sent. */
    private void insert(UUID id, String name, String county) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into agency (agency_id, name, name_key, type, county,"
                                + " empowered_to_expend_public_funds, version) values (?, ?, ?, 'CITY', ?, true, 1)")) {
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.setString(3, (name + "|" + county).toLowerCase(java.util.Locale.ROOT));
            insert.setString(4, county);
            insert.executeUpdate();
        }
    }

    private List<String> keys() throws SQLException {
        try (Connection connection = connection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select name_key from agency order by agency_id")) {
            List<String> keys = new ArrayList<>();
            while (row.next()) {
                keys.add(row.getString(1));
            }
            return keys;
        }
    }

    /** One of its own: the pool would hand the schema on to others. */
    private Connection connection() throws SQLException {
        try (Connection pooled = dataSource.getConnection()) {
            var own = new PGSimpleDataSource();
            own.setUrl(pooled.getMetaData().getURL());
            own.setUser(user);
            own.setPassword(password);
            own.setCurrentSchema(SCHEMA);
            return own.getConnection();
        }
    }
}
