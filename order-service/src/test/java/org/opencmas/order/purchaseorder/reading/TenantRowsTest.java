package org.opencmas.order.purchaseorder.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.order.Api;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.history.OrderHistory;
import org.opencmas.problem.NotFound;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

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
                "payment"
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

    private List<String> rows(Tenant tenant, String sql) throws SQLException {
        return tenant.during(() -> DatabaseRights.rows(application, sql));
    }

    /** An amendment of the issued order, over an agreement that the order did not name before. */
    private void amended(boolean draft) {
        Api.act(Tokens.buyer(agency), agency, orderId, "amendments", """
                {"amendmentDate": "2026-03-10", "reason": "more", "draft": %s, "lines": [%s, %s]}
                """.formatted(
                        draft, line("1", "4-06-78-0031A", "2", "10.00"), line("2", "4-06-78-0031B", "1", "5.00")))
                .then()
                .statusCode(draft ? 201 : 202);
    }

    /** What the database shows of the issued order, without any condition of the code. */
    private void seesOnlyWhatIsOut(String act) throws SQLException {
        String its = " where order_id = '" + orderId + "' order by 1";
        Tenant seeing = contractor(contractor);
        assertThat(rows(seeing, "select document_version from order_version" + its))
                .containsExactly("1");
        assertThat(rows(seeing, "select act from order_act" + its)).containsExactly(act.split(" "));
        assertThat(rows(seeing, "select cmas_number from order_agreement" + its))
                .containsExactly("4-06-78-0031A");
        assertThat(rows(seeing, "select may_be_paid from order_account" + its)).isEmpty();
        assertThat(seeing.during(() -> read.history(orderId, Visibility.ALL)))
                .extracting(OrderHistory.Entry::documentVersion)
                .containsOnly(1);
        assertThat(seeing.during(() -> read.standing(orderId, Visibility.ALL))
                        .view()
                        .openAmendment())
                .isNull();
        as(Tokens.contractor(contractor))
                .get("/v1/orders?cmasNumber=4-06-78-0031B")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        assertThat(rows(agency(agency), "select document_version from order_version" + its))
                .containsExactly("1", "2");
    }

    @Test
    void aDraftedAmendmentIsNotSeenByTheContractorAndOutlivesItsAnswer() throws SQLException {
        amended(true);
        seesOnlyWhatIsOut("ISSUED");
        Api.act(Tokens.contractor(contractor), agency, orderId, "acceptance", "{}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"), "documentVersion", equalTo(1));
        seesOnlyWhatIsOut("ACCEPTED ISSUED");
        Api.read(agency, orderId)
                .then()
                .body("openAmendment.documentVersion", equalTo(2), "openAmendment.state", equalTo("DRAFT"));
    }

    @Test
    void anAmendmentThatWaitsOrCameBackIsNotSeenByTheContractorUntilItIsIssued() throws SQLException {
        new AccountRows(agency, contractor, orderId).insert();
        amended(false);
        seesOnlyWhatIsOut("ISSUED");
        Api.decide(orderId, 2, "RETURN");
        Eventually.within(
                Api.SOON, () -> Api.read(agency, orderId).then().body("openAmendment.state", equalTo("RETURNED")));
        seesOnlyWhatIsOut("ISSUED");
        amended(false);
        Api.decide(orderId, 3, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        assertThat(rows(
                        contractor(contractor),
                        "select document_version from order_version where order_id = '" + orderId + "' order by 1"))
                .containsExactly("1", "3");
        as(Tokens.contractor(contractor))
                .get("/v1/orders?cmasNumber=4-06-78-0031B")
                .then()
                .body("items.orderId", contains(orderId.toString()));
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void theDatabaseShowsAContractorVersionsThatAreOut(OrderState state) throws SQLException {
        owner("""
                insert into order_version (order_id, document_version, agency_id, amendment_number, act_number, state, document,
                    created_at, created_by)
                select order_id, 9, agency_id, 0, 99, '%s', document, created_at, created_by
                from order_version where order_id = '%s'
                """.formatted(state, orderId));
        assertThat(rows(
                        contractor(contractor),
                        "select 1 from order_version where document_version = 9 and order_id = '" + orderId + "'"))
                .hasSize(state.isOut() ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DOUBTS_CONFIRMED",
                "APPROVED",
                "SUBMITTED",
                "ISSUED",
                "RETURNED",
                "ACCEPTED",
                "REJECTED",
                "AMENDED",
                "WORK_STOPPED",
                "WORK_RESUMED",
                "TERMINATED"
            })
    void theDatabaseShowsAContractorTheActsThatTheHistoryShowsIt(String act) throws SQLException {
        owner("""
                insert into order_act (order_id, act_number, agency_id, act, document_version, acted_at, acted_by, details)
                select order_id, 99, agency_id, '%s', 1, created_at, 'another', '{}'
                from order_version where order_id = '%s'
                """.formatted(act, orderId));
        assertThat(rows(
                        contractor(contractor),
                        "select 1 from order_act where act_number = 99 and order_id = '" + orderId + "'"))
                .hasSize(ReadOrder.SEEN_BY_CONTRACTORS.contains(act) ? 1 : 0);
    }

    private static void owner(String sql) throws SQLException {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }

    @Test
    void aContractorChangesNothingButByItsAnswer() throws SQLException {
        amended(true);
        String its = " where order_id = '" + orderId + "'";
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement()) {
            Tenant writing = contractor(contractor);
            int drafts = writing.<Integer, SQLException>during(() -> statement.executeUpdate(
                    "update order_version set state = 'LAPSED'" + its + " and document_version = 2"));
            assertThat(drafts).isZero();
            for (String change : List.of(
                    "update purchase_order set state = 'TERMINATED', version = version + 1" + its,
                    "update order_version set state = 'TERMINATED'" + its,
                    "insert into order_agreement select '4-06-78-0031C', order_id, agency_id from purchase_order" + its,
                    """
                    insert into order_version (order_id, document_version, agency_id, amendment_number, act_number, state,
                        document, created_at, created_by)
                    select order_id, 9, agency_id, 0, 99, 'ISSUED', document, created_at, created_by from order_version""" + its,
                    """
                    insert into order_act (order_id, act_number, agency_id, act, document_version, acted_at, acted_by, details)
                    select order_id, 99, agency_id, 'TERMINATED', 1, created_at, 'me', '{}' from order_version""" + its)) {
                assertThatThrownBy(() -> writing.during(() -> statement.executeUpdate(change)))
                        .as(change)
                        // A trigger may come before the policy.
                        .hasMessageMatching("(?s).*(row-level security|version_begins_as_a_draft_or_sent).*");
            }
        }
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
    void theApplicationTakesNoProtectionAwayAndNoTableShowsAStrangerARow() throws IOException, SQLException {
        new DatabaseRights(application, OwnerDatabase.dataSource()).check();
    }
}
