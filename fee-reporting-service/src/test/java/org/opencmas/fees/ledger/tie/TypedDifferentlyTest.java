package org.opencmas.fees.ledger.tie;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "RPT-ALL-LOCAL: an order that a report types otherwise than its agency is suggested, tied by a person, and owed once")
class TypedDifferentlyTest {
    @Inject
    Scene scene;

    private UUID contractor;
    private UUID city;
    private String number;
    private Scene.Order order;

    @BeforeEach
    void anAgreement() {
        contractor = scene.contractor();
        city = scene.agency("CITY");
        number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        order = scene.order(city, number, "2026-02-03");
    }

    /** The agency's number is {@code PO-1234abcd}. */
    private String typed() {
        return "po " + order.orderId.toString().substring(0, 8);
    }

    private String line(String po, String date, String total) {
        return """
                {"agencyName":"Agency %s","agencyClass":"LOCAL","purchaseOrderNumber":"%s","amendmentNumber":0,"purchaseOrderDate":"%s",\
                "total":"%s"}""".formatted(city.toString().substring(0, 4), po, date, total);
    }

    private void save(String quarter, String added) {
        String report = "/v1/quarterly-reports/" + number + "/" + quarter;
        given().auth()
                .oauth2(Tokens.contractor(contractor))
                .header("If-Match", Api.analyst().get(report).getHeader("ETag"))
                .contentType("application/json")
                .body("{\"answers\":[],\"added\":[" + added + "]}")
                .put(report + "/lines")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse file(String quarter, String added) {
        save(quarter, added);
        return Api.file(contractor, number, quarter).statusCode(201);
    }

    private ValidatableResponse suggested() {
        return Api.contractor(contractor)
                .get("/v1/order-look-alikes?cmasNumber=" + number)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String path, String reason) {
        return Api.analyst()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"reason\":\"" + reason + "\"}")
                .post(path)
                .then();
    }

    private ValidatableResponse tie() {
        String id = suggested().extract().path("items[0].lookAlikeId");
        return post("/v1/order-look-alikes/" + id + "/tie", "The agency's paper says so");
    }

    private ValidatableResponse reconciliation(String quarter) {
        return Api.analyst()
                .get("/v1/reconciliations/{number}/{quarter}", number, quarter)
                .then()
                .statusCode(200)
                .body("unexplainedFee", equalTo("0.00"))
                .body("unexplainedSales", equalTo("0.00"));
    }

