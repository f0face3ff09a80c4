package org.opencmas.order;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.TopicProbe;

/** What the callers of this service do over HTTP, and the decision that the rule book publishes. */
public final class Api {
    public static final Duration SOON = Eventually.PATIENCE;

    private Api() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A request that acts: with a key of its own. */
    public static RequestSpecification acting(String token) {
        return as(token).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** A person of the agency that approves and buys. */
    public static String person(UUID agencyId, String name) {
        return Tokens.personOf(agencyId, name, "agency-buyer", "agency-approver");
    }

    public static UUID registeredAgency() {
        UUID agencyId = UUID.randomUUID();
        acting(Tokens.of("dgs-analyst"))
                .body("""
                        {"agencyId": "%s", "name": "City %s", "type": "CITY", "county": "Kern",
                         "empoweredToExpendPublicFunds": true}
                        """.formatted(agencyId, agencyId))
                .post("/v1/agencies")
                .then()
                .statusCode(201);
        return agencyId;
    }

    public static String line(String lineId, String cmasNumber, String quantity, String unitPrice) {
        return """
                {"lineId": "%s", "cmasNumber": "%s", "itemId": "I-%s", "description": "Item %s", "unit": "each",
                 "quantity": "%s", "unitPrice": "%s"}
                """.formatted(lineId, cmasNumber, lineId, lineId, quantity, unitPrice);
    }

    public static String order(String number, UUID contractorId, String... lines) {
        return """
                {"agencyOrderNumber": "%s", "orderDate": "2026-03-02", "contractorId": "%s", "tax": "126.88",
                 "freight": "15.00", "lines": [%s]}
                """.formatted(number, contractorId, String.join(",", lines));
    }

    public static Response place(UUID agencyId, String body) {
        return acting(Tokens.buyer(agencyId)).body(body).post("/v1/orders");
    }

    /** Places an order and returns its id. */
    public static UUID placed(UUID agencyId, String body) {
        return UUID.fromString(
                place(agencyId, body).then().statusCode(202).extract().path("orderId"));
    }

    public static Response read(UUID agencyId, UUID orderId) {
        return as(Tokens.buyer(agencyId)).get("/v1/orders/{id}", orderId);
    }

    public static String etag(UUID agencyId, UUID orderId) {
        return read(agencyId, orderId).then().statusCode(200).extract().header("ETag");
    }

    /** Publishes the decision on a version as compliance does. */
    public static void decide(UUID orderId, int documentVersion, String decision) {
        decide(orderId, documentVersion, decision, decision.equals("ISSUE") ? "[]" : """
                [{"ruleId": "NSP-DOLLAR-LOW", "ruleVersion": 1, "verdict": "FAIL", "blocking": true,
                  "message": "over by 412.10", "numbers": {"excess": "412.10"}, "lineIds": ["2"],
                  "citation": {"document": "Guide", "section": "10", "page": 20, "heading": "NSP"}}]
                """);
    }

    /** @param findings a JSON array */
    public static void decide(UUID orderId, int documentVersion, String decision, String findings) {
        TopicProbe.ofServiceUnderTest()
                .publish(
                        "cmas.evaluations",
                        "/compliance-service",
                        "order.evaluated.v1",
                        orderId,
                        documentVersion,
                        """
                        {"evaluationId": "%s", "orderId": "%s", "documentVersion": %d, "agencyId": "%s",
                         "decision": "%s", "findings": %s, "ruleSetVersion": "1", "asOf": {},
                         "receiptHash": "00", "evaluatedAt": "2026-03-02T18:00:00Z"}
                        """.formatted(
                                UUID.randomUUID(), orderId, documentVersion, UUID.randomUUID(), decision, findings));
    }

    public static void awaitState(UUID agencyId, UUID orderId, String state) {
        Eventually.within(SOON, () -> {
            String now = read(agencyId, orderId).then().extract().path("state");
            if (!state.equals(now)) {
                throw new AssertionError(orderId + " is " + now + ", not " + state);
            }
        });
    }

    /** Sets the agency's policy, and has another person confirm it where it loosens a control. */
    public static void setPolicy(UUID agencyId, String policy) {
        Response set = as(Tokens.buyer(agencyId))
                .header("If-Match", "*")
                .body(policy)
                .put("/v1/agencies/{id}/policy", agencyId);
        if (set.statusCode() == 202) {
            acting(person(agencyId, "second-person"))
                    .post("/v1/agencies/{id}/policy-changes/{change}/confirmation", agencyId, set.path("changeId"))
                    .then()
                    .statusCode(200)
                    .body("state", org.hamcrest.Matchers.equalTo("ADOPTED"));
        } else {
            set.then().statusCode(200);
        }
    }

    /** Places an order and has it issued. */
    public static UUID issued(UUID agencyId, String body) {
        UUID orderId = placed(agencyId, body);
        decide(orderId, 1, "ISSUE");
        awaitState(agencyId, orderId, "ISSUED");
        return orderId;
    }

    /** Acts on an order with its current entity tag. */
    public static Response act(String token, UUID agencyId, UUID orderId, String act, String body) {
        return acting(token)
                .header("If-Match", etag(agencyId, orderId))
                .body(body)
                .post("/v1/orders/{id}/" + act, orderId);
    }
}
