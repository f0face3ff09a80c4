package org.opencmas.fees.remittance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.http.Cursor;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.fault.AtOnce;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "FEE-AMENDMENTS, FEE-INCENTIVE-RATE: a payment is spent once, a report is paid once, what is left stays or goes back by two persons")
class RemittanceTest {
    @Inject
    Scene scene;

    @Inject
    DataSource application;

    private UUID contractor;
    private String number;

    @BeforeEach
    void twoFiledReports() {
        contractor = scene.contractor();
        number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        UUID agency = scene.agency("CITY");
        scene.order(agency, number, "2026-02-03").issued("1000.00");
        scene.order(agency, number, "2026-05-03").issued("2000.00");
        Api.file(contractor, number, "2026-Q1").statusCode(201);
        Api.file(contractor, number, "2026-Q2").statusCode(201);
    }

    private static ValidatableResponse post(String role, String path, String body) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private ValidatableResponse paid(String reference, String amount) {
        return post("dgs-analyst", "/v1/remittances", """
                {"contractorId":"%s","reference":"%s","method":"CHECK","amount":"%s","receivedOn":"2026-11-20"}""".formatted(contractor, reference, amount));
    }

    private String payment(String amount) {
        return paid(UUID.randomUUID().toString(), amount)
                .statusCode(201)
                .extract()
                .path("remittanceId");
    }

    private ValidatableResponse allocate(String payment, String allocations) {
        return post(
                "dgs-analyst",
                "/v1/remittances/" + payment + "/allocations",
                "{\"allocations\":[" + allocations + "]}");
    }

    private String part(String quarter, String amount) {
        return "{\"cmasNumber\":\"%s\",\"quarter\":\"%s\",\"amount\":\"%s\"}".formatted(number, quarter, amount);
    }

    @Test
    void aShortPaymentPaysTheOldestFirstAndTheRestAges() {
        String payment = payment("20.00");
        allocate(payment, "")
                .statusCode(200)
                .body("allocations.quarter", contains("2026-Q1", "2026-Q2"))
                .body("allocations.amount", contains("12.50", "7.50"))
                .body("unapplied", equalTo("0.00"));
        account(contractor)
                .statusCode(200)
                .body("charges.open", contains("0.00", "17.50"))
                .body("aging.over90Days", equalTo("17.50"))
                .body("balance", equalTo("17.50"));
        Api.analyst()
                .get("/v1/reconciliations/{number}/2026-Q2", number)
                .then()
                .statusCode(200)
                .body("feeDue", equalTo("25.00"))
                .body("remitted", equalTo("7.50"))
                .body("unpaid", equalTo("17.50"))
                .body("differences", hasSize(0))
                .body("unexplainedFee", equalTo("0.00"));
    }

    private static ValidatableResponse account(UUID contractor) {
        return Api.contractor(contractor)
                .get("/v1/contractor-accounts/{id}", contractor)
                .then();
    }

    @Test
    void anOverPaymentStaysAsUnappliedCashForLaterReports() {
        String payment = payment("40.00");
        allocate(payment, part("2026-Q1", "12.51")).statusCode(422).body("type", containsString("report-overpaid"));
        allocate(payment, "").statusCode(200).body("unapplied", equalTo("2.50"));
        account(contractor).body("unappliedCash", equalTo("2.50")).body("balance", equalTo("-2.50"));
        allocate(payment, "").statusCode(422).body("type", containsString("nothing-to-allocate"));
        scene.order(scene.agency("CITY"), number, "2026-08-03").issued("1000.00");
        allocate(payment, part("2026-Q3", "1.00")).statusCode(409).body("type", containsString("report-not-filed"));
        Api.file(contractor, number, "2026-Q3").statusCode(201);
        allocate(payment, "").statusCode(200).body("unapplied", equalTo("0.00"));
        allocate(payment, part("2026-Q3", "0.01")).statusCode(422).body("type", containsString("remittance-overspent"));
        allocate(payment, part("2026-Q3", "-2.50")).statusCode(200).body("unapplied", equalTo("2.50"));
        allocate(payment, part("2026-Q3", "-0.01")).statusCode(422);
    }

