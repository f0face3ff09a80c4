package org.opencmas.fees.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A fact that comes while another instance posts an order it concerns reaches that order too")
class LateFactsTest {
    @Inject
    Scene scene;

    @Inject
    Deliveries deliveries;

    private final DataSource dataSource = OwnerDatabase.dataSource();

    private UUID contractor;
    private String number;

    @BeforeEach
    void anAgreementInTerm() {
        contractor = scene.contractor();
        number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
    }

    @Test
    void aCertificateAndAnOrder() throws Exception {
        UUID agency = scene.agency("CITY");
        UUID order = UUID.randomUUID();
        meanwhile(
                issued(order, agency),
                deliveries.event(
                        "cmas.contractors",
                        "contractor.changed.v1",
                        contractor,
                        2,
                        Scene.contractorState(contractor, Scene.certificate("SB", "2026-08-01", "2026-08-31"))));
        Api.analyst()
                .get("/v1/ledger-entries?orderId={id}", order)
                .then()
                .body("items.treatment", contains("DUE", "DUE", "WAIVED"))
                .body("items.base", contains("100.00", "-100.00", "100.00"));
    }

    @Test
    void anAgencyAndAnOrder() throws Exception {
        UUID agency = UUID.randomUUID();
        UUID order = UUID.randomUUID();
        meanwhile(
                issued(order, agency),
                deliveries.event(
                        "cmas.agencies", "agency.registered.v1", agency, 1, Scene.agencyState(agency, "CITY")));
        Api.analyst().get("/v1/ledger-entries?orderId={id}", order).then().body("items.fee", contains("1.25"));
    }

    @Test
    void anAgreementAndAnOrder() throws Exception {
        UUID agency = scene.agency("CITY");
        UUID order = UUID.randomUUID();
        number = Scene.newNumber();
        meanwhile(
                issued(order, agency),
                deliveries.event(
                        "cmas.agreements",
                        "agreement.registered.v1",
                        number,
                        1,
                        Scene.agreementState(number, contractor, "ACTIVE", "2026-01-01", "2026-01-01", "2026-12-31")));
        Api.analyst().get("/v1/ledger-entries?orderId={id}", order).then().body("items.fee", contains("1.25"));
    }

    private ReceivedEvent issued(UUID order, UUID agency) {
        return deliveries.event(
                "cmas.orders",
                "order.issued.v1",
                order,
                1,
                Scene.orderState(order, agency, number, 1, "2026-08-03", "2026-08-03", "100.00"));
    }

    /** One connection has posted the first event and not committed when the other begins with the second. */
    private void meanwhile(ReceivedEvent first, ReceivedEvent second) throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor();
                Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            deliveries.handle(connection, List.of(first));
            Future<?> waiting = other.submit(() -> deliveries.deliverTogether(List.of(second)));
            Eventually.within(
                    Eventually.PATIENCE, () -> assertThat(waitingForTheLedger()).isPositive());
            connection.commit();
            waiting.get();
        }
    }

    private int waitingForTheLedger() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) from pg_locks
                        where locktype = 'advisory' and not granted
                            and database = (select oid from pg_database where datname = current_database())
                        """)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
