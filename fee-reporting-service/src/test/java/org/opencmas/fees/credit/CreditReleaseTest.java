package org.opencmas.fees.credit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.MutableClock;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.fault.AtOnce;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "FEE-AMENDMENTS: the credit of an agreement that ended moves or goes back by two persons, and never more than there is")
class CreditReleaseTest {
    @Inject
    Scene scene;

    @Inject
    Clock clock;

    private UUID contractor;
    private UUID city;
    private String ended;
    private String current;

    /** 1,000 dollars less of an order whose report was filed: 12.50 that no later report uses. */
    @BeforeEach
    void anEndedAgreementWithACredit() {
        contractor = scene.contractor();
        city = scene.agency("CITY");
        ended = scene.agreement(contractor, "2026-01-01", "2026-06-30");
        current = scene.agreement(contractor, "2026-07-01", "2027-06-30");
        var order = scene.order(city, ended, "2026-02-03").issued("3000.00");
        Api.file(contractor, ended, "2026-Q1").statusCode(201);
        order.amended("2026-05-03", "2000.00");
        Api.file(contractor, ended, "2026-Q2").statusCode(201).body("totals.creditCarriedForward", equalTo("12.50"));
    }

    private static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    private static ValidatableResponse propose(String number, String body) {
        return as("dgs-analyst")
                .body(body)
                .post("/v1/agreement-credits/{number}/releases", number)
                .then();
    }

    private String transfer(String amount) {
        return """
                {"way":"TRANSFER","toCmasNumber":"%s","amount":"%s","reason":"The agreement ended"}""".formatted(current, amount);
    }

    private static String refund(String amount) {
        return """
                {"way":"REFUND","amount":"%s","reason":"The agreement ended"}""".formatted(amount);
    }

    private String proposed(String body) {
        return propose(ended, body).statusCode(201).extract().path("releaseId");
    }

    private static ValidatableResponse approve(String number, String release) {
        return as("dgs-approver")
                .post("/v1/agreement-credits/{number}/releases/{release}/approval", number, release)
                .then();
    }

