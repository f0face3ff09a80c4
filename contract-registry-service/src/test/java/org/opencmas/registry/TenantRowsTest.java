package org.opencmas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The database shows the registry to everybody and takes changes from those who see all")
class TenantRowsTest {
    @Inject
    DataSource application;

    private int changed(Tenant tenant, String sql) throws SQLException {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement()) {
            return tenant.<Integer, SQLException>during(() -> statement.executeUpdate(sql));
        }
    }

    @Test
    void anAgreementIsReadByAnybodyAndWrittenSeeingAll() throws SQLException {
        String number = Registry.agreement("Row, Inc.");
        String contractor = DatabaseRights.rows(
                        application, "select contractor_id::text from agreement where cmas_number = '" + number + "'")
                .getFirst();
        String agreement = "update agreement set version = version where cmas_number = '" + number + "'";
        String name = "update contractor set version = version where id = '" + contractor + "'";
        String certificate = "insert into contractor_certificate values ('" + contractor
                + "', 'SB', '1', '2026-01-01', '2026-12-31', 'a test', '2026-01-01')";
        for (Tenant tenant : List.of(
                Tenant.NONE,
                Tenant.of(Optional.of(UUID.randomUUID()), Optional.empty()),
                Tenant.of(Optional.empty(), Optional.of(UUID.fromString(contractor))))) {
            List<String> seen = tenant.during(() -> DatabaseRights.rows(
                    application, "select raw_number from agreement where cmas_number = '" + number + "'"));
            assertThat(seen).hasSize(1);
            assertThat(changed(tenant, agreement)).isZero();
            assertThat(changed(tenant, name)).isZero();
            assertThatThrownBy(() -> changed(tenant, certificate)).hasMessageContaining("row-level security");
        }
        assertThat(changed(Tenant.ALL, agreement)).isEqualTo(1);
        assertThat(changed(Tenant.ALL, name)).isEqualTo(1);
        assertThat(changed(Tenant.ALL, certificate)).isEqualTo(1);
    }

    @Test
    void theApplicationTakesNoProtectionAwayAndNoTableShowsAStrangerARow() throws IOException, SQLException {
        new DatabaseRights(application, OwnerDatabase.dataSource()).check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "using (true)",
                "using ((select tenant_is_known()))",
                "using (contractor_id is null or contractor_id = (select tenant_contractor()))",
                "for select using ((select tenant_contractor()) is not null)"
            })
    void aTableThatShowsAStrangerARowIsNamed(String policy) throws SQLException {
        owner("create table leak (id int primary key, contractor_id uuid); grant select on leak to public");
        if (!policy.isEmpty()) {
            owner("alter table leak enable row level security; create policy leak_tenant on leak " + policy);
        }
        try {
            assertThatThrownBy(() -> new DatabaseRights(application, OwnerDatabase.dataSource()).check())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("leak");
        } finally {
            owner("drop table leak");
        }
    }

    private static void owner(String sql) throws SQLException {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
