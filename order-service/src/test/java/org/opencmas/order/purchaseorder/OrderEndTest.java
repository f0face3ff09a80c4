package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("ORD-TERM-GROUNDS: a termination lowers an order, on a day that can be, and nothing of it goes on")
class OrderEndTest {
    private final Database database = new Database(OwnerDatabase.dataSource());

    @Inject
    Clock clock;

    private final UUID contractor = UUID.randomUUID();
    private UUID agency;
    private String buyer;

    @BeforeEach
    void registerAgency() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
    }

    /** An order of 2026-03-02 with Sub #1 over 20.00 and Sub #2 over 0.50. */
    private UUID issued(String number) {
        return Api.issued(
                agency,
                order(
                        number,
                        contractor,
                        line("1", "4-06-78-0031A", "2", "10.00"),
                        line("2", "4-06-78-0031B", "1", "0.50")));
    }

    private Response terminate(UUID orderId, Object terminatedOn, String remaining) {
        return Api.act(buyer, agency, orderId, "termination", """
                {"ground": "FUNDING", "terminatedOn": "%s", "reason": "no money", "remainingSubOrders": [%s]}
                """.formatted(terminatedOn, remaining));
    }

    private Response amend(UUID orderId, boolean draft) {
        return Api.act(
                buyer, agency, orderId, "amendments", """
                {"amendmentDate": "2026-03-10", "reason": "more", "draft": %s, "lines": [%s]}
                """.formatted(draft, line("1", "4-06-78-0031A", "3", "10.00")));
    }

    private LocalDate today() {
        return ProgramCalendar.dateOf(clock.instant());
    }

    private List<String> journal(UUID orderId) {
        return database.with(connection -> {
            try (var select = connection.prepareStatement(
                    "select event_type from journal where aggregate_id = ? order by aggregate_version")) {
                select.setString(1, orderId.toString());
                List<String> types = new ArrayList<>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        types.add(row.getString(1));
                    }
                }
                return types;
            }
        });
    }

    @ParameterizedTest(name = "Sub #{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 20.01      | /remainingSubOrders/0/amount
            1 | 1000000.00 | /remainingSubOrders/0/amount
            2 | 20.00      | /remainingSubOrders/0/amount
            2 | 0.51       | /remainingSubOrders/0/amount
            1 | -0.01      | /remainingSubOrders/0/amount
            3 | 0.00       | /remainingSubOrders/0/subNumber
            """)
    void whatRemainsOfAGroupIsNeverMoreThanItsWorth(int sub, String amount, String pointer) {
        UUID orderId = issued("PO-1");
        terminate(orderId, "2026-04-01", "{\"subNumber\": %d, \"amount\": \"%s\"}".formatted(sub, amount))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
        assertThat(journal(orderId)).endsWith("order.issued.v1");
    }

    @Test
    void whatRemainsMayBeTheWholeWorthOrNothing() {
        UUID orderId = issued("PO-1");
        terminate(
                        orderId,
                        "2026-04-01",
                        "{\"subNumber\": 1, \"amount\": \"20.00\"}, {\"subNumber\": 2, \"amount\": \"0.00\"}")
                .then()
                .statusCode(200)
                .body("termination.remainingSubOrders.amount", contains("20.00", "0.00"));
    }

    @Test
    void theWorthIsThatOfTheAmendmentInForce() {
        UUID orderId = issued("PO-1");
        amend(orderId, false).then().statusCode(202);
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        terminate(orderId, "2026-04-01", "{\"subNumber\": 1, \"amount\": \"30.01\"}")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("30.00"));
        terminate(orderId, "2026-03-09", "").then().statusCode(400).body("errors.pointer", contains("/terminatedOn"));
        terminate(orderId, "2026-03-10", "{\"subNumber\": 1, \"amount\": \"30.00\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void theDayLiesBetweenTheOrdersDateAndToday() {
        UUID orderId = issued("PO-1");
        for (Object day : List.of("2026-03-01", today().plusDays(1), "2199-01-01")) {
            terminate(orderId, day, "").then().statusCode(400).body("errors.pointer", contains("/terminatedOn"));
        }
        terminate(orderId, "soon", "").then().statusCode(400).body("errors.pointer", contains("/terminatedOn"));
        assertThat(journal(orderId)).endsWith("order.issued.v1");
        terminate(orderId, today(), "").then().statusCode(200);
        UUID other = issued("PO-2");
        terminate(other, "2026-03-02", "").then().statusCode(200);
    }

    @Test
    void anAcceptanceIsNotOlderThanWhatIsAccepted() {
        UUID orderId = issued("PO-1");
        amend(orderId, false);
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        String seller = Tokens.contractor(contractor);
        Api.act(seller, agency, orderId, "acceptance", "{\"acceptedOn\": \"2026-03-09\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/acceptedOn"));
        Api.act(seller, agency, orderId, "acceptance", "{\"acceptedOn\": \"" + today().plusDays(1) + "\"}")
                .then()
                .statusCode(400);
        Api.act(seller, agency, orderId, "acceptance", "{\"acceptedOn\": \"2026-03-10\"}")
                .then()
                .statusCode(200)
                .body("acceptance.acceptedOn", equalTo("2026-03-10"));
    }

    @Test
    void aDraftAmendmentOfATerminatedOrderCanNeitherBeSentNorRevised() {
        UUID orderId = issued("PO-1");
        amend(orderId, true).then().statusCode(201);
        terminate(orderId, "2026-04-01", "")
                .then()
                .statusCode(200)
                .body("termination.lapsedAmendment.amendmentNumber", equalTo(1))
                .body("openAmendment", nullValue());
        List<String> told = journal(orderId);
        Api.act(buyer, agency, orderId, "submission", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/act-not-allowed"))
                .body("state", equalTo("TERMINATED"));
        as(buyer)
                .header("If-Match", Api.etag(agency, orderId))
                .body("{\"lines\": [%s]}".formatted(line("1", "4-06-78-0031A", "4", "10.00")))
                .put("/v1/orders/{id}", orderId)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/act-not-allowed"));
        amend(orderId, false).then().statusCode(409);
        assertThat(journal(orderId)).isEqualTo(told).endsWith("order.drafted.v1", "order.terminated.v1");
        Api.read(agency, orderId)
                .then()
                .body("state", equalTo("TERMINATED"))
                .body("links.keySet()", contains("self", "version", "history"));
    }

    @Test
    void anAmendmentThatWaitsWhenItsOrderIsTerminatedLapsesAndItsDecisionChangesNothing() {
        UUID orderId = issued("PO-1");
        amend(orderId, false).then().statusCode(202);
        terminate(orderId, "2026-04-01", "").then().statusCode(200);
        List<String> told = journal(orderId);
        Api.decide(orderId, 2, "ISSUE");
        UUID after = issued("PO-2"); // its decision comes later
        Api.read(agency, after).then().body("state", equalTo("ISSUED"));
        Eventually.within(
                Api.SOON,
                () -> as(buyer)
                        .get("/v1/orders/{id}/versions/2", orderId)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("LAPSED"))
                        .body("links.keySet()", contains("self", "version", "history")));
        Api.read(agency, orderId).then().body("state", equalTo("TERMINATED")).body("documentVersion", equalTo(1));
        assertThat(journal(orderId)).isEqualTo(told).endsWith("order.terminated.v1");
        as(Tokens.contractor(contractor))
                .get("/v1/orders/{id}", orderId)
                .then()
                .body("termination.ground", equalTo("FUNDING"))
                .body("termination.lapsedAmendment", nullValue());
        as(Tokens.contractor(contractor))
                .get("/v1/orders/{id}/versions/2", orderId)
                .then()
                .statusCode(404);
    }
}
