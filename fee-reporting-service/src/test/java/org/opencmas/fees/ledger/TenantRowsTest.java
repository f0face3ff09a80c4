package org.opencmas.fees.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.CmasNumber;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The database shows the books to their contractor and to those who see all, whatever the query asks")
class TenantRowsTest {
    @Inject
    Scene scene;

    @Inject
    LedgerEntries entries;

    @Inject
    DataSource application;

    private static Tenant contractor(UUID id) {
        return Tenant.of(Optional.empty(), Optional.of(id));
    }

    private List<String> rows(Tenant tenant, String sql) throws SQLException {
        return tenant.during(() -> DatabaseRights.rows(application, sql));
    }

    /** As for those who may see all: without the code's own condition. */
    private List<LedgerEntries.Written> listed(Tenant tenant, String number) throws SQLException {
        var filter = new LedgerEntries.Filter(CmasNumber.parse(number), null, null, Optional.empty());
        try (Connection connection = application.getConnection()) {
            return tenant.during(() -> entries.read(connection, filter, null, 100));
        }
    }

    @Test
    void theLedgerHoldsNoForeignPosting() throws SQLException {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        UUID agency = scene.agency("CITY");
        scene.order(agency, number, "2026-08-03").issued("1000.00");

        assertThat(listed(contractor(contractor), number))
                .singleElement()
                .satisfies(posting -> assertThat(posting.legs()).hasSize(4));
        assertThat(listed(Tenant.ALL, number)).hasSize(1);
        assertThat(listed(contractor(UUID.randomUUID()), number)).isEmpty();
        assertThat(listed(Tenant.of(Optional.of(agency), Optional.empty()), number))
                .isEmpty();
        assertThat(listed(Tenant.NONE, number)).isEmpty();
    }

    @Test
    void noTableShowsAForeignRow() throws SQLException {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-06-30");
        scene.order(scene.agency("CITY"), number, "2026-02-03").issued("1000.00");
        Api.file(contractor, number, "2026-Q1").statusCode(201);
        for (String table : List.of("posting", "ledger_entry", "report_obligation", "filed_statement")) {
            String sql = "select cmas_number from " + table;
            assertThat(rows(contractor(contractor), sql)).as(table).isNotEmpty().containsOnly(number);
            assertThat(rows(contractor(UUID.randomUUID()), sql)).as(table).isEmpty();
            assertThat(rows(Tenant.NONE, sql)).as(table).isEmpty();
        }
        for (String table : List.of("order_change", "order_change_amount", "pending_fee")) {
            String sql = "select order_id::text from " + table;
            assertThat(rows(contractor(UUID.randomUUID()), sql)).as(table).isEmpty();
            assertThat(rows(Tenant.NONE, sql)).as(table).isEmpty();
        }
    }

    @Test
    void aReportCountsWhatWasPostedWhileAnotherContractorHeldTheAgreement() throws SQLException {
        UUID before = scene.contractor();
        UUID after = scene.contractor();
        String number = scene.agreement(before, "2026-01-01", "2026-12-31");
        scene.order(scene.agency("CITY"), number, "2026-08-03").issued("1000.00");
        try (Connection owner = OwnerDatabase.dataSource().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("update report_obligation set contractor_id = '" + after + "' where cmas_number = '"
                    + number + "'");
        }

        Api.contractor(after)
                .get("/v1/quarterly-reports/{number}/2026-Q3", number)
                .then()
                .statusCode(200)
                .body("totals.feeDue", equalTo("12.50"))
                .body("lines", hasSize(1));
        Api.contractor(before)
                .get("/v1/quarterly-reports/{number}/2026-Q3", number)
                .then()
                .statusCode(404);
    }

    @Test
    void theApplicationTakesNoProtectionAwayAndNoTableShowsAStrangerARow() throws IOException, SQLException {
        new DatabaseRights(application, OwnerDatabase.dataSource()).check();
    }
}
