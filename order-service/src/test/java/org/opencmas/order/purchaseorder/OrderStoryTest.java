package org.opencmas.order.purchaseorder;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An order from its placing to its end")
class OrderStoryTest {
    private final UUID contractor = UUID.randomUUID();
    private UUID agency;

    @BeforeEach
    void registerAgency() {
        agency = Api.registeredAgency();
    }

    @Test
    void anOrderIsGroupedDecidedIssuedAndAccepted() {
        UUID orderId = Api.placed(
                agency,
                order(
                        "PO-1",
                        contractor,
                        line("1", "4-06-78-0031B", "3", "10.00"),
                        line("2", "#4-06-78-0031a", "1.5", "0.333333"),
                        line("3", "4-06-78-0031B", "1", "0.01")));
        Api.read(agency, orderId)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("SUBMITTED"))
                .body("contractNumber", equalTo("CMAS"))
                .body("subOrders.subNumber", contains(1, 2))
                .body("subOrders.cmasNumber", contains("4-06-78-0031B", "4-06-78-0031A"))
                .body("subOrders.subtotalExcludingTax", contains("30.01", "0.50"))
                .body("subtotalExcludingTax", equalTo("30.51"))
                .body("total", equalTo("172.39"))
                .body("lines.lineId", contains("1", "3", "2"))
                .body("lines.pricedOn", contains("2026-03-02", "2026-03-02", "2026-03-02"));