    @Test
    void aReferenceIsRecordedOnce() {
        paid("CHK-1", "1.00").statusCode(201);
        paid("CHK-1", "1.00").statusCode(409).body("type", containsString("remittance-known"));
        paid("chk-1", "1.00").statusCode(409).body("type", containsString("remittance-known"));
        post("dgs-analyst", "/v1/remittances", """
                {"contractorId":"%s","reference":"CHK\u00a01","method":"CHECK","amount":"-0.01","receivedOn":"2026-11-23"}""".formatted(contractor))
                .statusCode(400)
                .body("errors.pointer", contains("/reference", "/amount", "/receivedOn"));
        for (String number : List.of("1", "1.25", "1e2")) {
            post("dgs-analyst", "/v1/remittances", """
                    {"contractorId":"%s","reference":"CHK-3","method":"CHECK","amount":%s,"receivedOn":"2026-11-20"}""".formatted(contractor, number))
                    .statusCode(400)
                    .body("errors.pointer", contains("/amount"));
        }
        paid("CHK-2", "0.00").statusCode(400);
        paid("CHK-2", "1.001").statusCode(400);
    }

    @Test
    @DisplayName("a payment under an id that is no contractor's is refused: no report could ever take it")
    void aPaymentOfAnUnknownContractorIsRefused() {
        post("dgs-analyst", "/v1/remittances", """
                {"contractorId":"%s","reference":"CHK-3","method":"CHECK","amount":"1.00","receivedOn":"2026-11-20"}""".formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("type", containsString("contractor-unknown"));
    }

    @Test
    @DisplayName("a refund is proposed by one person of DGS and approved by another, up to what is left and not beyond")
    void aRefund() throws SQLException {
        String payment = payment("40.00");
        allocate(payment, part("2026-Q1", "12.50")).statusCode(200);
        String refunds = "/v1/remittances/" + payment + "/refunds";
        post("dgs-analyst", refunds, "{\"amount\":\"27.51\",\"reason\":\"Paid twice\"}")
                .statusCode(422);
        String refund = post("dgs-analyst", refunds, "{\"amount\":\"27.50\",\"reason\":\"Paid twice\"}")
                .statusCode(201)
                .extract()
                .path("refundId");
        String late = post("dgs-analyst", refunds, "{\"amount\":\"0.01\",\"reason\":\"Paid twice\"}")
                .statusCode(201)
                .extract()
                .path("refundId");
        post("dgs-analyst", refunds + "/" + refund + "/approval", "").statusCode(403);
        approve(refunds, refund)
                .statusCode(200)
                .body("refunded", equalTo("27.50"))
                .body("unapplied", equalTo("0.00"));
        approve(refunds, refund).statusCode(409);
        approve(refunds, late).statusCode(422).body("type", containsString("remittance-overspent"));
        refusedByDatabase(
                "insert into remittance_refund_approval select refund_id, remittance_id, contractor_id, 9, proposed_by, now()"
                        + " from remittance_refund where refund_id = '" + late + "'",
                "CM004");
        assertThat(DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select account || ' ' || sum(amount) from remittance_entry where remittance_id = '" + payment
                                + "' group by account order by account"))
                .containsExactly(
                        "cash 12.50", "fee-receivable:" + number + " -12.50", "unapplied-cash:" + contractor + " 0.00");
        Path events = Path.of("src/main/resources/events");
        List<String> told = DatabaseRights.rows(
                OwnerDatabase.dataSource(),
                "select event_type || ' ' || payload from journal where aggregate_id = '" + payment
                        + "' order by aggregate_version");
        assertThat(told).hasSize(3);
        for (String event : told) {
            int space = event.indexOf(' ');
            JsonSchemas.assertValid(
                    events.resolve(event.substring(0, space) + ".schema.json"), event.substring(space + 1));
        }
    }

