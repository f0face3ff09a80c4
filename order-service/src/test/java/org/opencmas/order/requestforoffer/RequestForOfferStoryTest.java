package org.opencmas.order.requestforoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.CloudEvent;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.JsonSchemas;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("From the request for offer to the draft order")
class RequestForOfferStoryTest {
    private static final String CONTENT = """
            {"reference": "%s", "title": "Network engineering", "needs": "Forty hours for the library.\\nSend no bid.",
             "statementOfWork": "Plan and install.", "services": true, "offersDueAt": "2026-03-06T20:00:00Z",
             "clauses": {"acceptanceTesting": "All ports answer."}}
            """;

    @Inject
    DataSource application;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private UUID agency;
    private String buyer;

    @BeforeEach
    void register() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
    }

    private String drafted() {
        return acting(buyer)
                .body(CONTENT.formatted("RFO 1"))
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("requestId");
    }

    private Response act(String requestId, String act, String body) {
        String etag = as(buyer).get("/v1/requests-for-offer/{id}", requestId).header("ETag");
        return acting(buyer).header("If-Match", etag).body(body).post("/v1/requests-for-offer/{id}/" + act, requestId);
    }

    private static String contractor(UUID id, String name, String certifications) {
        return """
                {"contractorId": "%s", "name": "%s", "cmasNumbers": ["3-16-70-3298a"], "certifications": %s,
                 "certificationCheckedOn": "2026-03-02", "channel": "EMAIL", "askedOn": "2026-03-02", "recipient": "a@example.com"}
                """.formatted(id, name, certifications);
    }

    private String sent() {
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

    private static String offer(UUID contractorId, String receivedAt, String price, String more) {
        return """
                {"contractorId": "%s", "receivedAt": "%s" %s, "lines": [{"lineId": "1", "cmasNumber": "3-16-70-3298A",
                 "description": "Network engineer", "unit": "Hour", "quantity": "40", "unitPrice": "%s", "kind": "SERVICES"}]}
                """.formatted(contractorId, receivedAt, more, price);
    }

    private ValidatableResponse record(String requestId, String offer) {
        return acting(buyer)
                .body(offer)
                .post("/v1/requests-for-offer/{id}/offers", requestId)
                .then();
    }

    private String recorded(String requestId, UUID contractorId, String price) {
        return record(requestId, offer(contractorId, "2026-03-05T18:00:00Z", price, ""))
                .statusCode(201)
                .extract()
                .path("offerId");
    }

    private static String step(String step, String more) {
        return "{\"step\": \"%s\", \"doneOn\": \"2026-03-09\", \"evidence\": \"file 7\" %s}".formatted(step, more);
    }

    private static String comparing(String... offers) {
        return ", \"comparedOffers\": ["
                + List.of(offers).stream()
                        .map(offer -> "{\"offerId\": \"" + offer + "\", \"assessment\": \"good\"}")
                        .collect(Collectors.joining(","))
                + "]";
    }

    private static String determination(String offerId) {
        return """
                {"offerId": "%s", "criteria": [{"sample": "PRICE"}, {"own": "Can begin in March"}], "reason": "Lowest price",
                 "determinedOn": "2026-03-09", "resumeReview": {"reviewedOn": "2026-03-09", "reviewedBy": "B. Buyer"}}
                """.formatted(offerId);
    }

    @Test
    void theWholeWay() {
        String requestId = sent();
        String low = recorded(requestId, first, "100.00");
        String high = recorded(requestId, second, "120.00");
        act(requestId, "closing", "").then().statusCode(200).body("state", equalTo("CLOSED"));
        for (String step : List.of("REQUIREMENTS", "CMAS_COPY", "REVIEW")) {
            act(requestId, "steps", step(step, "")).then().statusCode(200);
        }
        act(requestId, "determination", determination(low))
                .then()
                .statusCode(422)
                .body("rule", equalTo("BV-MIN-STEPS"))
                .body("missing", contains("COMPARISON"));
        act(requestId, "steps", step("COMPARISON", comparing(low)))
                .then()
                .statusCode(422)
                .body("rule", equalTo("BV-COMPARE-ALL"))
                .body("missingOffers", contains(high));
        act(requestId, "steps", step("COMPARISON", comparing(low, high))).then().statusCode(200);
        act(requestId, "determination", determination(low).replace("2026-03-09\", \"resume", "2026-03-08\", \"resume"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/determinedOn"));
        act(requestId, "determination", determination(low))
                .then()
                .statusCode(200)
                .body("bestValue.determination.criteria.sample", contains("PRICE", null))
                .body("bestValue.determination.resumeReview.reviewedBy", equalTo("B. Buyer"));

        String etag = as(buyer).get("/v1/requests-for-offer/{id}", requestId).header("ETag");
        String key = UUID.randomUUID().toString();
        String body = "{\"agencyOrderNumber\": \"PO-RFO\", \"orderDate\": \"2026-03-10\", \"clausesInOrder\": true}";
        String orderId = draftOrder(key, etag, requestId, body)
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("contractorId", equalTo(first.toString()))
                .body("subtotalExcludingTax", equalTo("4000.00"))
                .body("lines[0].kind", equalTo("SERVICES"))
                .body("procurement.requestForOffer.requestId", equalTo(requestId))
                .body("procurement.requestForOffer.reference", equalTo("RFO 1"))
                .body("procurement.contractorsAsked.certified", contains(true, false))
                .body("procurement.contractorsAsked.compared", contains(true, true))
                .body("procurement.bestValueSteps", hasSize(4))
                .body("procurement.clauses.acceptanceTesting.inRequest", equalTo(true))
                .extract()
                .path("orderId");
        draftOrder(key, etag, requestId, body)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("orderId", equalTo(orderId));
        act(requestId, "determination/order", body.replace("PO-RFO", "PO-RFO-2"))
                .then()
                .statusCode(409)
                .body("location", equalTo("/v1/orders/" + orderId));
        as(buyer)
                .get("/v1/requests-for-offer/{id}", requestId)
                .then()
                .body("bestValue.orderId", equalTo(orderId))
                .body("links.draftedOrder", equalTo("/v1/orders/" + orderId));
        Api.act(buyer, agency, UUID.fromString(orderId), "submission", "")
                .then()
                .statusCode(202);

        List<CloudEvent> events = TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.requests-for-offer",
                        11,
                        Api.SOON,
                        event -> event.aggregateId().equals(requestId));
        events.forEach(event -> JsonSchemas.assertValid(
                Path.of("src/main/resources/events", event.type() + ".schema.json"), event.payload()));
        assertThat(events)
                .extracting(CloudEvent::type)
                .containsExactly(
                        "request-for-offer.drafted.v1",
                        "request-for-offer.sent.v1",
                        "request-for-offer.offer-recorded.v1",
                        "request-for-offer.offer-recorded.v1",
                        "request-for-offer.closed.v1",
                        "request-for-offer.step-recorded.v1",
                        "request-for-offer.step-recorded.v1",
                        "request-for-offer.step-recorded.v1",
                        "request-for-offer.step-recorded.v1",
                        "request-for-offer.determined.v1",
                        "request-for-offer.ordered.v1");
    }

    private ValidatableResponse draftOrder(String key, String etag, String requestId, String body) {
        return as(buyer)
                .header("Idempotency-Key", key)
                .header("If-Match", etag)
                .body(body)
                .post("/v1/requests-for-offer/{id}/determination/order", requestId)
                .then();
    }

    @Test
    void aTakenOrderNumberLeavesTheRequestAsItWas() {
        Api.placed(agency, Api.order("PO-TAKEN", first, Api.line("1", "4-06-78-0031A", "1", "1.00")));
        String requestId = determined();
        String body = "{\"agencyOrderNumber\": \"po-taken\"}";
        act(requestId, "determination/order", body)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/order-number-taken"));
        act(requestId, "determination/order", "{\"agencyOrderNumber\": \"PO \\u0007\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/agencyOrderNumber"));
        act(requestId, "determination/order", body.replace("taken", "free"))
                .then()
                .statusCode(201);
    }

    private String determined() {
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

    @Test
    @DisplayName(
            "BV-MIN-STEPS: an approver goes on without all steps with a reason, and the order is made; one who may not is refused")
    void anApproverGoesOnWithAReason() {
        String requestId = sent();
        String offer = recorded(requestId, first, "100.00");
        act(requestId, "closing", "").then().statusCode(200);
        String overriding = determination(offer).replaceFirst("\\{", "{\"stepsOverrideReason\": \"Roof leaks\", ");
        Api.as(buyer)
                .header("If-Match", "\"1\"")
                .body("{\"mayOverride\": [\"somebody-else\"]}")
                .put("/v1/agencies/{id}/policy", agency)
                .then()
                .statusCode(200);
        act(requestId, "determination", overriding)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/override-not-allowed"));
        Api.as(buyer)
                .header("If-Match", "\"2\"")
                .body("{\"mayOverride\": [\"erp-%s\"]}".formatted(agency))
                .put("/v1/agencies/{id}/policy", agency)
                .then()
                .statusCode(200);
        act(requestId, "determination", overriding)
                .then()
                .statusCode(200)
                .body("bestValue.determination.stepsOverride.overriddenBy", equalTo("erp-" + agency))
                .body("bestValue.determination.stepsOverride.missing", hasSize(4));
        act(requestId, "determination/order", "{\"agencyOrderNumber\": \"PO-O\"}")
                .then()
                .statusCode(201);
    }

    @Test
    @DisplayName(
            "BV-COMPARE-ALL: nobody goes on without a comparison where there are several offers, whatever the reason")
    void severalOffersAreNeverChosenAmongUncompared() {
        String requestId = sent();
        String offer = recorded(requestId, first, "100.00");
        String other = recorded(requestId, second, "90.00");
        act(requestId, "closing", "").then().statusCode(200);
        Api.as(buyer)
                .header("If-Match", "\"1\"")
                .body("{\"mayOverride\": [\"erp-%s\"]}".formatted(agency))
                .put("/v1/agencies/{id}/policy", agency)
                .then()
                .statusCode(200);
        String overriding = determination(offer).replaceFirst("\\{", "{\"stepsOverrideReason\": \"Roof leaks\", ");

        act(requestId, "determination", overriding)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/comparison-not-whole"))
                .body("missingOffers", containsInAnyOrder(offer, other));
        act(requestId, "steps", step("COMPARISON", comparing(offer, other)))
                .then()
                .statusCode(200);
        act(requestId, "determination", overriding).then().statusCode(200);
    }

    @Test
    void noOfferComesBeforeItsContractorWasAsked() {
        String requestId = sent();

        record(requestId, offer(first, "2026-03-02T07:59:59Z", "1.00", ""))
                .statusCode(400)
                .body("errors.pointer", contains("/receivedAt"));
        record(requestId, offer(first, "2026-03-02T08:00:00Z", "1.00", "")).statusCode(201);
    }

    @Test
    void lateIncompleteAndDecliningAnswersAreKeptWithTheirReason() {
        String requestId = sent();
        String late = "2026-03-06T20:00:00.000001Z";
        record(requestId, offer(first, late, "1.00", "")).statusCode(400).body("errors.pointer", contains("/reason"));
        record(requestId, offer(first, late, "1.00", ", \"reason\": \"came a microsecond late\""))
                .statusCode(201)
                .body("standing", equalTo("LATE"));
        record(requestId, offer(first, "2026-03-06T20:00:00Z", "1.00", ""))
                .statusCode(201)
                .body("standing", equalTo("RESPONSIVE"));
        record(requestId, """
                {"contractorId": "%s", "receivedAt": "2026-03-05T18:00:00Z", "notResponsive": "INCOMPLETE", "reason": "no prices"}
                """.formatted(second)).statusCode(201).body("price", nullValue());
        act(requestId, "cancellation", "{\"reason\": \"no money\"}").then().statusCode(200);
        record(requestId, """
                {"contractorId": "%s", "receivedAt": "2026-03-05T18:00:00Z", "notResponsive": "DECLINED", "reason": "no staff"}
                """.formatted(second)).statusCode(201).body("standing", equalTo("DECLINED"));
        as(buyer)
                .get("/v1/requests-for-offer/{id}", requestId)
                .then()
                .body("offers.standing", contains("LATE", "RESPONSIVE", "INCOMPLETE", "DECLINED"));
        record(requestId, offer(UUID.randomUUID(), "2026-03-05T18:00:00Z", "1.00", ""))
                .statusCode(422);
        record(requestId, offer(first, "2199-01-01T00:00:00Z", "1.0000001", ", \"reason\": \"x\""))
                .statusCode(400)
                .body("errors.pointer", contains("/receivedAt", "/lines/0/unitPrice"));
    }

    @Test
    @DisplayName(
            "SOL-VERBAL: a verbal quote is taken for a simple product at a price of the agreement, and for nothing else")
    void verbalQuotes() {
        String requestId = acting(buyer)
                .body("""
                        {"reference": "RFO V", "title": "Desks", "needs": "Two desks", "simpleProduct": true}
                        """)
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(201)
                .extract()
                .path("requestId");
        act(
                        requestId,
                        "sending",
                        "{\"contractors\": [%s]}"
                                .formatted(contractor(first, "First", "[]").replace("EMAIL", "VERBAL")))
                .then()
                .statusCode(200)
                .body("contractorsAsked.channel", contains("VERBAL"));
        String quote = offer(first, "2026-03-05T18:00:00Z", "1.00", ", \"quotedBy\": \"S. Seller\"");
        record(requestId, quote).statusCode(422).body("rule", equalTo("SOL-VERBAL"));
        record(requestId, quote.replace("SERVICES", "GOODS").replace("\"lineId\"", "\"nsp\": true, \"lineId\""))
                .statusCode(422);
        record(requestId, quote.replace("SERVICES", "GOODS"))
                .statusCode(201)
                .body("verbalQuote.quotedBy", equalTo("S. Seller"))
                .body("verbalQuote.takenBy", equalTo("erp-" + agency))
                .body("price.amount", equalTo("40.00"));
        String services = sent();
        record(services, offer(first, "2026-03-05T18:00:00Z", "1.00", ", \"quotedBy\": \"S. Seller\""))
                .statusCode(422);
    }

    @Test
    void otherAgenciesSeeNothingAndContractorsTheirOwn() throws SQLException {
        String requestId = drafted();
        as(Tokens.contractor(first))
                .get("/v1/requests-for-offer/{id}", requestId)
                .then()
                .statusCode(404);
        act(
                        requestId,
                        "sending",
                        "{\"contractors\": [%s, %s]}"
                                .formatted(contractor(first, "First", "[]"), contractor(second, "Second", "[]")))
                .then()
                .statusCode(200);
        String own = recorded(requestId, first, "100.00");
        String foreign = recorded(requestId, second, "99.00");
        as(Tokens.contractor(first))
                .get("/v1/requests-for-offer/{id}", requestId)
                .then()
                .statusCode(200)
                .body("needs", equalTo("Forty hours for the library.\nSend no bid."))
                .body("contractorsAsked.name", contains("First"))
                .body("offers.offerId", contains(own))
                .body("$", not(hasKey("bestValue")))
                .body("$", not(hasKey("advice")));
        as(Tokens.contractor(first))
                .get("/v1/requests-for-offer/{id}/offers/{offer}", requestId, own)
                .then()
                .statusCode(200)
                .body("lines[0].unitPrice", equalTo("100.00"));
        for (String token : List.of(Tokens.contractor(first), Tokens.buyer(Api.registeredAgency()))) {
            as(token)
                    .get("/v1/requests-for-offer/{id}/offers/{offer}", requestId, foreign)
                    .then()
                    .statusCode(404);
        }
        as(Tokens.contractor(first))
                .get("/v1/requests-for-offer")
                .then()
                .body("items.contractorsAsked", contains(1))
                .body("items.offers", contains(1));
        String stranger = Tokens.buyer(Api.registeredAgency());
        as(stranger).get("/v1/requests-for-offer/{id}", requestId).then().statusCode(404);
        as(stranger).get("/v1/requests-for-offer").then().body("items", empty());
        acting(stranger)
                .header("If-Match", "*")
                .post("/v1/requests-for-offer/{id}/closing", requestId)
                .then()
                .statusCode(404);
        acting(stranger)
                .body(offer(first, "2026-03-05T18:00:00Z", "1.00", ""))
                .post("/v1/requests-for-offer/{id}/offers", requestId)
                .then()
                .statusCode(404);
        acting(stranger)
                .header("If-Match", "*")
                .body("{\"agencyOrderNumber\": \"PO-S\"}")
                .post("/v1/requests-for-offer/{id}/determination/order", requestId)
                .then()
                .statusCode(404);
        for (String table : List.of("request_for_offer", "contractor_asked", "offer", "request_for_offer_act")) {
            String all = "select request_id::text from " + table + " where request_id = '" + requestId + "'";
            assertThat(seen(Tenant.of(Optional.of(UUID.randomUUID()), Optional.empty()), all))
                    .as(table)
                    .isEmpty();
            assertThat(seen(Tenant.NONE, all)).as(table).isEmpty();
            assertThat(seen(Tenant.of(Optional.of(agency), Optional.empty()), all))
                    .as(table)
                    .isNotEmpty();
        }
        assertThat(seen(
                        Tenant.of(Optional.empty(), Optional.of(first)),
                        "select contractor_id::text from offer where request_id = '" + requestId + "'"))
                .containsExactly(first.toString());
    }

    private List<String> seen(Tenant tenant, String sql) throws SQLException {
        return tenant.during(() -> DatabaseRights.rows(application, sql));
    }

    @Test
    void theDatabaseKeepsWhatWasSentWhateverIsTried() throws SQLException {
        String requestId = sent();
        recorded(requestId, first, "100.00");
        for (String change : List.of(
                "update request_for_offer set content = '{}' where request_id = '%s'",
                "update request_for_offer set state = 'DRAFT' where request_id = '%s'",
                "update request_for_offer set order_id = gen_random_uuid() where request_id = '%s'",
                "update offer set document = '{}' where request_id = '%s'",
                "delete from offer where request_id = '%s'",
                "delete from contractor_asked where request_id = '%s'",
                "delete from request_for_offer where request_id = '%s'",
                "update request_for_offer_act set details = '{}' where request_id = '%s'")) {
            assertThatThrownBy(() -> run(change.formatted(requestId)))
                    .as(change)
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> run("""
                insert into offer (offer_id, request_id, agency_id, contractor_id, act_number, received_at, standing, document, lines)
                values (gen_random_uuid(), '%s', '%s', '%s', 9, now(), 'LATE', '{}', '[]')
                """.formatted(requestId, agency, first)))
                .hasMessageContaining("not_considered_with_its_reason");
    }

    private void run(String sql) throws SQLException {
        Tenant.of(Optional.of(agency), Optional.empty()).<Integer, SQLException>during(() -> {
            try (Connection connection = application.getConnection();
                    Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    @Test
    void adviceComesWithTheRequestAndAReferenceIsUsedOnce() {
        String requestId = drafted();
        as(buyer)
                .get("/v1/requests-for-offer/{id}", requestId)
                .then()
                .body("advice.rule", hasItem("LSE-MARKETPLACE"))
                .body("advice.find { it.rule == 'SOL-TERM-RFO' }.place.line", equalTo(2))
                .body("advice.find { it.rule == 'SOL-TERM-RFO' }.place.column", equalTo(9));
        acting(buyer)
                .body(CONTENT.formatted("rfo  1"))
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(409)
                .body("location", equalTo("/v1/requests-for-offer/" + requestId));
        as(buyer)
                .header("If-Match", "\"1\"")
                .body(CONTENT.formatted("RFO 1").replace("no bid", "no offer"))
                .put("/v1/requests-for-offer/{id}", requestId)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("advice.rule", not(hasItem("SOL-TERM-RFO")));
        as(buyer)
                .header("If-Match", "\"1\"")
                .body(CONTENT.formatted("RFO 1"))
                .put("/v1/requests-for-offer/{id}", requestId)
                .then()
                .statusCode(412);
        acting(buyer)
                .post("/v1/requests-for-offer/{id}/closing", requestId)
                .then()
                .statusCode(428);
        act(requestId, "closing", "").then().statusCode(409).body("state", equalTo("DRAFT"));
    }

    @Test
    void whatCannotBeReadIsNamedAtOnce() {
        acting(buyer)
                .body("""
                        {"title": " ", "services": true, "simpleProduct": true, "offersDueAt": "soon"}
                        """)
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        org.hamcrest.Matchers.containsInAnyOrder(
                                "/reference", "/title", "/needs", "/simpleProduct", "/offersDueAt"));
        String requestId = drafted();
        act(requestId, "sending", "{\"contractors\": []}").then().statusCode(400);
        act(
                        requestId,
                        "sending",
                        "{\"contractors\": [%s]}"
                                .formatted(contractor(first, "First", "[\"SB\"]")
                                        .replace(
                                                "\"certificationCheckedOn\": \"2026-03-02\"",
                                                "\"certificationCheckedOn\": \"2026-03-03\"")
                                        .replace("3-16-70-3298a", "GS-35F")))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains("/contractors/0/certificationCheckedOn", "/contractors/0/cmasNumbers/0"));
    }

    @Test
    @DisplayName(
            "PRO-INFORMAL-COMPLAINT: the agency logs and answers complaints; DGS reads only those that the agency shares")
    void complaints() throws SQLException {
        String requestId = sent();
        String complaint = """
                {"complainant": "Second", "about": "Asked late", "receivedOn": "2026-03-10", "sharedWithDgs": %s}
                """;
        String kept = complain(requestId, complaint.formatted(false));
        String shared = complain(requestId, complaint.formatted(true));
        for (String one : List.of(kept, shared)) {
            acting(buyer)
                    .body("{\"answer\": \"All were asked on one day.\", \"answeredOn\": \"2026-03-11\"}")
                    .post("/v1/requests-for-offer/{id}/complaints/{one}/answers", requestId, one)
                    .then()
                    .statusCode(201)
                    .body("answers.answered.answeredBy", contains("erp-" + agency));
        }
        as(buyer)
                .get("/v1/requests-for-offer/{id}/complaints", requestId)
                .then()
                .body("complaints.complaintId", contains(kept, shared));
        as(Tokens.of("dgs-analyst"))
                .get("/v1/requests-for-offer/{id}/complaints", requestId)
                .then()
                .statusCode(200)
                .body("complaints.complaintId", contains(shared))
                .body("complaints[0].answers", hasSize(1));
        as(Tokens.contractor(second))
                .get("/v1/requests-for-offer/{id}/complaints", requestId)
                .then()
                .statusCode(403);
        as(Tokens.buyer(Api.registeredAgency()))
                .get("/v1/requests-for-offer/{id}/complaints", requestId)
                .then()
                .statusCode(404);
        acting(buyer)
                .body("{\"answer\": \"x\", \"answeredOn\": \"2026-03-11\"}")
                .post("/v1/requests-for-offer/{id}/complaints/{one}/answers", requestId, UUID.randomUUID())
                .then()
                .statusCode(404);
        assertThatThrownBy(() ->
                        run("update informal_complaint set document = '{}' where request_id = '" + requestId + "'"))
                .isInstanceOf(SQLException.class);
        assertThat(seen(
                        Tenant.ALL,
                        "select entry_id::text from informal_complaint where request_id = '" + requestId
                                + "' and not shared_with_dgs"))
                .isEmpty();
        List<String> types = Tenant.seeingAll(() -> DatabaseRights.rows(
                application, "select event_type from journal where aggregate_id = '" + requestId + "'"));
        assertThat(types).noneMatch(type -> type.contains("complaint"));
    }

    @Test
    @DisplayName(
            "BV-BASIS: best value rests on one criterion at least, a sample or one of the agency's own; price alone is enough")
    void oneCriterionAtLeast() {
        String requestId = sent();
        String offer = recorded(requestId, first, "100.00");
        act(requestId, "closing", "").then().statusCode(200);
        String determination = "{\"offerId\": \"" + offer
                + "\", \"criteria\": [%s], \"reason\": \"Lowest price\", \"stepsOverrideReason\": \"Small order\"}";
        act(requestId, "determination", determination.formatted(""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/criteria"));
        for (String wrong : List.of("{}", "{\"sample\": \"PRICE\", \"own\": \"Price\"}")) {
            act(requestId, "determination", determination.formatted(wrong))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/criteria/0"));
        }
        act(requestId, "determination", determination.formatted("{\"sample\": \"PRICE\"}"))
                .then()
                .statusCode(200)
                .body("bestValue.determination.criteria", hasSize(1));
    }

    private String complain(String requestId, String complaint) {
        return acting(buyer)
                .body(complaint)
                .post("/v1/requests-for-offer/{id}/complaints", requestId)
                .then()
                .statusCode(201)
                .extract()
                .path("complaintId");
    }

    @Test
    @DisplayName("BV-CRITERIA-SAMPLES: the twelve samples are told with their source, to anybody")
    void samples() {
        io.restassured.RestAssured.given()
                .get("/v1/best-value-criteria")
                .then()
                .statusCode(200)
                .body("criteria", hasSize(12))
                .body("source", equalTo("CMAS Local Government Agency Guide, August 2019, Section 5, page 14"));
    }
}