        Api.decide(orderId, 1, "ISSUE");
        Api.awaitState(agency, orderId, "ISSUED");
        Api.act(Tokens.contractor(contractor), agency, orderId, "acceptance", "{}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .header("ETag", "\"3\"");
        as(Tokens.of("auditor"))
                .get("/v1/orders/{id}/history", orderId)
                .then()
                .statusCode(200)
                .body("entries.act", contains("SUBMITTED", "ISSUED", "ACCEPTED"))
                .body("entries.by", contains("erp-" + agency, "order-service", "contractor-" + contractor));
    }

    @Test
    void aReturnedOrderShowsItsFindingsAndIsMendedUnderTheSameNumber() {
        UUID orderId = Api.placed(agency, order("PO-2", contractor, line("1", "3-12-70-2473E", "1", "5.00")));
        Api.decide(orderId, 1, "RETURN");
        Api.awaitState(agency, orderId, "RETURNED");
        Api.read(agency, orderId).then().body("findings.ruleId", hasItems("NSP-DOLLAR-LOW"));
        as(Tokens.buyer(agency))
                .header("If-Match", Api.etag(agency, orderId))
                .body(order("PO-2", contractor, line("1", "3-12-70-2473E", "1", "4.00")))
                .put("/v1/orders/{id}", orderId)
                .then()
                .statusCode(200)
                .body("documentVersion", equalTo(2))
                .body("amendmentNumber", equalTo(0))
                .body("state", equalTo("SUBMITTED"))
                .body("findings", nullValue());
        Api.decide(orderId, 1, "ISSUE"); // stale: about version 1
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "ISSUED");
        Api.read(agency, orderId).then().body("documentVersion", equalTo(2));
    }

    @Test
    @DisplayName("ORD-AMEND-CAUSE: a rejection with the right value becomes a draft amendment with one call")
    void aRejectionBecomesADraftAmendment() {
        UUID orderId = Api.issued(
                agency,
                order(
                        "PO-3",
                        contractor,
                        line("1", "4-06-78-0031A", "2", "500.00"),
                        line("2", "4-06-78-0031A", "1", "1.00")));
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", """
                        {"reasonCode": "PRICE", "pointer": "/lines/0/unitPrice", "rightValue": "480.00",
                         "reason": "The schedule says 480.00"}
                        """)
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        Api.act(Tokens.buyer(agency), agency, orderId, "amendments", """
                        {"fromRejection": true, "amendmentDate": "2026-03-05"}
                        """)
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("amendmentNumber", equalTo(1))
                .body("lines[0].unitPrice", equalTo("480.00"))
                .body("lines[0].amount", equalTo("960.00"))
                .body("lines.pricedOn", contains("2026-03-05", "2026-03-02"))
                .body("subtotalExcludingTax", equalTo("961.00"));
        Api.act(Tokens.buyer(agency), agency, orderId, "submission", "").then().statusCode(202);
        Api.read(agency, orderId)
                .then()
                .body("state", equalTo("REJECTED"))
                .body("rejection.rightValue", equalTo("480.00"))
                .body("openAmendment.state", equalTo("SUBMITTED"));
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        Api.act(Tokens.contractor(contractor), agency, orderId, "acceptance", "{}")
                .then()
                .statusCode(200)
                .body("amendmentNumber", equalTo(1));
    }

    @Test
    @DisplayName(
            "ORD-REJECT-INACCURATE, ORD-AMEND-CAUSE: every field that is wrong has its reason and value, and one call mends them all")
    void aRejectionOfSeveralFieldsBecomesOneDraftAmendment() {
        UUID orderId = Api.issued(
                agency,
                order(
                        "PO-9",
                        contractor,
                        line("1", "4-06-78-0031A", "2", "500.00"),
                        line("2", "4-06-78-0031A", "1", "1.00")));
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", """
                        {"reasonCode": "PRICE", "pointer": "/lines/0/unitPrice", "rightValue": "480.00", "reason": "see each",
                         "furtherFields": [
                          {"reasonCode": "QUANTITY_OR_UNIT", "pointer": "/lines/1/unit", "rightValue": "box"},
                          {"reasonCode": "LOCATION", "pointer": "/orderToLocation", "rightValue": "Fresno"}]}
                        """)
                .then()
                .statusCode(200)
                .body("rejection.furtherFields.pointer", contains("/lines/1/unit", "/orderToLocation"))
                .body("rejection.furtherFields.reasonCode", contains("QUANTITY_OR_UNIT", "LOCATION"));
        Api.act(Tokens.buyer(agency), agency, orderId, "amendments", """
                        {"fromRejection": true, "amendmentDate": "2026-03-05"}
                        """)
                .then()
                .statusCode(201)
                .body("lines[0].unitPrice", equalTo("480.00"))
                .body("lines[1].unit", equalTo("box"))
                .body("orderToLocation", equalTo("Fresno"));
    }

    @Test
    @DisplayName("ORD-AMEND-NUMBER: amendments count 1, 2, 3; one that came back keeps its number")
    void amendmentsCountWithoutGap() {
        UUID orderId = Api.issued(agency, order("PO-4", contractor, line("1", "4-06-78-0031A", "1", "10.00")));
        amend(orderId, "2026-03-03", "11.00").then().statusCode(202).body("amendmentNumber", equalTo(1));
        amend(orderId, "2026-03-03", "12.00")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/amendment-open"))
                .body("amendmentNumber", equalTo(1));
        Api.decide(orderId, 2, "RETURN");
        Eventual.openAmendment(agency, orderId, "RETURNED");
        Api.read(agency, orderId).then().body("state", equalTo("ISSUED")).body("lines[0].unitPrice", equalTo("10.00"));
        amend(orderId, "2026-03-04", "12.00")
                .then()
                .statusCode(202)
                .body("amendmentNumber", equalTo(1))
                .body("documentVersion", equalTo(3));
        Api.decide(orderId, 3, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        amend(orderId, "2026-03-05", "13.00").then().statusCode(202).body("amendmentNumber", equalTo(2));
        as(Tokens.contractor(contractor))
                .get("/v1/orders/{id}/versions/4", orderId)
                .then()
                .statusCode(404);
    }

    private io.restassured.response.Response amend(UUID orderId, String date, String unitPrice) {
        return Api.act(Tokens.buyer(agency), agency, orderId, "amendments", """
                {"amendmentDate": "%s", "reason": "price", "lines": [%s]}
                """.formatted(
                        date, line("1", "4-06-78-0031A", "1", unitPrice)));
    }

    @Test
    void aDraftIsKeptUntilItsSubmission() {
        String body = order("PO-5", contractor, line("1", "4-06-78-0031A", "1", "10.00"))
                .replaceFirst("\\{", "{\"draft\": true, ");
        UUID orderId = UUID.fromString(Api.place(agency, body)
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("submittedAt", nullValue())
                .extract()
                .path("orderId"));
        Api.act(Tokens.buyer(agency), agency, orderId, "submission", "")
                .then()
                .statusCode(202)
                .body("state", equalTo("SUBMITTED"))
                .body("submittedBy", equalTo("erp-" + agency));
    }

    @Test
    @DisplayName("ORD-TERM-GROUNDS: only convenience, default, funding and what was negotiated end an order early")
    void anOrderIsTerminatedOnAGroundOfTheTerms() {
        UUID orderId = Api.issued(agency, order("PO-6", contractor, line("1", "4-06-78-0031A", "1", "10.00")));
        String body = """
                {"ground": "%s", "terminatedOn": "2026-04-01", "reason": "no money"}
                """;
        Api.act(Tokens.buyer(agency), agency, orderId, "termination", body.formatted("STOP_WORK"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/termination-ground"))
                .body("allowed", contains("CONVENIENCE", "DEFAULT", "FUNDING", "NEGOTIATED"))
                .body("errors[0].pointer", equalTo("/ground"));
        Api.act(Tokens.buyer(agency), agency, orderId, "termination", body.formatted("FUNDING"))
                .then()
                .statusCode(200)
                .body("state", equalTo("TERMINATED"));
        Api.read(agency, orderId).then().body("termination.remainingSubOrders[0].amount", equalTo("0.00"));
        Api.act(Tokens.buyer(agency), agency, orderId, "termination", body.formatted("FUNDING"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/act-not-allowed"));
    }

    @Test
    void aRequestThatPrefersToWaitIsAnsweredWithTheDecision() throws InterruptedException {
        var decider = Thread.ofVirtual().start(() -> {
            UUID orderId = Eventual.orderByNumber(agency, "PO-7");
            Api.decide(orderId, 1, "ISSUE");
        });
        acting(Tokens.buyer(agency))
                .header("Prefer", "wait=20")
                .body(order("PO-7", contractor, line("1", "4-06-78-0031A", "1", "10.00")))
                .post("/v1/orders")
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("state", equalTo("ISSUED"));
        decider.join();
    }

    @Test
    void aRequestThatWaitsInVainIsAnsweredWithTheOrderAsSent() {
        acting(Tokens.buyer(agency))
                .header("Prefer", "wait=1")
                .body(order("PO-8", contractor, line("1", "4-06-78-0031A", "1", "10.00")))
                .post("/v1/orders")
                .then()
                .statusCode(202)
                .body("state", equalTo("SUBMITTED"));
    }

    /** What comes by itself after a while. */
    private static final class Eventual {
        static void openAmendment(UUID agency, UUID orderId, String state) {
            org.opencmas.testkit.Eventually.within(
                    Api.SOON, () -> Api.read(agency, orderId).then().body("openAmendment.state", equalTo(state)));
        }

        static UUID orderByNumber(UUID agency, String number) {
            return org.opencmas.testkit.Eventually.valueWithin(
                    Api.SOON,
                    () -> java.util.Optional.ofNullable(as(Tokens.buyer(agency))
                                    .queryParam("agencyOrderNumber", number)
                                    .get("/v1/orders")
                                    .then()
                                    .extract()
                                    .<String>path("items[0].orderId"))
                            .map(UUID::fromString));
        }
    }
}
