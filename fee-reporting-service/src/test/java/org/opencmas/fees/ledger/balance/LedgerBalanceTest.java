package org.opencmas.fees.ledger.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.testkit.MutableClock;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.SeededGenerator;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("FEE-AMENDMENTS: the ledger is read as of any day and as it was known at any moment")
class LedgerBalanceTest {
    @Inject
    Scene scene;

    @Inject
    Clock clock;

    private Instant before;

    @BeforeEach
    void theClockGoesOn() {
        before = clock.instant();
    }

    @AfterEach
    void theClockIsSetBack() {
        ((MutableClock) clock).set(before);
    }

    private Instant later() {
        ((MutableClock) clock).advance(Duration.ofSeconds(1));
        return clock.instant();
    }

    private static ValidatableResponse balances(String number, String query) {
        return Api.analyst()
                .get("/v1/ledger-balances?cmasNumber=" + number + query)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName(
            "the day of the amendment counts it, the day before does not; a correction is not known before it is made")
    void bothTimes() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        UUID city = scene.agency("CITY");
        var order = scene.order(city, number, "2026-02-01").issued("1000.00");
        Instant first = clock.instant();
        later();
        order.amended("2026-04-10", "400.00");
        Instant second = clock.instant();
        later();
        scene.contractorHas(contractor, Scene.certificate("SB", "2026-02-01", "2026-02-01"), 2);

        balances(number, "&asOf=2026-04-10&knownAt=" + first)
                .body("quarters.quarter", contains("2026-Q1"))
                .body("quarters.feeRounded", contains("12.50"));
        balances(number, "&asOf=2026-04-10&knownAt=" + second)
                .body("quarters.quarter", contains("2026-Q1", "2026-Q2"))
                .body("quarters.feeRounded", contains("12.50", "-7.50"))
                .body("balances.find { it.account == 'fee-receivable:" + number + "' }.amount", equalTo("5.00"));
        balances(number, "&asOf=2026-04-09&knownAt=" + second).body("quarters.feeRounded", contains("12.50"));
        balances(number, "&asOf=2026-01-31&knownAt=" + second).body("quarters", empty());
        balances(number, "&asOf=2026-12-31")
                .body("quarters.feeExact", contains("0.00", "0.00"))
                .body("quarters.feeWaived", contains("12.50", "-7.50"));
        Api.contractor(contractor)
                .get("/v1/ledger-balances?cmasNumber=" + number)
                .then()
                .statusCode(200)
                .body("quarters.postings", contains(3, 3));
        Api.contractor(scene.contractor())
                .get("/v1/ledger-balances?cmasNumber=" + number)
                .then()
                .statusCode(200)
                .body("quarters", empty());
    }

    @Test
    @DisplayName(
            "what a report declares is owed beside what accrued, by both times: from the order's day on, until its order is known")
    void declared() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        UUID city = scene.agency("CITY");
        var order = scene.order(city, number, "2026-02-03");
        scene.order(city, number, "2026-01-03").issued("100.00");
        String report = "/v1/quarterly-reports/" + number + "/2026-Q1";
        Api.contractor(contractor)
                .header("If-Match", Api.analyst().get(report).getHeader("ETag"))
                .contentType("application/json")
                .body("""
                        {"answers":[],"added":[{"agencyName":"Agency %s","agencyClass":"LOCAL","purchaseOrderNumber":"PO-%s",
                         "amendmentNumber":0,"purchaseOrderDate":"2026-02-03","total":"1000.00"}]}""".formatted(
                                city.toString().substring(0, 4),
                                order.orderId.toString().substring(0, 8)))
                .put(report + "/lines")
                .then()
                .statusCode(200);
        Instant before = clock.instant();
        ((MutableClock) clock).advance(Duration.ofSeconds(2));
        Api.file(contractor, number, "2026-Q1").statusCode(201);
        Instant filed = clock.instant();
        ((MutableClock) clock).advance(Duration.ofDays(1));
        order.issued("1000.00");

