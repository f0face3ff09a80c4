package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.terms.Identifier;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Two order numbers of an agency that look the same are one number")
class OrderNumberTest {
    private static final String SCHEMA = "order_before_number_keys";

    private final DataSource dataSource = OwnerDatabase.dataSource();

    private static String simple(String number) {
        return order(number, UUID.randomUUID(), line("1", "4-06-78-0031A", "2", "10.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "PO-77 a,           po-77  A",
        "Caf\u00e9 1,       CAFE\u0301 1",
        "'PO 9',            ' PO 9 '",
        "\u03a3-1,          \u03c2-1",
    })
    void anotherOrderUnderTheSameNumberIsRefused(String placed, String again) {
        UUID agency = Api.registeredAgency();
        Api.placed(agency, simple(placed));
        Api.place(agency, simple(again)).then().statusCode(409);
        Api.placed(Api.registeredAgency(), simple(again));
    }

    @Test
    void theListFindsANumberHoweverItIsWrittenAndRefusesWhatNobodySees() {
        UUID agency = Api.registeredAgency();
        UUID orderId = Api.placed(agency, simple("PO-77 a"));
        as(Tokens.buyer(agency))
                .queryParam("agencyOrderNumber", " po-77  A")
                .get("/v1/orders")
                .then()
                .statusCode(200)
                .body("items.orderId", contains(orderId.toString()));
        as(Tokens.buyer(agency))
                .queryParam("agencyOrderNumber", "PO-77\u00a0a")
                .get("/v1/orders")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1));
    }

    @Test
    void anAmendmentMayWriteTheNumberInItsOwnWay() {
        UUID agency = Api.registeredAgency();
        UUID contractor = UUID.randomUUID();
        UUID orderId = Api.issued(agency, order("PO-7 a", contractor, line("1", "4-06-78-0031A", "2", "10.00")));
        String body = order("po-7  A", contractor, line("1", "4-06-78-0031A", "3", "10.00"))
                .replaceFirst("\\{", "{\"amendmentDate\": \"2026-03-03\", \"reason\": \"more\", ");
        Api.act(Tokens.buyer(agency), agency, orderId, "amendments", body)
                .then()
                .statusCode(202)
                .body("agencyOrderNumber", equalTo("PO-7 a"));
    }

    @ParameterizedTest
    @CsvSource({
        "PO-1",
        "'  PO  1 '",
        "caf\u00c9 1",
        "e\u0301",
        "'PO\u00a01'",
        "'PO\u200b1'",
        "'\u202ePO\u00ad-1\t'",
        "\u212a-1",
        "\u03c2",
        "\u65e5\u672c 7"
    })
    void theDatabaseComparesAsTheSuiteDoes(String number) throws SQLException {
        assertThat(rows("public", "select order_number_key('" + number + "')"))
                .containsExactly(Identifier.keyOf(number));
    }

    @AfterEach
    void dropOldSchema() throws SQLException {
        rows("public", "drop schema if exists " + SCHEMA + " cascade");
    }

    @Test
    void ordersThatWereTwinsBeforeStayAndTheOldestHasTheNumber() throws SQLException {
        migrateTo("1");
        rows(SCHEMA, """
                insert into purchase_order (order_id, agency_id, agency_order_number, contractor_id, order_date, state, version,
                    latest_version)
                select ('00000000-0000-7000-8000-00000000000' || n)::uuid, '00000000-0000-7000-8000-00000000000a', number,
                    '00000000-0000-7000-8000-00000000000c', '2026-03-02', 'ISSUED', 1, 1
                from (values (1, 'PO-1'), (2, 'po-1'), (3, U&'PO-1\\200B'), (4, 'PO-2')) as placed (n, number)
                """);
        migrateTo("20");
        assertThat(rows(SCHEMA, "select agency_order_number || ' ' || is_twin from purchase_order order by order_id"))
                .containsExactly("PO-1 false", "po-1 true", "PO-1\u200b true", "PO-2 false");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("db/migration")
                .target(version)
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private List<String> rows(String schema, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local search_path to " + schema);
            List<String> rows = new ArrayList<>();
            if (statement.execute(sql)) {
                ResultSet row = statement.getResultSet();
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            connection.commit();
            return rows;
        }
    }
}