    private ValidatableResponse credit(String number) {
        return Api.contractor(contractor)
                .get("/v1/agreement-credits/{number}", number)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse account() {
        return Api.contractor(contractor)
                .get("/v1/contractor-accounts/{id}", contractor)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse work() {
        return Api.analyst()
                .get("/v1/work-items?kind=CREDIT_ON_ENDED_AGREEMENT&contractorId=" + contractor)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName(
            "is seen in the statement of account, in its paper, in the list and in the work queue, from the day after its end")
    void isSeen() {
        credit(ended)
                .body("credit", equalTo("12.50"))
                .body("ended", equalTo(true))
                .body("lastDay", equalTo("2026-06-30"));
        credit(current)
                .body("credit", equalTo("0.00"))
                .body("ended", equalTo(false))
                .body("since", nullValue());
        account()
                .body("agreementCredits.cmasNumber", contains(ended))
                .body("creditOnAgreements", equalTo("12.50"))
                .body("creditOnEndedAgreements", equalTo("12.50"))
                .body("aging.total", equalTo("37.50"))
                .body("balance", equalTo("25.00"));
        work().body("items.cmasNumber", contains(ended))
                .body("items.amount", contains("12.50"))
                .body("items.quarter", contains("2026-Q2"))
                .body("items.link", contains("/v1/agreement-credits/" + ended));
        Api.analyst()
                .get("/v1/agreement-credits?ended=true&contractorId=" + contractor)
                .then()
                .statusCode(200)
                .body("items.cmasNumber", contains(ended));
        Api.analyst()
                .get("/v1/agreement-credits?ended=false&contractorId=" + contractor)
                .then()
                .statusCode(200)
                .body("items", empty());
        Api.analyst()
                .get("/v1/dashboards/aging?limit=1")
                .then()
                .statusCode(200)
                .body("creditOnEndedAgreements", notNullValue())
                .body("rows[0]", hasKey("creditOnEndedAgreements"));
        Api.contractor(scene.contractor())
                .get("/v1/agreement-credits/{number}", ended)
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("moves to another agreement of the contractor, whose next report pays less by it")
    void moves() throws SQLException {
        String release = proposed(transfer("10.00"));
        credit(ended).body("credit", equalTo("12.50"));
        approve(ended, release).statusCode(200).body("approval.at", notNullValue());
        approve(ended, release).statusCode(409).body("type", containsString("credit-released"));
        credit(ended).body("credit", equalTo("2.50"));
        credit(current).body("credit", equalTo("10.00"));
        scene.order(city, current, "2026-08-03").issued("1000.00");
        Api.file(contractor, current, "2026-Q3")
                .statusCode(201)
                .body("totals.creditUsed", equalTo("10.00"))
                .body("totals.feeDue", equalTo("2.50"));
        credit(current).body("credit", equalTo("0.00"));
        assertThat(DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select account || ' ' || amount from credit_entry where release_id = '" + release
                                + "' order by line"))
                .containsExactly("credit:" + ended + " 10.00", "credit:" + current + " -10.00");
        Api.contractor(contractor)
                .get("/v1/agreement-credits/{number}/releases", ended)
                .then()
                .statusCode(200)
                .body("items.way", contains("TRANSFER"))
                .body("items.toCmasNumber", contains(current));
        assertEvent(release);
        Api.proof().body("holds", equalTo(true));
    }

    private static void assertEvent(String release) throws SQLException {
        List<String> told = DatabaseRights.rows(
                OwnerDatabase.dataSource(),
                "select payload from journal where aggregate_id = '" + release
                        + "' and event_type = 'credit.released.v1'");
        assertThat(told).hasSize(1);
        JsonSchemas.assertValid(Path.of("src/main/resources/events/credit.released.v1.schema.json"), told.getFirst());
    }

    @Test
    @DisplayName("is not approved by the person who proposed it, whatever else that person may do")
    void needsASecondPerson() {
        String release = proposed(refund("12.50"));
        given().auth()
                .oauth2(Tokens.person("dgs-analyst", "dgs-approver"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/agreement-credits/{number}/releases/{release}/approval", ended, release)
                .then()
                .statusCode(409)
                .body("type", containsString("second-person-needed"));
        credit(ended).body("credit", equalTo("12.50"));
    }

    @Test
    @DisplayName("goes back to the contractor; then nothing is left to see to")
    void goesBack() throws SQLException {
        String release = proposed(refund("12.50"));
        approve(ended, release).statusCode(200);
        account().body("agreementCredits", empty()).body("creditOnAgreements", equalTo("0.00"));
        work().body("items", empty());
        assertThat(DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select account || ' ' || amount from credit_entry where release_id = '" + release
                                + "' order by line"))
                .containsExactly("credit:" + ended + " 12.50", "cash -12.50");
        assertEvent(release);
    }

    @Test
    @DisplayName("is never more than there is: not proposed, not approved after another, not by two at once")
    void neverMoreThanThereIs() {
        propose(ended, refund("12.51")).statusCode(422).body("type", containsString("credit-overdrawn"));
        propose(ended, refund("0.00")).statusCode(400).body("errors.pointer", contains("/amount"));
        propose(ended, refund("1.001")).statusCode(400);
        String one = proposed(refund("7.00"));
        String two = proposed(transfer("7.00"));
        assertThat(AtOnce.both(() -> status(one), () -> status(two))).containsExactlyInAnyOrder(200, 422);
        credit(ended).body("credit", equalTo("5.50"));
    }

    private int status(String release) {
        return approve(ended, release).extract().statusCode();
    }

    @Test
    @DisplayName("one key sent twice is one release")
    void oneKeyIsOneRelease() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(Tokens.of("dgs-analyst"))
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(refund("1.00"))
                    .post("/v1/agreement-credits/{number}/releases", ended)
                    .then()
                    .statusCode(201);
        }
        Api.analyst()
                .get("/v1/agreement-credits/{number}/releases", ended)
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    @DisplayName("is refused while reports use it: in the term, and while one is not filed")
    void isRefusedWhileReportsUseIt() {
        propose(current, refund("1.00")).statusCode(422).body("type", containsString("agreement-in-term"));
        scene.order(city, ended, "2026-02-03").issued("100.00").amended("2026-08-03", "200.00");
        propose(ended, refund("1.00"))
                .statusCode(422)
                .body("type", containsString("reports-not-filed"))
                .body("quarter", equalTo("2026-Q3"));
        propose("4-20-99-9999Z", refund("1.00")).statusCode(404);
    }

    @Test
    @DisplayName("moves to no other contractor's agreement, to none that ended and not to itself")
    void movesWhereItIsUsed() {
        String another = scene.agreement(scene.contractor(), "2026-07-01", "2027-06-30");
        String past = scene.agreement(contractor, "2025-01-01", "2025-12-31");
        for (String to : List.of(another, past, ended, "4-20-99-9999Z")) {
            propose(ended, transfer("1.00").replace(current, to))
                    .statusCode(422)
                    .body("type", containsString("no-agreement-of-contractor"));
        }
        propose(ended, """
                {"way":"TRANSFER","amount":"x","reason":" "}""").statusCode(400).body("errors.pointer", contains("/toCmasNumber", "/amount", "/reason"));
        propose(ended, refund("1.00").replace("}", ",\"toCmasNumber\":\"" + current + "\"}"))
                .statusCode(400)
                .body("errors.pointer", contains("/toCmasNumber"));
    }

    @Test
    @DisplayName("as it was known at a moment: before and after the filing that left it over and the release")
    void knownAt() {
        Instant filed = clock.instant();
        ((MutableClock) clock).advance(Duration.ofSeconds(1));
        try {
            approve(ended, proposed(refund("2.50"))).statusCode(200);
            known(clock.instant()).body("credit", equalTo("10.00"));
            known(filed).body("credit", equalTo("12.50")).body("since", nullValue());
            known(filed.minusSeconds(1)).body("credit", equalTo("0.00"));
        } finally {
            ((MutableClock) clock).set(filed);
        }
        Api.analyst()
                .get("/v1/agreement-credits/" + ended + "?knownAt=2100-01-01T00:00:00Z")
                .then()
                .statusCode(400);
    }

    private ValidatableResponse known(Instant moment) {
        return Api.analyst()
                .get("/v1/agreement-credits/" + ended + "?knownAt=" + moment)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("the database itself refuses one person, edits, entries that do not balance and more than there is")
    void theDatabaseRefuses() {
        String release = proposed(refund("12.50"));
        refusedByDatabase(
                "insert into credit_release_approval select release_id, contractor_id, proposed_by, now() from credit_release"
                        + " where release_id = '" + release + "'",
                "CM004");
        String approved =
                "insert into credit_release_approval select release_id, contractor_id, 'x', now() from credit_release"
                        + " where release_id = '" + release + "';";
        refusedByDatabase(approved, "23514");
        String entry =
                "insert into credit_entry select release_id, l.line, contractor_id, l.number, l.account, l.amount, now()"
                        + " from credit_release cross join (values (1, '" + ended + "', 'credit:" + ended
                        + "', %s), (2, null, 'cash', %s))"
                        + " l (line, number, account, amount) where release_id = '" + release + "'";
        refusedByDatabase(approved + entry.formatted("1.00", "-2.00"), "23514");
        refusedByDatabase(approved + entry.formatted("12.51", "-12.51"), "CM005");
        refusedByDatabase(approved + entry.formatted("12.49", "-12.49"), "23514");
        refusedByDatabase("update credit_release set amount = 1 where release_id = '" + release + "'", "23001");
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
}
