package org.opencmas.order.purchaseorder.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.order.Api;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Several orders share a commit, and what is written stays as it is")
class OrderWriterTest {
    @Inject
    OrderWriter writer;

    private final Database database = new Database(OwnerDatabase.dataSource());

    private UUID agency;

    private long count(String table) {
        String sql = table.equals("journal")
                ? "select count(*) from journal j join purchase_order o on j.aggregate_id = o.order_id::text"
                        + " where o.agency_id = ?"
                : "select count(*) from " + table + " where agency_id = ?";
        return database.with(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                select.setObject(1, agency);
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    @BeforeEach
    void registerAgency() {
        agency = Api.registeredAgency();
    }

    @Test
    void allOfAListAreWrittenWithTheirEvents() throws SQLException {
        writer.write(List.of(Placements.of(agency, "A"), Placements.of(agency, "B"), Placements.of(agency, "C")));
        for (String table : List.of("purchase_order", "order_version", "order_agreement", "journal")) {
            assertThat(count(table)).as(table).isEqualTo(3);
        }
    }

    @Test
    void oneNumberTwiceWritesNoneOfTheList() {
        assertThatThrownBy(() -> writer.write(
                        List.of(Placements.of(agency, "A"), Placements.of(agency, "B"), Placements.of(agency, "A"))))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo(OrderWriter.UNIQUE_VIOLATION);
        assertThat(count("purchase_order")).isZero();
        assertThat(count("order_version")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update order_version set document = '{}' where agency_id = ?",
                "update order_version set amendment_number = 7 where agency_id = ?",
                "delete from order_version where agency_id = ?"
            })
    void aVersionIsNeverChangedOrDeleted(String sql) throws SQLException {
        writer.write(List.of(Placements.of(agency, "A")));
        assertThatThrownBy(() -> database.with(connection -> {
                    try (var change = connection.prepareStatement(sql)) {
                        change.setObject(1, agency);
                        return change.executeUpdate();
                    }
                }))
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .hasMessageContaining("never changed or deleted");
    }
}
