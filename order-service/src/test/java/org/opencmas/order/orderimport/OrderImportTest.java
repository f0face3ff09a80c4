package org.opencmas.order.orderimport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Many orders in one file, each with its result")
class OrderImportTest {
    private static final String JSON_LINES = "application/x-ndjson";

    private final UUID contractor = UUID.randomUUID();
    private UUID agency = contractor;

    @BeforeEach
    void registerTheAgency() {
        agency = Api.registeredAgency();
    }

    private String order(String number, String quantity) {
        return Api.order(number, contractor, line("1", "4-06-78-0031A", quantity, "10.00"))
                .replace("\n", "");
    }

    private String orders(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> order("PO-" + i, "1"))
                .collect(Collectors.joining("\n"));
    }

    private Response send(String type, String mode, String file) {
        return given().auth()
                .oauth2(Tokens.buyer(agency))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(type)
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/order-imports?mode=" + mode);
    }

    private Response get(String path) {
        return as(Tokens.buyer(agency)).get(path);
    }

    /** Sends the file and returns where its import is, once it has ended so. */
    private String ended(String type, String mode, String file, String state) {
        String place = send(type, mode, file)
                .then()
                .statusCode(202)
                .body("state", equalTo("WAITING"))
                .extract()
                .header("Location");
        awaitState(place, state);
        return place;
    }

    private void awaitState(String place, String state) {
        Eventually.within(
                Api.SOON, () -> assertThat(get(place).<String>path("state")).isEqualTo(state));
    }

    private int placed() throws SQLException {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement select = connection.createStatement();
                ResultSet row =
                        select.executeQuery("select count(*) from purchase_order where agency_id = '" + agency + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void soundOrdersArePlacedAndTheOthersToldWhy() {
        String file = String.join(
                "\n",
                order("PO-1", "1"),
                order("PO-2", "none").replace("\"tax\"", "\"taxes\""),
                "{\"agencyOrderNumber\": ",
                order("po-1", "1"),
                order("PO-3", "2"));
        String place = ended(JSON_LINES, "CONTINUE", file, "DONE");
        get(place)
                .then()
                .body("orders", equalTo(5))
                .body("ordersRead", equalTo(5))
                .body("ordersPlaced", equalTo(2))
                .body("ordersRefused", equalTo(3))
                .body("ordersPerSecond", notNullValue());
        get(place + "/results?state=REFUSED&limit=2")
                .then()
                .body("items.row", contains(2, 3))
                .body("items[0].agencyOrderNumber", nullValue())
                .body("items[0].problem.errors.pointer", contains("/taxes", "/lines/0/quantity"))
                .body("items[1].problem.type", equalTo("/problems/malformed-json"))
                .body("next", containsString("cursor"));
        String next = get(place + "/results?state=REFUSED&limit=2").path("next");
        get(next)
                .then()
                .body("items.row", contains(4))
                .body("items[0].problem.errors[0].detail", equalTo("stands in row 1 of this file already"));
        String orderId = get(place + "/results?limit=1").path("items[0].orderId");
        get("/v1/orders/" + orderId)
                .then()
                .body("state", equalTo("SUBMITTED"))
                .body("agencyOrderNumber", equalTo("PO-1"));
        get("/v1/order-imports?limit=1").then().body("items.importId", contains(place.substring(18)));
        as(Tokens.buyer(Api.registeredAgency())).get(place).then().statusCode(404);
        as(Tokens.buyer(Api.registeredAgency())).get(place + "/results").then().statusCode(404);
        as(Tokens.contractor(contractor)).get(place).then().statusCode(403);
        acting(Tokens.buyer(agency))
                .post(place + "/cancellation")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/order-import-ended"));
    }

    @Test
    @DisplayName(
            "A file that comes again doubles nothing, and another order under a taken number is refused with what differs")
    void aFileThatComesAgainDoublesNothing() throws SQLException {
        ended(JSON_LINES, "CONTINUE", orders(3), "DONE");
        String again = ended(JSON_LINES, "CONTINUE", orders(2) + "\n" + order("PO-3", "9"), "DONE");
        get(again + "/results")
                .then()
                .body("items.state", contains("UNCHANGED", "UNCHANGED", "REFUSED"))
                .body("items[2].problem.type", equalTo("/problems/order-number-taken"))
                .body(
                        "items[2].problem.differences.pointer.flatten()",
                        org.hamcrest.Matchers.hasItem("/lines/0/quantity"));
        assertThat(placed()).isEqualTo(3);
    }

    @Test
    @DisplayName("A file that comes again finds an order unchanged, as it was placed and as it was revised")
    void aRevisedOrderIsFoundUnchanged() throws SQLException {
        String first = ended(JSON_LINES, "ATOMIC", orders(1), "DONE");
        UUID orderId = UUID.fromString(get(first + "/results").path("items[0].orderId"));
        Api.decide(orderId, 1, "RETURN");
        Api.awaitState(agency, orderId, "RETURNED");
        as(Tokens.buyer(agency))
                .header("If-Match", Api.etag(agency, orderId))
                .body(order("PO-1", "2"))
                .put("/v1/orders/{id}", orderId)
                .then()
                .statusCode(200);
        for (String same : java.util.List.of("1", "2")) {
            String again = ended(JSON_LINES, "ATOMIC", order("PO-1", same), "DONE");
            get(again + "/results")
                    .then()
                    .body("items.state", contains("UNCHANGED"))
                    .body("items.orderId", contains(orderId.toString()));
        }
        ended(JSON_LINES, "ATOMIC", order("PO-1", "3"), "REFUSED");
        assertThat(placed()).isEqualTo(1);
    }

    @Test
    void rowsOfACsvFileBecomeOrders() {
        String file = """
                agencyOrderNumber,orderDate,contractorId,tax,lineId,cmasNumber,itemId,description,unit,quantity,unitPrice
                PO-1,2026-03-02,%1$s,1.50,1,4-06-78-0031A,I-1,First,each,2,10.00
                PO-1,,,,2,4-06-78-0031A,I-2,"Second, of two",each,1,5.25
                PO-2,2026-03-02,%1$s,,1,4-06-78-0031A,I-1,=2+3,each,2,10.00
                """.formatted(contractor);
        String place = ended("text/csv", "CONTINUE", file, "DONE");
        get(place + "/results")
                .then()
                .body("items.row", contains(2, 4))
                .body("items.state", contains("PLACED", "REFUSED"));
        String orderId = get(place + "/results").path("items[0].orderId");
        get("/v1/orders/" + orderId)
                .then()
                .body("lines.description", contains("First", "Second, of two"))
                .body("total", equalTo("26.75"));
    }

    @Test
    void anAtomicFileIsPlacedWhollyOrNotAtAll() throws SQLException {
        String faulty = ended(JSON_LINES, "ATOMIC", orders(250) + "\n" + order("PO-250", "1") + "\n{}", "REFUSED");
        get(faulty).then().body("ordersPlaced", equalTo(0)).body("ordersRefused", equalTo(2));
        get(faulty + "/results").then().body("items.row", contains(251, 252));
        assertThat(placed()).isZero();
        String sound = ended(JSON_LINES, "ATOMIC", orders(250), "DONE");
        get(sound).then().body("ordersPlaced", equalTo(250));
        assertThat(placed()).isEqualTo(250);
        get(ended(JSON_LINES, "ATOMIC", orders(250), "DONE")).then().body("ordersUnchanged", equalTo(250));
        assertThat(placed()).isEqualTo(250);
    }

    @Test
    @DisplayName("Work that breaks off within a piece goes on with that piece: no order is lost, none placed twice")
    void workThatBrokeOffGoesOn() throws Exception {
        String place;
        try (Connection holder = OwnerDatabase.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            // Orders of the first piece are written when its results find the table locked; the database ends the wait
            // after its limit.
            statement.execute("lock table order_import_result in share mode");
            place = send(JSON_LINES, "CONTINUE", orders(450))
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            Eventually.within(
                    Api.SOON,
                    () -> get(place)
                            .then()
                            .body("trouble", equalTo("Others held what the work needs; the import waits."))
                            .body("triedAgainAt", notNullValue())
                            .body("state", equalTo("RUNNING")));
            assertThat(starts(place))
                    .as("only one that is under way counts, none that ended in trouble that passes")
                    .isLessThanOrEqualTo(1);
            assertThat(placed()).isZero();
            holder.rollback();
        }
        awaitState(place, "DONE");
        get(place).then().body("trouble", nullValue());
        get(place).then().body("ordersPlaced", equalTo(450));
        assertThat(placed()).isEqualTo(450);
        get(place + "/results?state=REFUSED").then().body("items", empty());
        get(place + "/results?limit=200").then().body("items", hasSize(200)).body("next", notNullValue());
    }

    @Test
    @DisplayName("Trouble that does not pass is not waited out for ever: the import fails and says why")
    void troubleThatDoesNotPassEndsTheImport() throws SQLException {
        try (Connection holder = OwnerDatabase.dataSource().getConnection();
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("lock table order_import_result in share mode");
            String place = send(JSON_LINES, "CONTINUE", orders(1)).header("Location");
            // However the machine lags: a start that was under way counts on from what it read.
            Eventually.within(Api.SOON, () -> {
                setTroubles(place, 59);
                assertThat(get(place).<String>path("state")).isEqualTo("FAILED");
            });
            get(place)
                    .then()
                    .body("failure", containsString("60 times in a row"))
                    .body("failure", containsString("Others held what the work needs."));
            holder.rollback();
        }
        assertThat(placed()).isZero();
    }

    /** Of an import that met trouble and goes on. */
    private static void setTroubles(String place, int troubles) {
        try (Connection owner = OwnerDatabase.dataSource().getConnection();
                Statement update = owner.createStatement()) {
            update.execute("update order_import set troubles = " + troubles
                    + " where trouble is not null and import_id = '" + place.substring(18) + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int starts(String place) throws SQLException {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "select starts from order_import where import_id = '" + place.substring(18) + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void anImportIsLeftOffWhenItsAgencyAsks() throws SQLException {
        String place = send(JSON_LINES, "CONTINUE", orders(6000))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        acting(Tokens.buyer(UUID.randomUUID()))
                .post(place + "/cancellation")
                .then()
                .statusCode(404);
        acting(Tokens.buyer(agency))
                .post(place + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", org.hamcrest.Matchers.oneOf("CANCELLED", "RUNNING"))
                .body("cancellationAskedAt", notNullValue());
        awaitState(place, "CANCELLED");
        get(place).then().body("cancelledBy", notNullValue());
        int read = get(place).path("ordersRead");
        assertThat(read).isLessThan(6000);
        assertThat(placed()).isEqualTo(read);
        assertThat(get(place).<Integer>path("ordersRead")).isEqualTo(read);
    }

    @DisplayName(
            "What would be asked about in an order that comes alone is refused; what no table can hold stops nothing")
    @ParameterizedTest(name = "{0}: {1}, {2} placed")
    @CsvSource({"CONTINUE, DONE, 2", "ATOMIC, REFUSED, 0"})
    void anImplausibleOrderIsRefusedAndHostileTextStopsNothing(String mode, String state, int placed)
            throws SQLException {
        String telephone = Api.order("PO-1", contractor, line("1", "4-06-78-0031A", "1", "9163754365"))
                .replace("\n", "");
        String draft = telephone.replace("PO-1", "PO-2").replaceFirst("\\{", "{\"draft\": true, ");
        String hostile = "{\"a\\u0000b\": 1}\na\u0000b\n{\"\\ud800\": 1}";
        String place =
                ended(JSON_LINES, mode, telephone + "\n" + draft + "\n" + hostile + "\n" + order("PO-3", "1"), state);
        get(place + "/results?state=REFUSED")
                .then()
                .body("items.row", contains(1, 3, 4, 5))
                .body("items[0].agencyOrderNumber", equalTo("PO-1"))
                .body("items[0].problem.type", equalTo("/problems/implausible"))
                .body("items[0].problem.doubts.kind", contains("TELEPHONE_AS_AMOUNT"));
        assertThat(placed()).isEqualTo(placed);
        get(ended(JSON_LINES, mode, "{}\n".repeat(450), state)).then().body("ordersRefused", equalTo(450));
    }

    @DisplayName("Where the agency asks for an approval, only what needs it is refused")
    @ParameterizedTest(name = "{0}: {1}, {2} placed")
    @CsvSource({"CONTINUE, DONE, 1", "ATOMIC, REFUSED, 0"})
    void ordersThatNeedAnApprovalAreRefused(String mode, String state, int placed) throws SQLException {
        as(Tokens.buyer(agency))
                .header("If-Match", "\"1\"")
                .body("{\"approvalRequired\": true, \"approvers\": [{\"name\": \"manager\"}]}")
                .put("/v1/agencies/{id}/policy", agency)
                .then()
                .statusCode(200);
        String draft = order("PO-2", "1").replaceFirst("\\{", "{\"draft\": true, ");
        String place = ended(JSON_LINES, mode, order("PO-1", "1") + "\n" + draft, state);
        get(place + "/results?state=REFUSED")
                .then()
                .body("items.row", contains(1))
                .body("items[0].problem.type", equalTo("/problems/approval-needed"));
        assertThat(placed()).isEqualTo(placed);
    }

    @Test
    @DisplayName("An atomic file tells every order that needs an approval, those of its later pieces too")
    void anAtomicFileTellsEveryApprovalThatIsNeeded() throws SQLException {
        as(Tokens.buyer(agency))
                .header("If-Match", "\"1\"")
                .body("{\"approvalRequired\": true, \"approvers\": [{\"name\": \"manager\"}]}")
                .put("/v1/agencies/{id}/policy", agency)
                .then()
                .statusCode(200);
        String place = ended(JSON_LINES, "ATOMIC", orders(201) + "\n" + order("PO-1", "1") + "\n{}", "REFUSED");
        get(place).then().body("ordersRefused", equalTo(203));
        get(place + "/results?limit=200&state=REFUSED").then().body("items", hasSize(200));
        String next = get(place + "/results?limit=200&state=REFUSED").path("next");
        get(next)
                .then()
                .body("items.row", contains(201, 202, 203))
                .body("items[0].problem.type", equalTo("/problems/approval-needed"))
                .body("items[1].problem.errors[0].detail", equalTo("stands in row 1 of this file already"));
        assertThat(placed()).isZero();
    }

    @Test
    void whatIsNoFileOfOrdersIsRefusedAtOnce() throws SQLException {
        send("text/csv", "CONTINUE", "agencyOrderNumber;tax\nP;1\n")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/order-import-refused"))
                .body("errors", hasSize(greaterThan(0)));
        send(JSON_LINES, "CONTINUE", "").then().statusCode(org.hamcrest.Matchers.oneOf(400, 422));
        send(JSON_LINES, "SOMETIMES", orders(1)).then().statusCode(400);
        send("application/json", "CONTINUE", orders(1)).then().statusCode(415);
        String tooMany = "{}\n".repeat(KeepImport.MOST_ATOMIC + 1);
        send(JSON_LINES, "ATOMIC", tooMany)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/order-import-too-large"));
        get("/v1/order-imports").then().body("items", empty());
        assertThat(placed()).isZero();
    }
}