    private ValidatableResponse work() {
        return Api.analyst()
                .get("/v1/work-items?kind=ORDER_TYPED_DIFFERENTLY&contractorId=" + contractor)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse posted() {
        return Api.contractor(contractor)
                .get("/v1/declared-fees?cmasNumber=" + number)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName(
            "before and at filing the report names the order that it looks like, how sure and why; both are owed until tied")
    void atFiling() {
        order.issued("1000.00");
        save("2026-Q1", line(typed(), "2026-02-03", "1000.00"));
        Api.report(number, "2026-Q1")
                .body("typedDifferently.orderId", contains(order.orderId.toString()))
                .body("typedDifferently[0]", not(hasKey("foundAt")));
        Api.file(contractor, number, "2026-Q1")
                .statusCode(201)
                .body("totals.feeDue", equalTo("25.00"))
                .body("typedDifferently.purchaseOrderNumber", contains(typed()))
                .body("typedDifferently.knownOrderNumber", contains("PO-" + typed().substring(3)))
                .body("typedDifferently.sureness", contains("SURE"))
                .body("typedDifferently[0].why", containsString("blanks"));
        reconciliation("2026-Q1")
                .body("differences.cause", contains("TYPED_DIFFERENTLY"))
                .body("differences[0].correction", containsString("/v1/order-look-alikes"));
        work().body("items.orderId", contains(order.orderId.toString())).body("items.amount", contains("1000.00"));
    }

    @Test
    @DisplayName(
            "tied in one call: what was declared is taken back, the report has the order once too often, and the proof of the books holds")
    void isTied() throws SQLException {
        order.issued("1000.00");
        file("2026-Q1", line(typed(), "2026-02-03", "1000.00"));
        tie().statusCode(201).body("orderId", equalTo(order.orderId.toString()));
        posted().body("items.cause", contains("REPORTED", "ORDER_KNOWN"))
                .body("items.fee", contains("12.50", "-12.50"))
                .body("items[1].orderId", equalTo(order.orderId.toString()));
        suggested().body("items", empty());
        work().body("items", empty());
        reconciliation("2026-Q1")
                .body("differences.cause", contains("DUPLICATE"))
                .body("differences.feeDifference", contains("-12.50"));
        Api.report(number, "2026-Q2").body("totals.feeDeclared", equalTo("-12.50"));
        Api.contractor(contractor)
                .get("/v1/order-ties?cmasNumber=" + number)
                .then()
                .statusCode(200)
                .body("items.tied.reason", contains("The agency's paper says so"));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName(
            "the agency's order comes after the report: then it is suggested; amended, it still answers the tied one")
    void theOrderComesLater() {
        file("2026-Q1", line(typed(), "2026-02-03", "1000.00")).body("$", not(hasKey("typedDifferently")));
        suggested().body("items", empty());
        order.issued("1000.00");
        suggested().body("items.sureness", contains("SURE"));
        tie().statusCode(201);
        order.amended("2026-05-03", "1500.00");
        posted().body("items.cause", contains("REPORTED", "ORDER_KNOWN"));
        reconciliation("2026-Q1").body("differences.cause", contains("WRONG_QUARTER"));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName(
            "a tie is withdrawn: the declared order is owed again and suggested again; a second withdrawal is refused")
    void isWithdrawn() {
        order.issued("1000.00");
        file("2026-Q1", line(typed(), "2026-02-03", "1000.00"));
        String tie = tie().extract().path("tieId");
        String withdrawal = "/v1/order-ties/" + tie + "/withdrawal";
        post(withdrawal, "Two orders after all")
                .statusCode(200)
                .body("withdrawal.reason", equalTo("Two orders after all"));
        post(withdrawal, "Again").statusCode(409);
        posted().body("items.fee", contains("12.50", "-12.50", "12.50"));
        suggested().body("items.size()", equalTo(1));
        tie().statusCode(201);
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName(
            "nothing is suggested where day, amount or agency differ, where the number is another, or where the report names both")
    void nothingIsSuggested() {
        String exact = "PO-" + typed().substring(3);
        save(
                "2026-Q1",
                String.join(
                        ",",
                        line(typed(), "2026-02-04", "1000.00"),
                        line(typed() + "-", "2026-02-03", "999.99"),
                        line("X-1", "2026-02-03", "1000.00"),
                        line(exact, "2026-02-03", "1000.00"),
                        line(typed() + ".", "2026-02-03", "1000.00")));
        order.issued("1000.00");
        Api.file(contractor, number, "2026-Q1").statusCode(201);
        suggested().body("items", empty());
        post("/v1/order-look-alikes/" + UUID.randomUUID() + "/tie", "x").statusCode(404);
        Api.contractor(contractor)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"reason\":\"x\"}")
                .post("/v1/order-look-alikes/" + UUID.randomUUID() + "/tie")
                .then()
                .statusCode(403);
    }

    @Test
    @DisplayName("of two that look like one order one is tied; the database refuses another tie of it")
    void oneIsTied() throws SQLException {
        order.issued("1000.00");
        file("2026-Q1", line(typed(), "2026-02-03", "1000.00") + "," + line(typed() + ".", "2026-02-03", "1000.00"));
        suggested().body("items.size()", equalTo(2));
        tie().statusCode(201);
        suggested().body("items", empty());
        assertThat(DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select count(*)::text from order_tie where cmas_number = '" + number + "'"))
                .containsExactly("1");
        assertThatThrownBy(() -> {
                    try (Connection connection = OwnerDatabase.dataSource().getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute(
                                "insert into order_tie select gen_random_uuid(), cmas_number, quarter, contractor_id, agency_name,"
                                        + " agency_key, 'another', 'another', amendment_number, order_id, known_order_number,"
                                        + " known_order_key, reason, tied_by, tied_at from order_tie where cmas_number = '"
                                        + number + "'");
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
    }
}