    private static ValidatableResponse approve(String refunds, String refund) {
        return given().auth()
                .oauth2(Tokens.of("dgs-approver"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(refunds + "/" + refund + "/approval")
                .then();
    }

    @Test
    @DisplayName("two payments at once do not pay one report twice, and one payment is not spent twice at once")
    void atTheSameTime() {
        String one = payment("12.50");
        String two = payment("12.50");
        assertThat(AtOnce.both(() -> status(one, "2026-Q1"), () -> status(two, "2026-Q1")))
                .containsExactlyInAnyOrder(200, 422);
        String three = payment("10.00");
        assertThat(AtOnce.both(
                        () -> allocate(three, part("2026-Q2", "10.00"))
                                .extract()
                                .statusCode(),
                        () -> allocate(three, part("2026-Q2", "9.00")).extract().statusCode()))
                .containsExactlyInAnyOrder(200, 422);
    }

    @Test
    @DisplayName("two payments at once that name no report pay one after the other what is open; neither is refused")
    void withoutNamesAtTheSameTime() throws Exception {
        String one = payment("20.00");
        String two = payment("20.00");
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                Connection busy = OwnerDatabase.dataSource().getConnection();
                Statement lock = busy.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtextextended('report " + number + " 2026-Q1', 0))");
            Future<ValidatableResponse> first = threads.submit(() -> allocate(one, ""));
            Future<ValidatableResponse> second = threads.submit(() -> allocate(two, ""));
            Eventually.within(
                    Eventually.PATIENCE,
                    () -> assertThat(DatabaseRights.rows(OwnerDatabase.dataSource(), """
                            select pid::text from pg_locks where locktype = 'advisory' and not granted
                                and database = (select oid from pg_database where datname = current_database())"""))
                            .hasSize(2));
            lock.execute("select pg_advisory_unlock(hashtextextended('report " + number + " 2026-Q1', 0))");
            first.get().statusCode(200);
            second.get().statusCode(200);
        }
        account(contractor).body("charges.open", contains("0.00", "0.00")).body("unappliedCash", equalTo("2.50"));
    }

    private int status(String payment, String quarter) {
        return allocate(payment, part(quarter, "12.50")).extract().statusCode();
    }

    @Test
    @DisplayName("the database itself refuses edits, unbalanced entries and what is too much")
    void theDatabaseRefuses() throws SQLException {
        String payment = payment("100.00");
        refusedByDatabase("update remittance set amount = 1 where remittance_id = '" + payment + "'", "23001");
        refusedByDatabase("delete from remittance_entry where remittance_id = '" + payment + "'", "23001");
        refusedByDatabase(
                "insert into remittance_entry values ('" + payment + "', 2, 1, '" + contractor + "', 'cash', 1)",
                "23514");
        refusedByDatabase(
                "insert into remittance_allocation values ('" + payment + "', 2, '" + number + "', '2026-Q1', '"
                        + contractor + "', 12.51, 'x', now())",
                "CM002");
        refusedByDatabase(
                "insert into remittance_allocation values ('" + payment + "', 2, '" + number + "', '2026-Q1', '"
                        + UUID.randomUUID() + "', 1.00, 'x', now())",
                "CM003");
    }

