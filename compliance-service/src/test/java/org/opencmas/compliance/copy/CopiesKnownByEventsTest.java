package org.opencmas.compliance.copy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The copies know which event told their version, and park what a registry without its memory sends")
class CopiesKnownByEventsTest {
    private static final String MIGRATION = "/db/migration/V40__copies_known_by_their_events.sql";

    private final DataSource dataSource = OwnerDatabase.dataSource();

    private final News news = new News();

    @Test
    void partsOfPriceListsCountAmongTheVersionsOfTheirAgreement() {
        news.all().agreement("agreement.supplemented.v1", "ACTIVE", "2026-02-01", "2026-06-30", 1);

        Eventually.within(
                News.DEADLINE, () -> assertThat(number(copied("version"))).isEqualTo(5));
        assertThat(number("select count(*) from parked_event where record_key = '" + news.cmas + "'"))
                .isZero();
    }

    @Test
    void aVersionThatIsGivenASecondTimeIsParkedAndTheCopyStays() {
        news.all();
        Eventually.within(
                News.DEADLINE, () -> assertThat(number(copied("version"))).isEqualTo(4));

        // The registry was restored from a backup that holds the agreement only, and goes on from there.
        news.restored(1).agreement("agreement.status-changed.v1", "TERMINATED", "2026-02-01", "2026-06-30", 0);

        Eventually.within(
                News.DEADLINE,
                () -> assertThat(number("select count(*) from parked_event where state = 'PARKED' and record_key = '"
                                + news.cmas + "' and error like '%lost what it had sent%'"))
                        .isEqualTo(1));
        assertThat(number("select count(*) from agreement_snapshot where cmas_number = '" + news.cmas + "'"))
                .isEqualTo(1);
    }

    @Test
    void copiesOfAnEarlierReleaseGoOnFromTheVersionsTheyHold() throws Exception {
        news.all();
        Eventually.within(
                News.DEADLINE, () -> assertThat(number(copied("version"))).isEqualTo(4));

        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("delete from copied_aggregate");
            statement.execute(migration());
            assertThat(number(connection, copied("version"))).isEqualTo(4);
            assertThat(number(connection, copied("counted_from"))).isEqualTo(5);
            assertThat(number(connection, "select count(*) from copied_aggregate where event_id is not null"))
                    .isZero();
            assertThat(
                            number(
                                    connection,
                                    "select count(*) from copied_aggregate where topic in ('cmas.agencies', 'cmas.contractors')"))
                    .isEqualTo(number(
                            connection, "select (select count(*) from agency) + (select count(*) from contractor)"));
            connection.rollback();
        }
    }

    private String copied(String column) {
        return "select coalesce(max(" + column
                + "), 0) from copied_aggregate where topic = 'cmas.agreements' and aggregate_id = '" + news.cmas + "'";
    }

    private static String migration() throws IOException {
        try (var sql = CopiesKnownByEventsTest.class.getResourceAsStream(MIGRATION)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private long number(String sql) {
        try (Connection connection = dataSource.getConnection()) {
            return number(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
