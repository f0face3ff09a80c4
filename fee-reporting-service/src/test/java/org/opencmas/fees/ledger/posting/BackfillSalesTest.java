package org.opencmas.fees.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "An existing database is upgraded: orders from before sales were kept are entered once, and told as without detail")
class BackfillSalesTest {
    @Inject
    Scene scene;

    private static void execute(String sql) throws SQLException {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void ordersFromBefore() throws SQLException {
        UUID agency = scene.agency("CITY");
        String number = scene.agreement(scene.contractor(), "1998-01-01", "1998-12-31");
        scene.order(agency, number, "1998-02-01").issued("100.00");
        UUID old = UUID.randomUUID();
        execute("""
                insert into order_change (order_id, document_version, cause, amendment_number, agency_id, agency_order_number, order_date,
                    effective_on, event_id) values ('%1$s', 1, 'ORIGINAL', 0, '%2$s', 'PO-OLD', '1998-03-31', '1998-03-31', gen_random_uuid());
                insert into order_change_amount (order_id, document_version, cause, cmas_number, subtotal)
                    values ('%1$s', 1, 'ORIGINAL', '%3$s', 40);
                update sale_backfill set ended = false, after_order_id = null
                """.formatted(old, agency, number));
        Eventually.within(
                Eventually.PATIENCE,
                () -> assertThat(DatabaseRights.rows(
                                OwnerDatabase.dataSource(), "select ended::text from sale_backfill"))
                        .containsExactly("true"));
        Api.analyst()
                .get("/v1/dashboards/sales?by=agency&from=1998-Q1&member=" + agency)
                .then()
                .statusCode(200)
                .body("rows.sales", contains("140.00"))
                .body("rows.salesWithoutDetail", contains("40.00"))
                .body("rows.calCardSales", contains("100.00"))
                .body("rows.calCardShare", contains("1.0000"))
                .body("rows.entries", contains(2));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName("an order that an earlier release writes after the migration, as in a rolling upgrade, is entered too")
    void ordersOfAnEarlierReleaseThatStillRuns() throws SQLException {
        UUID agency = scene.agency("STATE_DEPARTMENT");
        String number = scene.agreement(scene.contractor(), "1993-01-01", "1993-12-31");
        Eventually.within(
                Eventually.PATIENCE,
                () -> assertThat(DatabaseRights.rows(
                                OwnerDatabase.dataSource(), "select ended::text from sale_backfill"))
                        .containsExactly("true"));
        execute("""
                begin;
                insert into order_change (order_id, document_version, cause, amendment_number, agency_id, agency_order_number, order_date,
                    effective_on, event_id) values ('%1$s', 1, 'ORIGINAL', 0, '%2$s', 'PO-OLD', '1993-03-31', '1993-03-31', gen_random_uuid());
                insert into order_change_amount (order_id, document_version, cause, cmas_number, subtotal)
                    values ('%1$s', 1, 'ORIGINAL', '%3$s', 40);
                commit
                """.formatted(UUID.randomUUID(), agency, number));
        Eventually.within(
                Eventually.PATIENCE,
                () -> Api.analyst()
                        .get("/v1/dashboards/sales?by=agency&from=1993-Q1&member=" + agency)
                        .then()
                        .statusCode(200)
                        .body("rows.sales", contains("40.00"))
                        .body("rows.entries", contains(1)));
        Api.proof().body("holds", equalTo(true));
    }
}