    private static void refusedByDatabase(String sql, String state) {
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

    private static String paper(UUID contractor, String path) throws IOException {
        byte[] printed = Api.contractor(contractor)
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(Api.analyst().get(path).asByteArray()).isEqualTo(printed);
        try (PDDocument document = Loader.loadPDF(printed)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @DisplayName(
            "FEE-INCENTIVE-RATE: receipt of a payment, statement of account and of a quarter as papers, the same to the byte")
    void papers() throws IOException {
        String payment = payment("40.00");
        allocate(payment, part("2026-Q1", "12.50")).statusCode(200);
        assertThat(paper(contractor, "/v1/remittances/" + payment + "/receipt"))
                .contains("Example Roofing, Inc.", "40.00", "27.50", number, "2026-Q1", "12.50");
        assertThat(paper(contractor, "/v1/contractor-accounts/" + contractor + "/paper"))
                .contains("Example Roofing, Inc.", "2026-Q2", "25.00", "27.50", "-2.50")
                .doesNotContain("2026-Q1");
        String receipt = Api.report(number, "2026-Q1").extract().path("filing.receiptNumber");
        assertThat(paper(contractor, "/v1/quarterly-reports/" + number + "/2026-Q1/paper"))
                .contains("Example Roofing, Inc.", "1,000.00", "12.50", receipt.substring(receipt.lastIndexOf('/')))
                .doesNotContain("Not filed");
        assertThat(paper(contractor, "/v1/quarterly-reports/" + number + "/2026-Q3/paper"))
                .contains("Not filed", "quarter without sales");
        UUID stranger = scene.contractor();
        for (String path : List.of(
                "/v1/remittances/" + payment + "/receipt",
                "/v1/contractor-accounts/" + contractor + "/paper",
                "/v1/contractor-accounts/" + contractor + "/charges",
                "/v1/quarterly-reports/" + number + "/2026-Q1/paper")) {
            Api.contractor(stranger).get(path).then().statusCode(404);
        }
    }

    @Test
    @DisplayName("the charges are read page by page; those that are paid can be left out")
    void chargesPageByPage() {
        String payment = payment("12.50");
        allocate(payment, part("2026-Q1", "12.50")).statusCode(200);
        String charges = "/v1/contractor-accounts/" + contractor + "/charges";
        String next = Api.contractor(contractor)
                .get(charges + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.quarter", contains("2026-Q1"))
                .body("items[0].open", equalTo("0.00"))
                .extract()
                .path("next");
        Api.contractor(contractor).get(next).then().statusCode(200).body("items.quarter", contains("2026-Q2"));
        Api.contractor(contractor)
                .get(charges + "?open=true")
                .then()
                .statusCode(200)
                .body("items.quarter", contains("2026-Q2"));
        Api.contractor(contractor).get(charges + "?cursor=eA").then().statusCode(400);
        for (String day : List.of("+999999999-12-31", "-0001-01-01", "+10000-01-01")) {
            Api.contractor(contractor)
                    .get(charges + "?cursor=" + Cursor.of(day, number, "2026-Q1"))
                    .then()
                    .statusCode(400);
            Api.contractor(contractor)
                    .get("/v1/remittances?cursor="
                            + Cursor.of(day, UUID.randomUUID().toString()))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void anotherContractorSeesNothingOfIt() throws SQLException {
        String payment = payment("1.00");
        UUID stranger = scene.contractor();
        Api.contractor(stranger).get("/v1/remittances/" + payment).then().statusCode(404);
        Api.contractor(stranger).get("/v1/remittances").then().statusCode(200).body("items", hasSize(0));
        Api.contractor(stranger)
                .get("/v1/contractor-accounts/" + contractor)
                .then()
                .statusCode(404);
        Api.contractor(stranger)
                .get("/v1/reconciliations/{number}/2026-Q2", number)
                .then()
                .statusCode(404);
        Api.contractor(contractor).get("/v1/remittances/" + payment).then().statusCode(200);
        Tenant tenant = Tenant.of(Optional.empty(), Optional.of(stranger));
        for (String table : List.of("remittance", "remittance_entry", "remittance_allocation", "remittance_refund")) {
            assertThat(tenant.during(
                            () -> DatabaseRights.rows(application, "select remittance_id::text from " + table)))
                    .as(table)
                    .isEmpty();
        }
    }
}
