package org.opencmas.order.purchaseorder.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An act answers the order as it stands then, with what was said at it and where to go from there")
class OrderActAnswersTest {
    private static final String WARNING = """
            [{"ruleId": "CERT-EXPIRY", "ruleVersion": 1, "verdict": "WARN", "blocking": false,
              "message": "The certificate ends soon.", "numbers": {}, "lineIds": [], "remedy": null,
              "citation": {"document": "Guide", "section": "4", "page": 11, "heading": "Small Business"}}]
            """;

    private final UUID contractor = UUID.randomUUID();
    private final String seller = Tokens.contractor(contractor);
    private UUID agency;
    private String buyer;

    @BeforeEach
    void registerAgency() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
    }

    private String simple(String number) {
        return order(number, contractor, line("1", "4-06-78-0031A", "2", "10.00"));
    }

    private void assertIsWhatReadingAnswers(Response act, String reader, UUID orderId) {
        Response read = as(reader).get("/v1/orders/{id}", orderId);
        assertThat(act.statusCode()).isEqualTo(200);
        assertThat(act.jsonPath().<Object>get()).isEqualTo(read.jsonPath().<Object>get());
        assertThat(act.header("ETag")).isEqualTo(read.header("ETag"));
    }

    @Test
    void anAcceptanceIsAnsweredWithItself() {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        Response accepted = Api.act(seller, agency, orderId, "acceptance", "{\"acceptedOn\": \"2026-03-03\"}");
        accepted.then()
                .body("acceptance.acceptedOn", equalTo("2026-03-03"))
                .body("acceptance.acceptedBy", equalTo("contractor-" + contractor))
                .body("links.self", equalTo("/v1/orders/" + orderId));
        assertIsWhatReadingAnswers(accepted, seller, orderId);
    }

    @Test
    void aRejectionIsAnsweredWithItself() {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        Response rejected = Api.act(seller, agency, orderId, "rejection", """
                {"reasonCode": "PRICE", "pointer": "/lines/0/unitPrice", "rightValue": "9.00", "reason": "9.00 was offered"}
                """);
        rejected.then()
                .body("state", equalTo("REJECTED"))
                .body("rejection.reasonCode", equalTo("PRICE"))
                .body("rejection.rightValue", equalTo("9.00"))
                .body("rejection.rejectedOn", notNullValue());
        assertIsWhatReadingAnswers(rejected, seller, orderId);
    }

    @Test
    void aTerminationIsAnsweredWithItself() {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        Response terminated = Api.act(buyer, agency, orderId, "termination", """
                {"ground": "DEFAULT", "terminatedOn": "2026-04-01", "reason": "nothing came"}
                """);
        terminated
                .then()
                .body("termination.ground", equalTo("DEFAULT"))
                .body("termination.remainingSubOrders[0].amount", equalTo("0.00"));
        assertIsWhatReadingAnswers(terminated, buyer, orderId);
    }

    @Test
    void whatWasFoundOnAnIssuedOrderStaysOnItAndInItsHistory() {
        UUID orderId = Api.placed(agency, simple("PO-1"));
        Api.decide(orderId, 1, "ISSUE", WARNING);
        Api.awaitState(agency, orderId, "ISSUED");
        Api.read(agency, orderId)
                .then()
                .body("findings.ruleId", contains("CERT-EXPIRY"))
                .body("findings[0].verdict", equalTo("WARN"))
                .body("findings[0]", not(hasKey("remedy")));
        Api.act(seller, agency, orderId, "acceptance", "{}")
                .then()
                .statusCode(200)
                .body("findings", nullValue()); // between the agency and the rule book
        Api.read(agency, orderId).then().body("findings.ruleId", contains("CERT-EXPIRY"));
        as(Tokens.of("auditor"))
                .get("/v1/orders/{id}/history", orderId)
                .then()
                .body("entries.act", contains("SUBMITTED", "ISSUED", "ACCEPTED"))
                .body("entries[1].details.findings.ruleId", contains("CERT-EXPIRY"))
                .body("entries[1].details.evaluationId", notNullValue())
                .body("entries[2].details.acceptedBy", equalTo("contractor-" + contractor));
        as(seller)
                .get("/v1/orders/{id}/history", orderId)
                .then()
                .body("entries.act", contains("ISSUED", "ACCEPTED"))
                .body("entries[0].details.findings", hasSize(0));
    }

    @Test
    void aReturnedAmendmentSaysHowItIsRevised() {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        Api.act(buyer, agency, orderId, "amendments", """
                        {"amendmentDate": "2026-03-03", "reason": "more", "lines": [%s]}
                        """.formatted(line("1", "4-06-78-0031A", "3", "10.00")))
                .then()
                .statusCode(202)
                .body("links", not(hasKey("revise")));
        Api.decide(orderId, 2, "RETURN");
        Eventually.within(
                Api.SOON, () -> Api.read(agency, orderId).then().body("openAmendment.state", equalTo("RETURNED")));
        Response read = Api.read(agency, orderId);
        read.then()
                .body("openAmendment.findings.ruleId", hasItem("NSP-DOLLAR-LOW"))
                .body("openAmendment.links.version", equalTo("/v1/orders/" + orderId + "/versions/2"));
        as(buyer)
                .header("If-Match", read.header("ETag"))
                .body("{\"draft\": true, \"lines\": [%s]}".formatted(line("1", "4-06-78-0031A", "1", "10.00")))
                .put(read.<String>path("openAmendment.links.revise"))
                .then()
                .statusCode(200)
                .body("amendmentNumber", equalTo(1))
                .body("documentVersion", equalTo(3))
                .body("links.submission", equalTo("/v1/orders/" + orderId + "/submission"));
        as(buyer)
                .get("/v1/orders/{id}/versions/2", orderId)
                .then()
                .body("state", equalTo("RETURNED"))
                .body("links", not(hasKey("revise"))); // it was replaced
    }

    @Test
    void aRevisionThatPrefersToWaitIsAnsweredWithItsDecision() throws InterruptedException {
        UUID orderId = Api.placed(agency, simple("PO-1"));
        Api.decide(orderId, 1, "RETURN");
        Api.awaitState(agency, orderId, "RETURNED");
        String etag = Api.etag(agency, orderId);
        var decider = Thread.ofVirtual().start(() -> {
            Api.awaitState(agency, orderId, "SUBMITTED");
            Api.decide(orderId, 2, "ISSUE");
        });
        as(buyer)
                .header("If-Match", etag)
                .header("Prefer", "wait=20")
                .body(simple("PO-1"))
                .put("/v1/orders/{id}", orderId)
                .then()
                .statusCode(200)
                .body("state", equalTo("ISSUED"))
                .body("documentVersion", equalTo(2))
                .header("ETag", Api.etag(agency, orderId));
        decider.join();
    }

    @Test
    void aRevisionThatWaitsInVainIsAnsweredAsSent() {
        UUID orderId = Api.placed(agency, simple("PO-1"));
        Api.decide(orderId, 1, "RETURN");
        Api.awaitState(agency, orderId, "RETURNED");
        as(buyer)
                .header("If-Match", Api.etag(agency, orderId))
                .header("Prefer", "wait=1")
                .body(simple("PO-1"))
                .put("/v1/orders/{id}", orderId)
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"));
    }
}
