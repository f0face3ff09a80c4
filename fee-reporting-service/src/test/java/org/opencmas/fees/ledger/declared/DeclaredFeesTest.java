package org.opencmas.fees.ledger.declared;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.Api;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.fees.feeproof.Verifier;
import org.opencmas.terms.Identifier;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.SeededGenerator;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.JsonSchemas;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("RPT-ALL-LOCAL, FEE-INCENTIVE-RATE: what a report adds is owed with it, until the agency's order is known")
class DeclaredFeesTest {
    @TempDir
    Path folder;

    @Inject
    Scene scene;

    @Inject
    Deliveries deliveries;

    private UUID contractor;
    private UUID city;
    private String number;

    @BeforeEach
    void anAgreement() {
        contractor = scene.contractor();
        city = scene.agency("CITY");
        number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
    }

    private String nameOf(UUID agency) {
        return "Agency " + agency.toString().substring(0, 4);
    }

    private static String po(Scene.Order order) {
        return "PO-" + order.orderId.toString().substring(0, 8);
    }

    private static String line(String agency, String po, int amendment, String date, String total, String more) {
        return """
                {"agencyName":"%s","agencyClass":"LOCAL","purchaseOrderNumber":"%s","amendmentNumber":%d,"purchaseOrderDate":"%s",\
                "total":"%s"%s}""".formatted(agency, po, amendment, date, total, more);
    }

    private String line(Scene.Order order, String total) {
        return line(nameOf(city), po(order), 0, "2026-02-03", total, "");
    }

    private void save(String quarter, String... added) {
        String report = "/v1/quarterly-reports/" + number + "/" + quarter;
        given().auth()
                .oauth2(Tokens.contractor(contractor))
                .header("If-Match", Api.analyst().get(report).getHeader("ETag"))
                .contentType("application/json")
                .body("{\"answers\":[],\"added\":[" + String.join(",", added) + "]}")
                .put(report + "/lines")
                .then()
                .statusCode(200);
    }

    /** What is filed is what was shown before. */
    private ValidatableResponse file(String quarter, String... added) {
        save(quarter, added);
        Map<String, Object> shown = Api.report(number, quarter).extract().path("totals");
        return Api.file(contractor, number, quarter).statusCode(201).body("totals", equalTo(shown));
    }