        String asKnownThen = "&asOf=2026-02-03&knownAt=" + filed;
        balances(number, asKnownThen)
                .body("quarters.declared.fee", contains("12.50"))
                .body("quarters.feeExact", contains("1.25"))
                .body("quarters.feeOwed", contains("13.75"))
                .body(
                        "balances.findAll { it.book == 'DECLARED' }.account",
                        contains(
                                "fee-declared",
                                "fee-receivable:" + number,
                                "orders-declared",
                                "sales-declared:" + number))
                .body(
                        "balances.findAll { it.book == 'DECLARED' }.amount",
                        contains("-12.50", "12.50", "-1000.00", "1000.00"));
        balances(number, "&asOf=2026-02-02&knownAt=" + filed).body("quarters.feeOwed", contains("1.25"));
        balances(number, "&asOf=2026-02-03&knownAt=" + before).body("quarters.feeOwed", contains("1.25"));
        balances(number, "&asOf=2026-12-31")
                .body("quarters.quarter", contains("2026-Q1", "2026-Q2"))
                .body("quarters.feeExact", contains("1.25", "12.50"))
                .body("quarters.declared.fee", contains("12.50", "-12.50"))
                .body("quarters.declared.postings", contains(1, 1))
                .body("quarters.feeOwed", contains("13.75", "0.00"))
                .body("quarters.feeRounded", contains("13.75", "0.00"));
        Api.contractor(contractor)
                .get("/v1/ledger-balances?cmasNumber=" + number + asKnownThen)
                .then()
                .statusCode(200)
                .body("quarters.feeOwed", contains("13.75"));
    }

    @Test
    @DisplayName("what was known at a moment is the same to the byte, whatever is posted later")
    void toTheByte() {
        SeededGenerator random = SeededGenerator.of("what was known at a moment");
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2025-01-01", "2026-12-31");
        UUID city = scene.agency("CITY");
        List<Scene.Order> orders = new ArrayList<>();
        Map<String, String> told = new LinkedHashMap<>();
        long version = 2;
        for (int step = 0; step < 40; step++) {
            String day = random.day(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 11, 1))
                    .toString();
            String amount = random.between(1, 99_999) + ".39";
            switch (random.between(1, 5)) {
                case 1, 2 -> orders.add(scene.order(city, number, day).issued(amount));
                case 3 -> scene.contractorHas(contractor, Scene.certificate("SB", day, "2026-11-30"), version++);
                default -> {
                    if (!orders.isEmpty()) {
                        random.oneOf(orders).amended(day, amount);
                    }
                }
            }
            String question = "&asOf=" + day + "&knownAt=" + clock.instant();
            told.put(question, balances(number, question).extract().asString());
            later();
        }
        told.forEach((question, answer) -> assertThat(
                        balances(number, question).extract().asString())
                .as(question)
                .isEqualTo(answer));
    }

    @Test
    @DisplayName(
            "a posting that takes long keeps nobody's connection: what was known now is told later, what was known before at once")
    void aPostingThatTakesLong() throws SQLException {
        String number = scene.agreement(scene.contractor(), "2026-01-01", "2026-12-31");
        scene.order(scene.agency("CITY"), number, "2026-02-01").issued("1000.00");
        Instant posted = clock.instant();
        ((MutableClock) clock).advance(Duration.ofMinutes(6));
        try (Connection posting = OwnerDatabase.dataSource().getConnection()) {
            posting.setAutoCommit(false);
            LedgerLock.take(posting);
            Api.analyst()
                    .get("/v1/ledger-balances?cmasNumber=" + number)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2");
            balances(number, "&knownAt=" + posted).body("quarters.feeRounded", contains("12.50"));
            posting.rollback();
        }
        balances(number, "").body("quarters.feeRounded", contains("12.50"));
    }

    @ParameterizedTest
    @CsvSource({
        "cmasNumber=x, cmasNumber",
        "asOf=2026-01-01, cmasNumber",
        "cmasNumber=4-20-56-0006B&asOf=2026-02-30, asOf",
        "cmasNumber=4-20-56-0006B&knownAt=yesterday, knownAt",
        "cmasNumber=4-20-56-0006B&knownAt=-100000-01-01T00:00:00Z, knownAt",
        "cmasNumber=4-20-56-0006B&knownAt=2099-01-01T00:00:00Z, knownAt"
    })
    void badParametersAreNamed(String query, String parameter) {
        Api.analyst()
                .get("/v1/ledger-balances?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter));
    }
}
