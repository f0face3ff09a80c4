package org.opencmas.registry.agreement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.registry.Registry;
import org.opencmas.registry.TestClock;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.SeededGenerator;

@QuarkusTest
@DisplayName("The status of an agreement is that of the day asked for, as known at the instant asked for")
class StatusOverTimeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static int serial;

    private final DataSource database = OwnerDatabase.dataSource();

    private String contractor;
    private String number;

    @BeforeEach
    void register() {
        TestClock.set(TODAY);
        contractor = "Chronos Works " + Integer.toString(++serial, 36) + "q";
        number = Registry.agreement(contractor);
    }

    @AfterEach
    void backToTheSystemsTime() {
        TestClock.reset();
    }

    private ValidatableResponse becomes(String status, String effectiveOn) {
        return post("status-changes", """
                {"status": "%s", "effectiveOn": "%s", "reason": "test"}""".formatted(status, effectiveOn));
    }

    private ValidatableResponse supplement(String effectiveOn, String baseContract) {
        return post("supplements", """
                {"effectiveOn": "%s", "termStart": "2026-01-01", "termEnd": "2029-06-30", "forUseBy": "STATE_ONLY",
                 "nspProvision": false, "baseContract": %s}""".formatted(effectiveOn, baseContract));
    }

    private ValidatableResponse post(String what, String body) {
        return Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/agreements/" + number + "/" + what)
                .then();
    }

    private String statusOn(String day) {
        return given().queryParam("asOf", day)
                .get("/v1/agreements/" + number)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    private String statusOn(String day, String knownAt) {
        return given().queryParam("asOf", day)
                .queryParam("knownAt", knownAt)
                .get("/v1/agreements/" + number)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    private ValidatableResponse found(String asOf) {
        return given().queryParam("contractor", contractor)
                .queryParam("asOf", asOf)
                .get("/v1/agreements")
                .then()
                .statusCode(200);
    }

    @Test
    void beforeASuspensionItIsActiveAndAfterItsEndAgain() {
        becomes("SUSPENDED", "2026-11-10").statusCode(201).body("status", equalTo("SUSPENDED"));
        becomes("ACTIVE", "2026-12-01").statusCode(201).body("status", equalTo("SUSPENDED"));

        assertThat(statusOn("2026-11-09")).isEqualTo("ACTIVE");
        assertThat(statusOn("2026-11-10")).isEqualTo("SUSPENDED");
        assertThat(statusOn("2026-11-30")).isEqualTo("SUSPENDED");
        assertThat(statusOn("2026-12-01")).isEqualTo("ACTIVE");
    }

    @Test
    void aSuspensionFromNextMonthIsRecordedAheadAndComesByItself() {
        becomes("SUSPENDED", "2026-12-01")
                .statusCode(201)
                .body("status", equalTo("ACTIVE"))
                .body("statusTimeline.status", contains("ACTIVE", "SUSPENDED"))
                .body("statusTimeline.effectiveOn", contains("2026-01-01", "2026-12-01"));

        TestClock.set(LocalDate.of(2026, 12, 1));
        given().get("/v1/agreements/" + number).then().body("status", equalTo("SUSPENDED"));
        given().get("/v1/agreements/" + number + "/status-changes").then().body("items", hasSize(1));
    }

    @Test
    void aSuspensionIsTakenBackBeforeItBegins() {
        becomes("SUSPENDED", "2026-12-01").statusCode(201);
        becomes("ACTIVE", "2026-12-01").statusCode(201);

        assertThat(statusOn("2026-12-01")).isEqualTo("ACTIVE");
        given().get("/v1/agreements/" + number + "/status-changes")
                .then()
                .body("items.status", contains("SUSPENDED", "ACTIVE"));
    }

    @Test
    void whatWasKnownAtAnInstantStaysWhatWasKnown() {
        String registeredAt = given().get("/v1/agreements/" + number).path("recordedAt");
        becomes("SUSPENDED", "2026-11-10").statusCode(201);
        String suspendedAt = lastRecordedAt();
        becomes("TERMINATED", "2026-10-01").statusCode(201);

        assertThat(statusOn("2026-11-15", registeredAt)).isEqualTo("ACTIVE");
        assertThat(statusOn("2026-11-15", suspendedAt)).isEqualTo("SUSPENDED");
        assertThat(statusOn("2026-11-15", lastRecordedAt())).isEqualTo("TERMINATED");
        assertThat(statusOn("2026-09-30", lastRecordedAt())).isEqualTo("ACTIVE");
        given().queryParam("knownAt", suspendedAt)
                .get("/v1/agreements/" + number)
                .then()
                .body("statusTimeline.status", contains("ACTIVE", "SUSPENDED"));
    }

    @Test
    void theSearchAsOfADayListsWhatWasActiveThen() {
        becomes("TERMINATED", "2026-11-02").statusCode(201);

        found("2026-11-01")
                .body("items.cmasNumber", hasItem(number))
                .body("items.find { it.cmasNumber == '" + number + "' }.status", equalTo("ACTIVE"))
                .body("items.find { it.cmasNumber == '" + number + "' }.active", equalTo(true));
        found("2026-11-02").body("items.cmasNumber", not(hasItem(number)));
        given().queryParam("contractor", contractor)
                .get("/v1/agreements")
                .then()
                .body("items.find { it.cmasNumber == '" + number + "' }.status", equalTo("TERMINATED"));
    }

    @Test
    void aTerminationAheadLeavesTheAgreementInUseUntilThen() {
        becomes("TERMINATED", "2027-01-01").statusCode(201).body("status", equalTo("ACTIVE"));
        becomes("SUSPENDED", "2026-12-01")
                .statusCode(201)
                .body("statusTimeline.status", contains("ACTIVE", "SUSPENDED", "TERMINATED"));
        supplement("2026-12-15", "{\"number\": \"GS-1\", \"type\": \"GSA\", \"holder\": \"H\"}")
                .statusCode(201);
        supplement("2027-01-01", "{\"number\": \"GS-1\", \"type\": \"GSA\", \"holder\": \"H\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/agreement-terminated"));
        Registry.importList(number, 0, "item_id,description,unit,price\nA,B,C,1\n")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource({
        "SUSPENDED, 2026-11-02",
        "ACTIVE, 2026-11-02",
        "TERMINATED, 2026-11-02",
        "ACTIVE, 2026-11-03",
        "TERMINATED, 2027-06-01",
        "ACTIVE, 2026-11-01"
    })
    void nothingFollowsATerminationAndNoChangeIsNone(String status, String day) {
        becomes("TERMINATED", "2026-11-02").statusCode(201);

        becomes(status, day)
                .statusCode(409)
                .body("type", equalTo("/problems/status-change-impossible"))
                .body("status", equalTo(409))
                .body("statusTimeline.status", contains("ACTIVE", "TERMINATED"))
                .body("statusTimeline.effectiveOn", contains("2026-01-01", "2026-11-02"));
    }

    @Test
    void aTerminationCanBeRecordedForAnEarlierDay() {
        becomes("SUSPENDED", "2026-11-10").statusCode(201);
        becomes("TERMINATED", "2026-12-31").statusCode(201);
        becomes("TERMINATED", "2026-11-02")
                .statusCode(201)
                .body("statusTimeline.status", contains("ACTIVE", "TERMINATED"))
                .body("status", equalTo("TERMINATED"));
        found("2026-11-15").body("items.cmasNumber", not(hasItem(number)));
    }

    @Test
    void noStatusChangesBeforeTheAgreementsFirstDay() {
        becomes("SUSPENDED", "2025-12-31").statusCode(400).body("errors.pointer", contains("/effectiveOn"));
        becomes("SUSPENDED", "2026-01-01").statusCode(201);
        assertThat(statusOn("2026-01-01")).isEqualTo("SUSPENDED");
    }

    @Test
    @DisplayName("GEN-NOT-A-BID-PROGRAM: on every day on which it is active the terms in force name the base contract")
    void baseContractDayByDay() {
        supplement("2027-01-01", "null").statusCode(422).body("errors.pointer", contains("/baseContract"));
        becomes("SUSPENDED", "2026-12-15").statusCode(201);
        supplement("2027-01-01", "null").statusCode(201);
        becomes("ACTIVE", "2027-02-01").statusCode(422).body("errors.pointer", contains("/baseContract"));
        becomes("ACTIVE", "2026-12-20").statusCode(422);
        becomes("SUSPENDED", "2027-01-01").statusCode(409);
        supplement("2027-02-01", "{\"number\": \"GS-1\", \"type\": \"GSA\", \"holder\": \"H\"}")
                .statusCode(201);
        becomes("ACTIVE", "2027-02-01").statusCode(201);
        becomes("ACTIVE", "2027-01-31").statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update agreement_status_change set status = 'ACTIVE' where cmas_number = '%s'",
                "delete from agreement_status_change where cmas_number = '%s'",
                """
                insert into agreement_status_change (id, cmas_number, change_number, status, effective_on, reason, recorded_at,
                    recorded_by) values (gen_random_uuid(), '%s', 2, 'ACTIVE', '2026-11-02', 'x', now() + interval '9 years', 'x')
                """,
                """
                insert into agreement_status_change (id, cmas_number, change_number, status, effective_on, reason, recorded_at,
                    recorded_by) values (gen_random_uuid(), '%s', 3, 'SUSPENDED', '2026-10-02', 'x', now() + interval '9 years', 'x')
                """,
                """
                insert into agreement_status_change (id, cmas_number, change_number, status, effective_on, reason, recorded_at,
                    recorded_by) values (gen_random_uuid(), '%s', 2, 'SUSPENDED', '2025-12-31', 'x', now() + interval '9 years', 'x')
                """,
                """
                insert into agreement_status_change (id, cmas_number, change_number, status, effective_on, reason, recorded_at,
                    recorded_by) values (gen_random_uuid(), '%s', 2, 'SUSPENDED', '2026-10-02', 'x', '2001-01-01', 'x')
                """
            })
    void theDatabaseKeepsTheTimelineToo(String sql) throws SQLException {
        becomes("TERMINATED", "2026-11-02").statusCode(201);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql.formatted(number)))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).startsWith("23"));
        }
    }

    /** A change that was accepted. */
    private record Accepted(LocalDate day, String status, Instant recordedAt) {}

    @Test
    void anyHistoryIsAnsweredLikeItsFoldFromScratch() {
        SeededGenerator random = SeededGenerator.of("StatusOverTimeTest");
        LocalDate first = LocalDate.of(2026, 1, 1);
        for (int history = 0; history < 5; history++) {
            register();
            List<Accepted> accepted = new ArrayList<>();
            accepted.add(new Accepted(
                    first,
                    "ACTIVE",
                    Instant.parse(given().get("/v1/agreements/" + number).path("recordedAt"))));
            for (int change = 0; change < 10; change++) {
                LocalDate day = random.day(first, first.plusDays(20));
                String status = random.onceIn(10) ? "TERMINATED" : random.yes() ? "ACTIVE" : "SUSPENDED";
                String present = folded(accepted, day);
                boolean possible = !present.equals(status) && !present.equals("TERMINATED");
                becomes(status, day.toString()).statusCode(possible ? 201 : 409);
                if (possible) {
                    accepted.add(new Accepted(day, status, Instant.parse(lastRecordedAt())));
                }
            }
            for (int question = 0; question < 30; question++) {
                LocalDate day = random.day(first, first.plusDays(25));
                int known = random.between(1, accepted.size());
                List<Accepted> then = accepted.subList(0, known);
                assertThat(statusOn(day.toString(), then.getLast().recordedAt().toString()))
                        .as("%s on %s", then, day)
                        .isEqualTo(folded(then, day));
            }
            LocalDate day = random.day(first, first.plusDays(25));
            boolean active = folded(accepted, day).equals("ACTIVE");
            found(day.toString()).body("items.cmasNumber", active ? hasItem(number) : not(hasItem(number)));
        }
    }

    /** Day by day from scratch: of the changes that begin on or before the day, none after the first termination counts. */
    private static String folded(List<Accepted> changes, LocalDate day) {
        String status = "ACTIVE";
        for (LocalDate each = changes.getFirst().day(); !each.isAfter(day); each = each.plusDays(1)) {
            for (Accepted change : changes) {
                if (change.day().equals(each)) {
                    status = change.status();
                }
            }
            if (status.equals("TERMINATED")) {
                return status;
            }
        }
        return status;
    }

    private String lastRecordedAt() {
        List<String> all =
                given().get("/v1/agreements/" + number + "/status-changes").path("items.recordedAt");
        return all.getLast();
    }
}
