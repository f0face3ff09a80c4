package org.opencmas.registry.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.testkit.TestInfrastructure;

@DisplayName("A database filled before there were timelines answers rightly after the upgrade")
class StatusTimelineUpgradeTest {
    private static final String LAST_VERSION_BEFORE = "4";
    private static final String CONTRACTOR = "0190a000-0000-7000-8000-0000000c0001";

    private final TestInfrastructure servers = new TestInfrastructure();
    private Connection connection;

    @BeforeEach
    void anOldDatabaseIsUpgraded() throws SQLException {
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
        flyway.target(LAST_VERSION_BEFORE).load().migrate();
        connection = DriverManager.getConnection(url, user, password);
        fill();
        flyway.target("latest").load().migrate();
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
        servers.stop();
    }

    private void fill() throws SQLException {
        execute("insert into contractor (id, version, legal_name, former_names, locations, recorded_at) values ('"
                + CONTRACTOR + "', 1, 'Old Turf, Inc.', '{}', '[]', '2026-01-01T12:00:00-08')");
        agreement("4-26-09-0001", "SUSPENDED");
        changed("4-26-09-0001", "SUSPENDED", "2026-11-10", "2026-11-10");
        agreement("4-26-09-0002", "TERMINATED");
        changed("4-26-09-0002", "ACTIVE", "2026-02-01", "2026-02-03");
        changed("4-26-09-0002", "TERMINATED", "2026-11-02", "2026-11-04");
        agreement("4-26-09-0003", "ACTIVE");
        changed("4-26-09-0003", "SUSPENDED", "2026-11-10", "2026-11-10");
        changed("4-26-09-0003", "ACTIVE", "2026-11-05", "2026-11-20");
        agreement("4-26-09-0004", "SUSPENDED");
        changed("4-26-09-0004", "SUSPENDED", "2025-06-01", "2026-03-01");
        agreement("4-26-09-0005", "SUSPENDED");
        agreement("4-26-09-0006", "TERMINATED");
        registeredInJournal("4-26-09-0006", "SUSPENDED");
        changed("4-26-09-0006", "TERMINATED", "2026-05-01", "2026-05-01");
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        4-26-09-0001, 2025-12-31, ACTIVE
        4-26-09-0001, 2026-11-09, ACTIVE
        4-26-09-0001, 2026-11-10, SUSPENDED
        4-26-09-0002, 2026-01-31, SUSPENDED
        4-26-09-0002, 2026-11-01, ACTIVE
        4-26-09-0002, 2026-11-02, TERMINATED
        4-26-09-0003, 2026-11-09, ACTIVE
        4-26-09-0003, 2026-11-10, ACTIVE
        4-26-09-0003, 2026-11-28, ACTIVE
        4-26-09-0004, 2026-01-01, SUSPENDED
        4-26-09-0005, 2026-11-28, SUSPENDED
        4-26-09-0006, 2026-04-30, SUSPENDED
        4-26-09-0006, 2026-05-01, TERMINATED
        """)
    void theStatusOfADayIsWhatWasRecordedForIt(String number, String day, String status) throws SQLException {
        assertThat(rows("select status from agreement_status_on('%s', '%s')".formatted(number, day)))
                .containsExactly(status);
    }

    @Test
    void whatStandsForAnEarlierChangeIsKnownSinceThatWasRecorded() throws SQLException {
        assertThat(rows("""
                select change_number || ' ' || status || ' ' || effective_on || ' ' || (recorded_at at time zone 'UTC')::date
                  from agreement_status_change where cmas_number = '4-26-09-0003' order by change_number
                """))
                .containsExactly(
                        "0 ACTIVE 2026-01-01 2026-01-01",
                        "1 SUSPENDED 2026-11-10 2026-11-10",
                        "2 ACTIVE 2026-11-05 2026-11-20",
                        "3 ACTIVE 2026-11-10 2026-11-20");
    }

    @Test
    void thoseWhoseChangesWereToldWithoutTheirDaysAreToldAgain() throws SQLException {
        assertThat(rows("select cmas_number from status_timeline_to_tell order by 1"))
                .containsExactly("4-26-09-0001", "4-26-09-0002", "4-26-09-0003", "4-26-09-0004", "4-26-09-0006");
    }

    private void agreement(String number, String status) throws SQLException {
        execute("""
                insert into agreement (cmas_number, raw_number, kind, contractor_id, status, latest_supplement, version, recorded_at)
                values ('%1$s', '%1$s', 'NON_IT', '%2$s', '%3$s', 0, 1, '2026-01-01T12:00:00Z')
                """.formatted(number, CONTRACTOR, status));
        execute("""
                insert into agreement_supplement (cmas_number, supplement_number, effective_on, recorded_at, recorded_by,
                    contractor_name, term_start, term_end, for_use_by, nsp_provision, product_codes, categories,
                    listed_certifications)
                values ('%s', 0, '2026-01-01', '2026-01-01T12:00:00Z', 'ana', 'Old Turf, Inc.', '2026-01-01', '2028-12-31',
                    'STATE_AND_LOCAL', false, '{}', '{}', '[]')
                """.formatted(number));
    }

    private void changed(String number, String status, String effectiveOn, String recordedOn) throws SQLException {
        execute("""
                insert into agreement_status_change (id, cmas_number, status, effective_on, reason, recorded_at, recorded_by)
                values (gen_random_uuid(), '%s', '%s', '%s', 'as it was', '%s 12:00:00Z', 'ana')
                """.formatted(number, status, effectiveOn, recordedOn));
    }

    private void registeredInJournal(String number, String status) throws SQLException {
        execute("""
                insert into journal (event_id, topic, aggregate_id, aggregate_version, event_type, occurred_at, actor, payload,
                    digest)
                values (gen_random_uuid(), 'cmas.agreements', '%s', 1, 'agreement.registered.v1', '2026-01-01T12:00:00Z', 'ana',
                    '{"status": "%s"}', decode(repeat('00', 32), 'hex'))
                """.formatted(number, status));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