    private void correct(String quarter, String... added) {
        save(quarter, added);
        given().auth()
                .oauth2(Tokens.contractor(contractor))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", Api.report(number, quarter).extract().header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"OTHER\"}")
                .post("/v1/quarterly-reports/{number}/{quarter}/corrections", number, quarter)
                .then()
                .statusCode(201);
    }

    private ValidatableResponse posted() {
        return Api.contractor(contractor)
                .get("/v1/declared-fees?cmasNumber=" + number)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse reconciliation(String quarter) {
        return Api.analyst()
                .get("/v1/reconciliations/{number}/{quarter}", number, quarter)
                .then()
                .statusCode(200)
                .body("unexplainedFee", equalTo("0.00"))
                .body("unexplainedSales", equalTo("0.00"));
    }

    private static ValidatableResponse post(String path, String body) {
        return Api.analyst()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private ValidatableResponse paid(String quarter, String amount) {
        String payment = post("/v1/remittances", """
                        {"contractorId":"%s","reference":"%s","method":"CHECK","amount":"%s","receivedOn":"2026-11-20"}""".formatted(contractor, UUID.randomUUID(), amount))
                .statusCode(201)
                .extract()
                .path("remittanceId");
        return post(
                "/v1/remittances/" + payment + "/allocations",
                "{\"allocations\":[{\"cmasNumber\":\"%s\",\"quarter\":\"%s\",\"amount\":\"%s\"}]}"
                        .formatted(number, quarter, amount));
    }

    private void verified(String quarter) throws IOException {
        Verifier.requirePython();
        String proof = Api.contractor(contractor)
                .get("/v1/quarterly-reports/{number}/{quarter}/fee-proof", number, quarter)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Verifier.Answer answer = Verifier.verify(Files.writeString(folder.resolve(quarter + ".json"), proof));
        assertThat(answer.text()).contains("verified");
        assertThat(answer.exit()).isZero();
    }

    @Test
    @DisplayName("filed with the report, due and paid with it; the reconciliation tells it beside what is accrued")
    void isPaidWithTheReport() throws IOException {
        var order = scene.order(city, number, "2026-02-03");
        scene.order(city, number, "2026-02-04").issued("0.40");
        file("2026-Q1", line(order, "1000.00"))
                .body("totals.feeExact", equalTo("0.005"))
                .body("totals.feeDeclared", equalTo("12.50"))
                .body("totals.feeRounded", equalTo("12.51"))
                .body("totals.feeDue", equalTo("12.51"));
        paid("2026-Q1", "12.52").statusCode(422).body("type", containsString("report-overpaid"));
        paid("2026-Q1", "12.51").statusCode(200).body("unapplied", equalTo("0.00"));
        reconciliation("2026-Q1")
                .body("accrued.fee", equalTo("0.005"))
                .body("reported.fee", equalTo("12.505"))
                .body("declared.sales", equalTo("1000.00"))
                .body("declared.fee", equalTo("12.50"))
                .body("feeDue", equalTo("12.51"))
                .body("unpaid", equalTo("0.00"))
                .body("differences.cause", contains("ORDER_NOT_IN_SYSTEM"));
        verified("2026-Q1");
        order.issued("1000.00");
        reconciliation("2026-Q1").body("differences.cause", contains("WRONG_QUARTER"));
        posted().body("items.cause", contains("REPORTED", "ORDER_KNOWN"))
                .body("items.fee", contains("12.50", "-12.50"))
                .body("items[1].orderId", equalTo(order.orderId.toString()))
                .body("items.quarter", contains("2026-Q1", "2026-Q2"))
                .body("items.belongsToQuarter", contains("2026-Q1", "2026-Q1"));
        Api.file(contractor, number, "2026-Q2")
                .statusCode(201)
                .body("totals.feeDue", equalTo("0.00"))
                .body("totals.creditCarriedForward", equalTo("0.00"));
        verified("2026-Q2");
        Api.proof().body("holds", equalTo(true));
    }

    @ParameterizedTest(name = "{0}: on {2} at {3}")
    @CsvSource({
        "the same, CITY, 2026-02-03, 1000.00, 2026-Q2, 12.50, 0.00, 0.00",
        "lower, CITY, 2026-02-03, 800.00, 2026-Q2, 10.00, 0.00, 2.50",
        "higher, COUNTY, 2026-02-03, 1200.00, 2026-Q2, 15.00, 2.50, 0.00",
        "nothing, CITY, 2026-02-03, 0.00, 2026-Q2, 0.00, 0.00, 12.50",
        "a State department's, STATE_DEPARTMENT, 2026-02-03, 1000.00, 2026-Q2, 0.00, 0.00, 12.50",
        "of the next quarter, CITY, 2026-05-03, 1000.00, 2026-Q2, 12.50, 0.00, 0.00",
        "of a later quarter, CITY, 2026-08-03, 1000.00, 2026-Q3, 12.50, 0.00, 0.00",
    })
    @DisplayName("the agency's order comes later: only the difference moves, in the report that shows the order")
    void theOrderComes(
            String what,
            String type,
            String on,
            String subtotal,
            String shown,
            String accrued,
            String due,
            String credit)
            throws IOException {
        UUID agency = scene.agency(type);
        var order = scene.order(agency, number, on);
        file("2026-Q1", line(nameOf(agency), po(order), 0, "2026-02-03", "1000.00", ""))
                .body("totals.feeDue", equalTo("12.50"));
        order.issued(subtotal);
        Api.report(number, shown)
                .body("totals.feeExact", equalTo(accrued))
                .body("totals.feeDeclared", equalTo("-12.50"))
                .body("totals.feeDue", equalTo(due))
                .body("totals.creditCarriedForward", equalTo(credit));
        order.issuedAgain(subtotal);
        posted().body("items.cause", contains("REPORTED", "ORDER_KNOWN"));
        verified(shown);
        reconciliation("2026-Q1");
        reconciliation(shown);
    }

    @Test
    @DisplayName("an order that is known when the report is filed is not declared, whatever the draft says")
    void theOrderCameBefore() {
        var order = scene.order(city, number, "2026-02-03");
        save("2026-Q1", line(order, "1000.00"));
        order.issued("1000.00");
        Api.file(contractor, number, "2026-Q1")
                .statusCode(201)
                .body("totals.feeDue", equalTo("12.50"))
                .body("totals.feeDeclared", equalTo("0.00"));
        posted().body("items", empty());
    }

    @Test
    @DisplayName("a correction takes a line back or changes it by a signed difference in the next open quarter")
    void aCorrection() throws IOException {
        var withdrawn = scene.order(city, number, "2026-02-03");
        var changed = scene.order(city, number, "2026-02-03");
        var late = scene.order(city, number, "2026-02-03");
        file("2026-Q1", line(withdrawn, "1000.00"), line(changed, "2000.00")).body("totals.feeDue", equalTo("37.50"));
        correct("2026-Q1", line(changed, "2400.00"), line(late, "400.00"));
        Api.report(number, "2026-Q2").body("totals.feeDeclared", equalTo("-2.50"));
        posted().body("items.cause", hasItem("WITHDRAWN"));
        correct("2026-Q1", line(changed, "2400.00"));
        Api.report(number, "2026-Q2").body("totals.feeDeclared", equalTo("-7.50"));
        Api.contractor(contractor)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post("/v1/quarterly-reports/{number}/2026-Q2/zero-submission", number)
                .then()
                .statusCode(422)
                .body("type", containsString("report-has-sales"));
        withdrawn.issued("1000.00");
        Api.report(number, "2026-Q2")
                .body("totals.feeExact", equalTo("12.50"))
                .body("totals.feeDeclared", equalTo("-7.50"));
        verified("2026-Q2");
        reconciliation("2026-Q1");
    }

    @Test
    @DisplayName("an order whose agency is not known yet takes nothing back: an unknown fee is not zero")
    void anUncomputableOrder() {
        UUID unheardOf = UUID.randomUUID();
        var order = scene.order(unheardOf, number, "2026-02-03");
        file("2026-Q1", line(nameOf(unheardOf), po(order), 0, "2026-02-03", "1000.00", ""));
        order.issued("1000.00");
        posted().body("items.cause", contains("REPORTED"));
        deliveries.deliver("cmas.agencies", "agency.registered.v1", unheardOf, 1, Scene.agencyState(unheardOf, "CITY"));
        posted().body("items.cause", contains("REPORTED", "ORDER_KNOWN"));
    }

    @Test
    @DisplayName("the rate of the order date and the certificates decide the fee, not what the contractor states")
    void theFeeIsWorkedOut() throws IOException {
        scene.contractorHas(contractor, Scene.certificate("SB", "2026-02-04", "2026-02-04"), 2);
        file(
                        "2026-Q1",
                        line(nameOf(city), "STATED-0", 0, "2026-02-03", "1000.00", ",\"fee\":\"0.00\""),
                        line(nameOf(city), "WAIVED", 0, "2026-02-04", "1000.00", ""),
                        line(nameOf(city), "BEFORE-FEES", 0, "2009-12-31", "1000.00", ""))
                .body("totals.feeDeclared", equalTo("12.50"))
                .body("totals.feeDue", equalTo("12.50"));
        verified("2026-Q1");
        scene.contractorHas(contractor, "", 3);
        Api.report(number, "2026-Q2").body("totals.feeDeclared", equalTo("12.50"));
        verified("2026-Q2");
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName("FEE-AMENDMENTS: an amendment takes away from what is declared, never from what the ledger has")
    void anAmendmentThatTakesAway() {
        var order = scene.order(city, number, "2026-02-03").issued("1000.00");
        file(
                        "2026-Q1",
                        line(nameOf(city), po(order), 1, "2026-03-01", "-1000.00", ""),
                        line(nameOf(city), "NEW", 0, "2026-02-03", "1000.00", ""),
                        line(nameOf(city), "NEW", 1, "2026-02-03", "-400.00", ""))
                .body("totals.feeExact", equalTo("12.50"))
                .body("totals.feeDeclared", equalTo("7.50"));
        file("2026-Q2", line(nameOf(city), "new", 0, "2026-02-03", "1000.00", ""))
                .body("totals.feeDeclared", equalTo("0.00"));
    }

    @Test
    @DisplayName("another holder of the agreement owes it; what the one before was charged is taken back from it")
    void anotherHolder() {
        file("2026-Q1", line(nameOf(city), "NEW", 0, "2026-02-03", "1000.00", ""));
        UUID after = scene.contractor();
        scene.agreementBecomes(number, after, "ACTIVE", "2026-04-01", "2026-01-01", "2026-12-31", 2);
        Api.contractor(after)
                .get("/v1/declared-fees?cmasNumber=" + number)
                .then()
                .body("items.fee", contains("12.50"));
        posted().body("items.fee", contains("12.50", "-12.50"));
        Api.contractor(scene.contractor())
                .get("/v1/declared-fees?cmasNumber=" + number)
                .then()
                .body("items", empty());
        Api.report(number, "2026-Q2").body("totals.feeDeclared", equalTo("0.00"));
    }

    @Test
    @DisplayName("the journal tells every posting, so that the book can be made again from it")
    void theJournalTellsEveryPosting() throws SQLException, IOException {
        var order = scene.order(city, number, "2026-02-03");
        file("2026-Q1", line(order, "1000.00"), line(nameOf(city), "NEW", 0, "2026-02-03", "0.39", ""));
        order.issued("1000.00").amended("2026-05-01", "1100.00");
        correct("2026-Q1");
        Path schema = Path.of("src/main/resources/events/fee.declared.v1.schema.json");
        List<String> told = DatabaseRights.rows(
                OwnerDatabase.dataSource(),
                "select payload from journal where event_type = 'fee.declared.v1' and payload::json ->> 'cmasNumber' = '"
                        + number + "'");
        assertThat(told).hasSize(4);
        for (String event : told) {
            JsonSchemas.assertValid(schema, event);
        }
        String sums = "select %s || ' ' || %s || ' ' || sum(%s) from %s group by %1$s, %2$s order by 1";
        assertThat(DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        sums.formatted(
                                "payload::json ->> 'declaredOrderId'",
                                "(payload::json ->> 'quarter')",
                                "(payload::json ->> 'fee')::numeric",
                                "journal where event_type = 'fee.declared.v1' and payload::json ->> 'cmasNumber' = '"
                                        + number + "'")))
                .hasSize(4)
                .map(each -> each.replaceAll("0+$", ""))
                .isEqualTo(DatabaseRights.rows(
                                OwnerDatabase.dataSource(),
                                sums.formatted(
                                        "declared_order_id",
                                        "quarter",
                                        "fee_due",
                                        "declared_posting where cmas_number = '" + number + "'"))
                        .stream()
                        .map(each -> each.replaceAll("0+$", ""))
                        .toList());
    }

    @Test
    @DisplayName("the database refuses edits, a closed quarter, and taking back more than was declared")
    void theDatabaseRefuses() {
        file("2026-Q1", line(nameOf(city), "NEW", 0, "2026-02-03", "1000.00", ""));
        refused("update declared_posting set base = 1 where cmas_number = '" + number + "'", "23001");
        refused("delete from declared_order where cmas_number = '" + number + "'", "23001");
        String again =
                "insert into declared_posting select cmas_number, gen_random_uuid(), declared_order_id, 2, agency_key, order_key,"
                        + " amendment_number, order_date, agency_name, purchase_order_number, contractor_id, '%s', belongs_to_quarter, cause,"
                        + " order_id, rate, treatment, %s, %s, 0, now() from declared_posting where cmas_number = '"
                        + number + "'";
        refused(again.formatted("2026-Q1", "8", "0.10"), "23514");
        refused(again.formatted("2026-Q2", "8", "0.11"), "23514");
        refused(again.formatted("2026-Q2", "-1008", "-12.60"), "23514");
    }

    @Test
    @DisplayName("the database compares order numbers as the service does")
    void orderNumbersAreComparedAlike() throws SQLException {
        for (String number :
                List.of("PO-1", " po  1 ", "\u00c4b-\u00df 9", "A\u0301 1", "\u0130-7", "x\u00a0y", "z\u200b1")) {
            assertThat(DatabaseRights.rows(OwnerDatabase.dataSource(), "select name_key('" + number + "')"))
                    .as(number)
                    .containsExactly(Identifier.keyOf(number));
        }
    }

    private static void refused(String sql, String state) {
        assertThatThrownBy(() -> {
                    try (Connection connection = OwnerDatabase.dataSource().getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }

    @Test
    @DisplayName("over any history of reports, corrections and orders the fee owed is that of each order once")
    void anyHistory() throws IOException {
        SeededGenerator random = SeededGenerator.of("declared orders");
        List<Scene.Order> orders = new ArrayList<>();
        List<Boolean> issued = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            orders.add(scene.order(city, number, "2026-02-03"));
            issued.add(false);
        }
        List<String> quarters = List.of("2026-Q1", "2026-Q2", "2026-Q3");
        List<String> filed = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            if (random.yes()) {
                int which = random.between(0, orders.size() - 1);
                if (!issued.get(which)) {
                    issued.set(which, true);
                    orders.get(which).issued("1000.00");
                } else {
                    orders.get(which).issuedAgain("1000.00");
                }
            } else {
                List<String> lines = new ArrayList<>();
                for (Scene.Order order : orders) {
                    if (random.between(1, 3) == 1) {
                        lines.add(line(order, "1000.00"));
                    }
                }
                String quarter = random.oneOf(quarters);
                if (filed.contains(quarter)) {
                    correct(quarter, lines.toArray(String[]::new));
                } else {
                    filed.add(quarter);
                    file(quarter, lines.toArray(String[]::new));
                }
            }
        }
        for (int i = 0; i < orders.size(); i++) {
            if (!issued.get(i)) {
                orders.get(i).issued("1000.00");
            }
        }
        for (String quarter : quarters) {
            if (!filed.contains(quarter)) {
                file(quarter);
            }
            verified(quarter);
            reconciliation(quarter);
        }
        Api.proof().body("checks.deviations", everyItem(empty())).body("holds", equalTo(true));
        assertThat(new BigDecimal(sum("posting"))).isEqualByComparingTo("150.00");
        assertThat(new BigDecimal(sum("declared_posting"))).isEqualByComparingTo("0.00");
    }

    private String sum(String table) {
        try {
            return DatabaseRights.rows(
                            OwnerDatabase.dataSource(),
                            "select coalesce(sum(fee_due), 0)::text from " + table + " where cmas_number = '" + number
                                    + "'")
                    .getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
