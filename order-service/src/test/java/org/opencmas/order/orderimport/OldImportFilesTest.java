package org.opencmas.order.orderimport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The file of an order import is kept for 90 days after its end, and what is known of it for good")
class OldImportFilesTest {
    private static final DataSource OWNER = OwnerDatabase.dataSource();

    @Inject
    OldImportFiles oldFiles;

    @Inject
    Clock clock;

    private UUID agency = UUID.randomUUID();

    @BeforeEach
    void registerTheAgency() {
        agency = Api.registeredAgency();
    }

    /** One order is placed, the other refused: its contractor is none. */
    private String imported() {
        String sound = Api.order("PO-" + UUID.randomUUID(), UUID.randomUUID(), line("1", "4-06-78-0031A", "1", "10.00"))
                .replace("\n", "");
        String place = given().auth()
                .oauth2(Tokens.buyer(agency))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body((sound + "\n{}").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/order-imports?mode=CONTINUE")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Eventually.within(
                Api.SOON, () -> as(Tokens.buyer(agency)).get(place).then().body("state", equalTo("DONE")));
        return place.substring(place.lastIndexOf('/') + 1);
    }

    @Test
    void anOldFileGoesAndWhatCameOfItStays() throws SQLException {
        String old = imported();
        String kept = imported();
        String sha256 = read(old).path("sha256");
        assertThatThrownBy(() -> execute("delete from order_import_piece where import_id = '" + old + "'"))
                .hasMessageContaining("is kept");
        age(old, 90, "-1 second");
        age(kept, 90, "-1 minute");
        oldFiles.removeAll();
        assertThat(pieces(old)).hasSize(1);

        age(old, 90, "1 second");
        assertThat(oldFiles.removeAll()).isPositive();

        assertThat(pieces(old)).isEmpty();
        assertThat(pieces(kept)).hasSize(1);
        read(old)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("sha256", equalTo(sha256))
                .body("ordersPlaced", equalTo(1))
                .body("ordersRefused", equalTo(1));
        as(Tokens.buyer(agency))
                .get("/v1/order-imports/" + old + "/results")
                .then()
                .body("items.state", contains("PLACED", "REFUSED"));
        assertThat(oldFiles.removeAll()).isZero();
    }

    @Test
    void noStatementRemovesTheFileOfAnImportThatGoesOn() throws SQLException {
        String done = imported();

        assertThatThrownBy(() ->
                        execute("update order_import set state = 'RUNNING', ended_at = null, file_removed_at = now()"
                                + " where import_id = '" + done + "'"))
                .hasMessageContaining("no_file_removed_while_it_is_read");
        assertThatThrownBy(() -> execute("update order_import_piece set content = '' where import_id = '" + done + "'"))
                .isInstanceOf(SQLException.class);
        assertThat(pieces(done)).hasSize(1);
    }

    private io.restassured.response.Response read(String importId) {
        return as(Tokens.buyer(agency)).get("/v1/order-imports/" + importId);
    }

    /** As if it had ended so many days ago, and so long before that. */
    private void age(String importId, int days, String more) throws SQLException {
        execute(
                "update order_import set ended_at = timestamptz '%s' - interval '%d days' - interval '%s' where import_id = '%s'"
                        .formatted(clock.instant(), days, more, importId));
    }

    private static List<String> pieces(String importId) throws SQLException {
        return DatabaseRights.rows(
                OWNER, "select piece_number::text from order_import_piece where import_id = '" + importId + "'");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = OWNER.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
