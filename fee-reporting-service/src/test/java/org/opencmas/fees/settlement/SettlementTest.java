package org.opencmas.fees.settlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.JsonSchemas;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("RPT-SUBMITTED: what was owed before the suite began is settled in bulk, with a reason, by two persons")
class SettlementTest {
    @Inject
    Scene scene;

    private static ValidatableResponse post(String role, String path, String body) {
        return postAs(Tokens.of(role), path, body);
    }

    private static ValidatableResponse postAs(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse propose(UUID contractor, String through) {
        return post("dgs-analyst", "/v1/settlements", """
                {"contractorId":"%s","throughQuarter":"%s","reason":"Kept on paper only"}""".formatted(contractor, through));
    }

    private static ValidatableResponse overdue(UUID contractor) {
        return Api.analyst()
                .get("/v1/work-items?kind=OVERDUE_REPORT&kind=UNPAID_FEE&contractorId=" + contractor)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse obligations(UUID contractor, String query) {
        return Api.contractor(contractor)
                .get("/v1/report-obligations" + query)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("only by a second person; an order that turns up later makes its report overdue again")
    void reportsOfOldQuarters() throws SQLException {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2006-07-01", "2007-06-30");
        UUID city = scene.agency("CITY");
        scene.order(city, number, "2006-10-03").issued("1000.00");
        propose(contractor, "2006-Q2").statusCode(422).body("type", containsString("nothing-to-settle"));
        String id = propose(contractor, "2007-Q1")
                .statusCode(201)
                .body("reports", equalTo(2))
                .body("fees", equalTo(0))
                .body("oldestDueOn", equalTo("2006-10-15"))
                .body("oldestAgeDays", greaterThan(7000))
                .extract()
                .path("settlementId");
        String next = Api.analyst()
                .get("/v1/settlements/" + id + "/items?limit=1")
                .then()
                .body("items.quarter", contains("2006-Q3"))
                .extract()
                .path("next");
        Api.analyst().get(next).then().body("items.quarter", contains("2007-Q1"));
        overdue(contractor).body("items.quarter", contains("2006-Q3", "2006-Q4", "2007-Q1", "2007-Q2"));
        post("dgs-analyst", "/v1/settlements/" + id + "/approval", "").statusCode(403);
        assertThatThrownBy(() -> execute("insert into settlement_approval select settlement_id, proposed_by, now() from"
                        + " settlement where settlement_id = '" + id + "'"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("CM004"));
        String twin = propose(contractor, "2006-Q3").statusCode(201).extract().path("settlementId");
        // Between proposal and approval an order of the first quarter of 2007 turned up.
        scene.order(city, number, "2007-01-03").issued("1.00");
        post("dgs-approver", "/v1/settlements/" + id + "/approval", "")
                .statusCode(200)
                .body("reports", equalTo(1))
                .body("reason", equalTo("Kept on paper only"));
        Api.analyst().get("/v1/settlements/" + id + "/items").then().body("items.quarter", contains("2006-Q3"));
        post("dgs-approver", "/v1/settlements/" + twin + "/approval", "")
                .statusCode(422)
                .body("type", containsString("nothing-to-settle"));
        post("dgs-approver", "/v1/settlements/" + id + "/approval", "").statusCode(409);
        overdue(contractor).body("items.quarter", contains("2006-Q4", "2007-Q1", "2007-Q2"));
        obligations(contractor, "").body("items.state", contains("SETTLED", "OVERDUE", "OVERDUE", "OVERDUE"));
        obligations(contractor, "?state=SETTLED").body("items.quarter", contains("2006-Q3"));
        obligations(contractor, "?state=DUE&state=OVERDUE")
                .body("items.quarter", contains("2006-Q4", "2007-Q1", "2007-Q2"));
        scene.order(city, number, "2006-07-03").issued("1.00");
        overdue(contractor).body("items.quarter", contains("2006-Q3", "2006-Q4", "2007-Q1", "2007-Q2"));
        obligations(contractor, "?state=SETTLED").body("items", hasSize(0));
        List<String> told = DatabaseRights.rows(
                OwnerDatabase.dataSource(),
                "select payload from journal where event_type = 'obligations.settled.v1' and aggregate_id = '" + id
                        + "'");
        assertThat(told).hasSize(1);
        JsonSchemas.assertValid(
                Path.of("src/main/resources/events/obligations.settled.v1.schema.json"), told.getFirst());
    }

    @Test
    @DisplayName("an order whose fee cannot be worked out yet is an order all the same: its report is not settled")
    void anOrderThatWaits() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2006-07-01", "2006-12-31");
        scene.order(UUID.randomUUID(), number, "2006-07-03").issued("1.00");
        propose(contractor, "2006-Q4")
                .statusCode(201)
                .body("reports", equalTo(1))
                .body("oldestDueOn", equalTo("2007-01-15"));
    }

    @Test
    @DisplayName("a report that its contractor has begun to fill in is not settled, nor one begun after the proposal")
    void aReportThatIsBegun() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2006-07-01", "2007-03-31");
        begin(contractor, number, "2006-Q3");
        String id = propose(contractor, "2007-Q1")
                .statusCode(201)
                .body("reports", equalTo(2))
                .body("oldestDueOn", equalTo("2007-01-15"))
                .extract()
                .path("settlementId");
        begin(contractor, number, "2006-Q4");
        post("dgs-approver", "/v1/settlements/" + id + "/approval", "")
                .statusCode(200)
                .body("reports", equalTo(1));
        obligations(contractor, "?state=SETTLED").body("items.quarter", contains("2007-Q1"));
    }

    private static void begin(UUID contractor, String number, String quarter) {
        Api.contractor(contractor)
                .header("If-Match", Api.report(number, quarter).extract().header("ETag"))
                .contentType("application/json")
                .body("""
                {"answers":[],"added":[{"agencyName":"Galt","agencyClass":"LOCAL","purchaseOrderNumber":"9","amendmentNumber":0,
                 "purchaseOrderDate":"2006-09-04","total":"80.00"}]}""")
                .put("/v1/quarterly-reports/{number}/{quarter}/lines", number, quarter)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName(
            "a fee of a report filed before payments were kept is settled and open no more; one filed since is not settled")
    void feesFromBeforePaymentsWereKept() throws SQLException {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-06-30");
        UUID city = scene.agency("CITY");
        scene.order(city, number, "2026-02-03").issued("1000.00");
        scene.order(city, number, "2026-05-03").issued("2000.00");
        Api.file(contractor, number, "2026-Q1").statusCode(201);
        Api.file(contractor, number, "2026-Q2").statusCode(201);
        propose(contractor, "2026-Q2").statusCode(422);
        execute("alter table fee_proof disable trigger user; delete from fee_proof where cmas_number = '" + number
                + "' and quarter = '2026-Q1'; alter table fee_proof enable trigger user");
        String id = propose(contractor, "2026-Q2")
                .statusCode(201)
                .body("reports", equalTo(0))
                .body("fees", equalTo(1))
                .body("amount", equalTo("12.50"))
                .extract()
                .path("settlementId");
        post("dgs-approver", "/v1/settlements/" + id + "/approval", "").statusCode(200);
        overdue(contractor).body("items.quarter", contains("2026-Q2"));
        Api.contractor(contractor)
                .get("/v1/contractor-accounts/" + contractor)
                .then()
                .body("charges.settled", contains("12.50", "0.00"))
                .body("charges.open", contains("0.00", "25.00"))
                .body("balance", equalTo("25.00"));
        Api.analyst()
                .get("/v1/reconciliations/" + number + "/2026-Q1")
                .then()
                .body("settled", equalTo("12.50"))
                .body("unpaid", equalTo("0.00"));
        Api.contractor(contractor)
                .get("/v1/contractor-standings/" + contractor)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    @DisplayName(
            "a payment that is being allocated while the rest is settled is paid, not settled too; what is settled is not paid again")
    void aFeeIsPaidOrSettledOnce() throws Exception {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-03-31");
        scene.order(scene.agency("CITY"), number, "2026-02-03").issued("1000.00");
        Api.file(contractor, number, "2026-Q1").statusCode(201);
        execute("alter table fee_proof disable trigger user; delete from fee_proof where cmas_number = '" + number
                + "'; alter table fee_proof enable trigger user");
        String id = propose(contractor, "2026-Q1").statusCode(201).extract().path("settlementId");
        String payment = post("dgs-analyst", "/v1/remittances", """
                        {"contractorId":"%s","reference":"CHK-7","method":"CHECK","amount":"20.00","receivedOn":"2026-11-20"}""".formatted(contractor))
                .statusCode(201)
                .extract()
                .path("remittanceId");
        CompletableFuture<ValidatableResponse> approval;
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into remittance_allocation values ('" + payment + "', 900, '" + number
                    + "', '2026-Q1', '" + contractor + "', 5.00, 'test', now())");
            approval = CompletableFuture.supplyAsync(
                    () -> post("dgs-approver", "/v1/settlements/" + id + "/approval", ""));
            awaitWaitingForAdvisoryLock();
            connection.commit();
        }
        approval.get(Eventually.PATIENCE.toMinutes(), TimeUnit.MINUTES)
                .statusCode(200)
                .body("amount", equalTo("7.50"));
        Api.contractor(contractor)
                .get("/v1/contractor-accounts/" + contractor)
                .then()
                .body("charges.paid", contains("5.00"))
                .body("charges.settled", contains("7.50"))
                .body("charges.open", contains("0.00"));
        post("dgs-analyst", "/v1/remittances/" + payment + "/allocations", """
                        {"allocations":[{"cmasNumber":"%s","quarter":"2026-Q1","amount":"0.01"}]}""".formatted(number))
                .statusCode(422);
        overdue(contractor).body("items", hasSize(0));
        // The payment is taken back, as when a check bounces: what it had paid is open again, what was settled is not.
        post("dgs-analyst", "/v1/remittances/" + payment + "/allocations", """
                        {"allocations":[{"cmasNumber":"%s","quarter":"2026-Q1","amount":"-5.00"}]}""".formatted(number))
                .statusCode(200);
        overdue(contractor).body("items.kind", contains("UNPAID_FEE")).body("items.amount", contains("5.00"));
        String run = post("dgs-analyst", "/v1/letter-runs", """
                        {"kind":"UNPAID_FEES","contractorId":"%s","subject":"Fees","body":"{{list}}"}""".formatted(contractor))
                .statusCode(201)
                .extract()
                .path("runId");
        Api.analyst()
                .get("/v1/letter-runs/" + run + "/letters")
                .then()
                .body("items.amount", contains("5.00"))
                .body("items[0].listed", containsString(": 5.00"));
        Api.contractor(contractor)
                .get("/v1/contractor-standings/" + contractor)
                .then()
                .body("feesUnpaid", equalTo(1));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName("a person with both roles does not approve what that person proposed; another one does")
    void theProposerDoesNotApprove() {
        UUID contractor = scene.contractor();
        scene.agreement(contractor, "2006-07-01", "2006-09-30");
        String both = Tokens.person("somebody", "dgs-analyst", "dgs-approver");
        String id = postAs(both, "/v1/settlements", """
                        {"contractorId":"%s","throughQuarter":"2006-Q3","reason":"Kept on paper only"}""".formatted(contractor))
                .statusCode(201)
                .extract()
                .path("settlementId");
        postAs(both, "/v1/settlements/" + id + "/approval", "")
                .statusCode(409)
                .body("type", containsString("second-person-needed"));
        Api.analyst().get("/v1/settlements/" + id).then().body("approvedBy", nullValue());
        overdue(contractor).body("items.quarter", contains("2006-Q3"));
        postAs(Tokens.person("somebody-else", "dgs-approver"), "/v1/settlements/" + id + "/approval", "")
                .statusCode(200)
                .body("proposedBy", equalTo("somebody"))
                .body("approvedBy", equalTo("somebody-else"));
        overdue(contractor).body("items", hasSize(0));
    }

    @Test
    @DisplayName(
            "a payment of all that is open, allocated while the settlement is approved: nothing is settled beside it")
    void aPaymentOfAllLeavesNothingToSettle() throws Exception {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-03-31");
        scene.order(scene.agency("CITY"), number, "2026-02-03").issued("1000.00");
        Api.file(contractor, number, "2026-Q1").statusCode(201);
        execute("alter table fee_proof disable trigger user; delete from fee_proof where cmas_number = '" + number
                + "'; alter table fee_proof enable trigger user");
        String id = propose(contractor, "2026-Q1").statusCode(201).extract().path("settlementId");
        String payment = post("dgs-analyst", "/v1/remittances", """
                        {"contractorId":"%s","reference":"CHK-9","method":"CHECK","amount":"12.50","receivedOn":"2026-11-20"}""".formatted(contractor))
                .statusCode(201)
                .extract()
                .path("remittanceId");
        CompletableFuture<ValidatableResponse> approval;
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into remittance_allocation values ('" + payment + "', 901, '" + number
                    + "', '2026-Q1', '" + contractor + "', 12.50, 'test', now())");
            approval = CompletableFuture.supplyAsync(
                    () -> post("dgs-approver", "/v1/settlements/" + id + "/approval", ""));
            awaitWaitingForAdvisoryLock();
            connection.commit();
        }
        approval.get(Eventually.PATIENCE.toMinutes(), TimeUnit.MINUTES)
                .statusCode(422)
                .body("type", containsString("nothing-to-settle"));
        assertThat(DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select amount::text from settled where cmas_number = '" + number + "'"))
                .isEmpty();
        // The database holds it too, whoever writes.
        assertThatThrownBy(() -> execute("insert into settlement_approval values ('" + id + "', 'x', now());"
                        + " insert into settled values ('FEE', '" + number + "', '2026-Q1', '" + contractor
                        + "', 0.01, '" + id + "')"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("CM002"));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName("a payment that waits for the report's lock holds no total that the settlement of the report needs")
    void aPaymentAndASettlementDoNotWaitForEachOther() throws Exception {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-03-31");
        scene.order(scene.agency("CITY"), number, "2026-02-03").issued("1000.00");
        Api.file(contractor, number, "2026-Q1").statusCode(201);
        String payment = post("dgs-analyst", "/v1/remittances", """
                        {"contractorId":"%s","reference":"CHK-8","method":"CHECK","amount":"20.00","receivedOn":"2026-11-20"}""".formatted(contractor))
                .statusCode(201)
                .extract()
                .path("remittanceId");
        CompletableFuture<ValidatableResponse> allocation;
        try (Connection settling = OwnerDatabase.dataSource().getConnection();
                Statement statement = settling.createStatement()) {
            settling.setAutoCommit(false);
            statement.execute("set local lock_timeout = '3s'");
            statement.execute("select pg_advisory_xact_lock(hashtextextended('report " + number + " 2026-Q1', 0))");
            allocation = CompletableFuture.supplyAsync(
                    () -> post("dgs-analyst", "/v1/remittances/" + payment + "/allocations", """
                            {"allocations":[{"cmasNumber":"%s","quarter":"2026-Q1","amount":"5.00"}]}""".formatted(number)));
            awaitWaitingForAdvisoryLock();
            assertThat(statement.executeUpdate("update open_fee_total set open = open where member in ('', '"
                            + contractor + "') and due_on in (select due_on from open_fee_total where member = '"
                            + contractor + "')"))
                    .isEqualTo(2);
            settling.commit();
        }
        allocation.get(Eventually.PATIENCE.toMinutes(), TimeUnit.MINUTES).statusCode(200);
        Api.proof().body("holds", equalTo(true));
    }

    private static void awaitWaitingForAdvisoryLock() {
        Eventually.within(
                Eventually.PATIENCE,
                () -> assertThat(
                                DatabaseRights.rows(
                                        OwnerDatabase.dataSource(),
                                        "select pid::text from pg_locks where locktype = 'advisory' and not granted"
                                                + " and database = (select oid from pg_database where datname = current_database())"))
                        .isNotEmpty());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
