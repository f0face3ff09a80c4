package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The database shows a receipt to its agency and to those who see all, whatever the query asks")
class TenantRowsTest {
    @Inject
    Evaluations evaluations;

    @Inject
    DataSource application;

    private static Tenant agency(UUID id) {
        return Tenant.of(Optional.of(id), Optional.empty());
    }

    private List<String> rows(Tenant tenant, String sql) throws SQLException {
        return tenant.during(() -> DatabaseRights.rows(application, sql));
    }

    /** As the resource reads it, without asking whose it is. */
    private boolean isFound(Tenant tenant, UUID evaluationId) throws SQLException {
        try (Connection connection = application.getConnection()) {
            return tenant.during(() -> evaluations.find(connection, evaluationId))
                    .isPresent();
        }
    }

    @Test
    void aForeignReceiptDoesNotExist() throws SQLException {
        News news = EvaluationTest.known();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "120.00", "240.00");
        String sql = "select evaluation_id::text from evaluation where order_id = '" + order + "'";
        Eventually.within(
                Eventually.PATIENCE, () -> assertThat(rows(Tenant.ALL, sql)).hasSize(1));
        UUID id = UUID.fromString(rows(Tenant.ALL, sql).getFirst());

        assertThat(isFound(agency(news.agency), id)).isTrue();
        assertThat(isFound(Tenant.ALL, id)).isTrue();
        assertThat(isFound(agency(UUID.randomUUID()), id)).isFalse();
        assertThat(isFound(Tenant.of(Optional.empty(), Optional.of(news.agency)), id))
                .isFalse();
        assertThat(isFound(Tenant.NONE, id)).isFalse();
        assertThat(rows(agency(UUID.randomUUID()), "select evaluation_id::text from evaluation"))
                .isEmpty();
        assertThat(rows(Tenant.NONE, "select evaluation_id::text from evaluation"))
                .isEmpty();
    }

    @Test
    void agenciesAndTheirPoliciesAreTheirOwn() throws SQLException {
        News news = EvaluationTest.known();
        for (String table : List.of("agency", "agency_policy")) {
            String sql = "select agency_id::text from " + table;
            assertThat(rows(agency(news.agency), sql)).containsOnly(news.agency.toString());
            assertThat(rows(agency(UUID.randomUUID()), sql)).isEmpty();
            assertThat(rows(Tenant.NONE, sql)).isEmpty();
        }
    }

    @Test
    void theApplicationTakesNoProtectionAwayAndNoTableShowsAStrangerARow() throws IOException, SQLException {
        new DatabaseRights(application, OwnerDatabase.dataSource()).check();
    }
}
