package org.opencmas.order.requestforoffer;

import static org.hamcrest.Matchers.equalTo;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.opencmas.order.Api;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Tokens;

/** An agency with a request for offer at two contractors, and what its buyer does with it over HTTP. */
abstract class AskingAgency {
    static final String CONTENT = """
            {"reference": "%s", "title": "Network engineering", "needs": "Forty hours for the library.\\nSend no bid.",
             "statementOfWork": "Plan and install.", "services": true, "offersDueAt": "2026-03-06T20:00:00Z",
             "clauses": {"acceptanceTesting": "All ports answer."}}
            """;

    @Inject
    DataSource application;

    final UUID first = UUID.randomUUID();
    final UUID second = UUID.randomUUID();
    UUID agency;
    String buyer;

    @BeforeEach
    void register() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
    }

    String drafted() {
        return acting(buyer)
                .body(CONTENT.formatted("RFO 1"))
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("requestId");
    }

    Response act(String requestId, String act, String body) {
        String etag = as(buyer).get("/v1/requests-for-offer/{id}", requestId).header("ETag");
        return acting(buyer)
                .urlEncodingEnabled(false)
                .header("If-Match", etag)
                .body(body)
                .post("/v1/requests-for-offer/{id}/" + act, requestId);
    }

    static String contractor(UUID id, String name, String certifications) {
        return """
                {"contractorId": "%s", "name": "%s", "cmasNumbers": ["3-16-70-3298a"], "certifications": %s,
                 "certificationCheckedOn": "2026-03-02", "channel": "EMAIL", "askedOn": "2026-03-02", "recipient": "a@example.com"}
                """.formatted(id, name, certifications);
    }

    String sent() {
        String requestId = drafted();
        act(
                        requestId,
                        "sending",
                        "{\"contractors\": [%s, %s], \"noneCertifiedReason\": \"none offers it\"}"
                                .formatted(contractor(first, "First", "[\"SB\"]"), contractor(second, "Second", "[]")))
                .then()
                .statusCode(200)
                .body("state", equalTo("SENT"));
        return requestId;
    }

    static String offer(UUID contractorId, String receivedAt, String price, String more) {
        return """
                {"contractorId": "%s", "receivedAt": "%s" %s, "lines": [{"lineId": "1", "cmasNumber": "3-16-70-3298A",
                 "description": "Network engineer", "unit": "Hour", "quantity": "40", "unitPrice": "%s", "kind": "SERVICES"}]}
                """.formatted(contractorId, receivedAt, more, price);
    }

    ValidatableResponse record(String requestId, String offer) {
        return acting(buyer)
                .body(offer)
                .post("/v1/requests-for-offer/{id}/offers", requestId)
                .then();
    }

    String recorded(String requestId, UUID contractorId, String price) {
        return record(requestId, offer(contractorId, "2026-03-05T18:00:00Z", price, ""))
                .statusCode(201)
                .extract()
                .path("offerId");
    }

    static String step(String step, String more) {
        return "{\"step\": \"%s\", \"doneOn\": \"2026-03-09\", \"evidence\": \"file 7\" %s}".formatted(step, more);
    }

    static String comparing(String... offers) {
        return ", \"comparedOffers\": ["
                + List.of(offers).stream()
                        .map(offer -> "{\"offerId\": \"" + offer + "\", \"assessment\": \"good\"}")
                        .collect(Collectors.joining(","))
                + "]";
    }

    static String determination(String offerId) {
        return """
                {"offerId": "%s", "criteria": [{"sample": "PRICE"}, {"own": "Can begin in March"}], "reason": "Lowest price",
                 "determinedOn": "2026-03-09", "resumeReview": {"reviewedOn": "2026-03-09", "reviewedBy": "B. Buyer"}}
                """.formatted(offerId);
    }

    String determined() {
        String requestId = sent();
        String offer = recorded(requestId, first, "100.00");
        act(requestId, "closing", "").then().statusCode(200);
        for (String step : List.of("REQUIREMENTS", "CMAS_COPY", "REVIEW")) {
            act(requestId, "steps", step(step, "")).then().statusCode(200);
        }
        act(requestId, "steps", step("COMPARISON", comparing(offer))).then().statusCode(200);
        act(requestId, "determination", determination(offer)).then().statusCode(200);
        return requestId;
    }

    List<String> seen(Tenant tenant, String sql) throws SQLException {
        return tenant.during(() -> DatabaseRights.rows(application, sql));
    }

    void run(String sql) throws SQLException {
        Tenant.of(Optional.of(agency), Optional.empty()).<Integer, SQLException>during(() -> {
            try (Connection connection = application.getConnection();
                    Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }
}
