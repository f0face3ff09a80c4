package org.opencmas.order.purchaseorder.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.order.Api;
import org.opencmas.problem.NotFound;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The database shows an order to its agency, its contractor and those who see all, whatever the query asks")
class TenantRowsTest {
    private static final OrderSearch.Filter ANY =
            OrderSearch.Filter.read(null, null, null, null, null, null, null, Optional.empty());

    @Inject
    ReadOrder read;

    @Inject
    DataSource application;

    private final UUID contractor = UUID.randomUUID();
    private UUID agency;
    private UUID orderId;
    private UUID submitted;

    @BeforeEach
    void twoOrdersOfOneAgency() {
        agency = Api.registeredAgency();
        orderId = Api.issued(agency, order("PO-1", contractor, line("1", "4-06-78-0031A", "2", "10.00")));
        submitted = Api.placed(agency, order("PO-2", contractor, line("1", "4-06-78-0031A", "2", "10.00")));
    }

    private static Tenant agency(UUID id) {
        return Tenant.of(Optional.of(id), Optional.empty());
    }

    private static Tenant contractor(UUID id) {
        return Tenant.of(Optional.empty(), Optional.of(id));
    }

    /** As for one who may see all: without the code's own condition. */
    private List<UUID> listed(Tenant tenant) {
        return tenant.during(() -> read.list(Visibility.ALL, ANY, 200)).stream()
                .map(OrderSearch.Summary::orderId)
                .toList();
    }

    @Test
    void theListHoldsNoForeignRow() {
        assertThat(listed(agency(agency))).containsExactlyInAnyOrder(orderId, submitted);
        assertThat(listed(contractor(contractor))).containsExactly(orderId);
        assertThat(listed(Tenant.ALL)).contains(orderId, submitted);
        assertThat(listed(agency(Api.registeredAgency()))).isEmpty();
        assertThat(listed(contractor(UUID.randomUUID()))).isEmpty();
        assertThat(listed(Tenant.NONE)).isEmpty();
    }

    @Test
    void aForeignOrderDoesNotExist() {
        for (Tenant foreign :
                List.of(agency(UUID.randomUUID()), contractor(UUID.randomUUID()), contractor(agency), Tenant.NONE)) {
            assertThatThrownBy(() -> foreign.during(() -> read.standing(orderId, Visibility.ALL)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> foreign.during(() -> read.version(orderId, 1, Visibility.ALL)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> foreign.during(() -> read.history(orderId, Visibility.ALL)))
                    .isInstanceOf(NotFound.class);
        }
        ReadOrder.Shown own = agency(agency).during(() -> read.standing(orderId, Visibility.ALL));
        assertThat(own).isNotNull();
        ReadOrder.Shown issued = contractor(contractor).during(() -> read.version(orderId, 1, Visibility.ALL));
        assertThat(issued).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purchase_order",
                "order_version",
                "order_agreement",
                "order_act",
                "receipt",
                "progress_terms",
                "order_bond",
                "invoice_version",
                "invoice",
                "invoice_act",
                "payment",
                "order_account"
            })
    void noTableShowsAForeignRow(String table) throws SQLException {
        new AccountRows(agency, contractor, orderId).insert();
        String all = "select order_id::text from " + table;
        List<String> foreign = agency(UUID.randomUUID()).during(() -> DatabaseRights.rows(application, all));
        assertThat(foreign).isEmpty();
        assertThat(DatabaseRights.rows(application, all)).isEmpty();
        List<String> own = agency(agency).during(() -> DatabaseRights.rows(application, all));
        assertThat(own).contains(orderId.toString());
        List<String> issued = contractor(contractor).during(() -> DatabaseRights.rows(application, all));
        assertThat(issued).contains(orderId.toString());
    }

    @Test
    void aForeignOrderIsNotChanged() throws SQLException {
        String change = "update purchase_order set %s where order_id = '" + orderId + "'";
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement()) {
            int changed = agency(UUID.randomUUID())
                    .<Integer, SQLException>during(
                            () -> statement.executeUpdate(change.formatted("version = version + 1")));
            assertThat(changed).isZero();
            assertThatThrownBy(() -> agency(agency)
                            .during(() -> statement.executeUpdate(change.formatted("agency_id = gen_random_uuid()"))))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void aPooledConnectionCarriesNoTenantToTheNext() throws SQLException {
        String seen = "select (select count(*) from purchase_order) || current_setting('cmas.tenant', true)";
        for (int i = 0; i < 20; i++) {
            List<String> all = Tenant.seeingAll(() -> DatabaseRights.rows(application, seen));
            assertThat(all).singleElement().asString().matches("[1-9]\\d*all");
            assertThat(DatabaseRights.rows(application, seen)).containsExactly("0");
        }
    }

    @Test
    void theApplicationTakesNoProtectionAway() throws SQLException {
        new DatabaseRights(application, OwnerDatabase.dataSource()).check();
    }
}
