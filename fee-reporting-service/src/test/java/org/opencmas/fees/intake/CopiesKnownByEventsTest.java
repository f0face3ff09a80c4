package org.opencmas.fees.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The copies know which event told their version, and refuse what an owner without its memory sends")
class CopiesKnownByEventsTest {
    private static final String MIGRATION = "/db/migration/V40__copies_known_by_their_events.sql";

    private final DataSource dataSource = OwnerDatabase.dataSource();

    @Inject
    Scene scene;

    @Inject
    Deliveries deliveries;

    @Test
    void partsOfPriceListsCountAmongTheVersionsOfTheirAgreement() {
        TopicProbe topics = TopicProbe.ofServiceUnderTest();
        UUID contractor = UUID.randomUUID();
        String number = Scene.newNumber();
        topics.publish("cmas.agreements", event(number, "agreement.registered.v1", 1, contractor, "2026-12-31"));
        topics.publish(
                "cmas.agreements", CloudEvent.of("/contract-registry-service", "price-list.part.v1", number, 2, "{}"));
        topics.publish(
                "cmas.agreements",
                CloudEvent.of("/contract-registry-service", "price-list.published.v1", number, 3, "{}"));
        topics.publish("cmas.agreements", event(number, "agreement.supplemented.v1", 4, contractor, "2027-12-31"));

        Eventually.within(
                Eventually.PATIENCE,
                () -> assertThat(number("select version from copied_aggregate where aggregate_id = '" + number + "'"))
                        .isEqualTo(4));
        assertThat(number("select extract(year from term_end) from agreement where cmas_number = '" + number + "'"))
                .isEqualTo(2027);
    }

    private static CloudEvent event(String number, String type, int version, UUID contractor, String through) {
        String state = Scene.agreementState(number, contractor, "ACTIVE", "2026-01-01", "2026-01-01", through);
        return CloudEvent.of("/contract-registry-service", type, number, version, state);
    }

    @Test
    void aVersionThatIsGivenASecondTimeIsRefusedForEachKindOfCopy() {
        UUID agency = scene.agency("CITY");
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");

        assertThatThrownBy(() -> scene.agencyBecomes(agency, "STATE_DEPARTMENT", 1))
                .hasMessageContaining("lost what it had sent");
        assertThatThrownBy(() -> scene.contractorHas(contractor, "", 1)).hasMessageContaining("lost what it had sent");
        assertThatThrownBy(() -> scene.agreementBecomes(
                        number, contractor, "TERMINATED", "2026-02-01", "2026-01-01", "2026-12-31", 1))
                .hasMessageContaining("lost what it had sent");
    }

    @Test
    void aGapIsRefusedForEachKindOfCopy() {
        UUID agency = scene.agency("CITY");
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");

        assertThatThrownBy(() -> scene.agencyBecomes(agency, "STATE_DEPARTMENT", 3))
                .hasMessageContaining("missing here");
        assertThatThrownBy(() -> scene.contractorHas(contractor, "", 3)).hasMessageContaining("missing here");
        assertThatThrownBy(() -> scene.agreementBecomes(
                        number, contractor, "TERMINATED", "2026-02-01", "2026-01-01", "2026-12-31", 3))
                .hasMessageContaining("missing here");
    }

    @Test
    void copiesOfAnEarlierReleaseGoOnFromTheVersionsTheyHold() throws Exception {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        scene.agency("CITY");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var sql = CopiesKnownByEventsTest.class.getResourceAsStream(MIGRATION)) {
            connection.setAutoCommit(false);
            statement.execute("delete from copied_aggregate");
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(number(connection, "select version from copied_aggregate where aggregate_id = '" + number + "'"))
                    .isEqualTo(1);
            assertThat(
                            number(
                                    connection,
                                    "select count(*) from copied_aggregate where event_id is null and counted_from = version + 1"))
                    .isEqualTo(number(
                            connection,
                            "select (select count(*) from agency) + (select count(*) from contractor)"
                                    + " + (select count(*) from agreement)"));
            connection.rollback();
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
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
