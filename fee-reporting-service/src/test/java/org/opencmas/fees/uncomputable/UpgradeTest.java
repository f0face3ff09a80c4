package org.opencmas.fees.uncomputable;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An existing database is upgraded: what was pending in it is shown with what is known of it")
class UpgradeTest {
    private static final String SCHEMA = "before_uncomputable_orders";

    private final DataSource dataSource = OwnerDatabase.dataSource();

    @Test
    void pendingFeesOfAnOlderDatabase() throws SQLException {
        migrateTo("10");
        execute("""
                insert into agency values ('00000000-0000-7000-8000-00000000000a', 'City', 'CITY', 1);
                insert into order_change (order_id, document_version, cause, amendment_number, agency_id, agency_order_number,
                    order_date, effective_on, event_id)
                select '00000000-0000-7000-8000-000000000001', version, cause, version - 1, '00000000-0000-7000-8000-00000000000a',
                    'PO-7', '2026-12-31', effective_on, gen_random_uuid()
                from (values (1, 'ORIGINAL', date '2026-12-31'), (2, 'AMENDMENT', '2027-01-01')) v (version, cause, effective_on);
                insert into order_change_amount (order_id, document_version, cause, cmas_number, subtotal) values
                    ('00000000-0000-7000-8000-000000000001', 1, 'ORIGINAL', '4-20-56-0006B', 10),
                    ('00000000-0000-7000-8000-000000000001', 2, 'AMENDMENT', '4-20-56-0006B', 7);
                insert into pending_fee (cmas_number, order_id, missing, since) values
                    ('4-20-56-0006B', '00000000-0000-7000-8000-000000000001', '{agreement 4-20-56-0006B}', now());
                """);
        migrateTo("11");
        assertThat(
                        rows(
                                "select order_date || ' ' || agency_order_number || ' ' || base || ' ' || quarters::text from pending_fee"))
                .containsExactly("2026-12-31 PO-7 7 {2026-Q4,2027-Q1}");
        assertThat(rows("select quarter || ' ' || reason || ' ' || due_on from report_obligation order by 1"))
                .containsExactly("2026-Q4 UNCOMPUTABLE 2027-01-15", "2027-Q1 UNCOMPUTABLE 2027-04-15");
        assertThat(rows("select quarter || ' ' || view || ' ' || expected from report_total order by 1"))
                .containsExactly("2026-Q4 QUARTER 1", "2027-Q1 QUARTER 1");
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

    private void execute(String sql) throws SQLException {
        inSchema(sql, statement -> List.of());
    }

    private List<String> rows(String sql) throws SQLException {
        return inSchema(sql, statement -> {
            List<String> rows = new ArrayList<>();
            ResultSet row = statement.getResultSet();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        });
    }

    private interface Reading {
        List<String> of(Statement statement) throws SQLException;
    }

    private List<String> inSchema(String sql, Reading reading) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local search_path to " + SCHEMA);
            statement.execute(sql);
            List<String> read = reading.of(statement);
            connection.commit();
            return read;
        }
    }
}
