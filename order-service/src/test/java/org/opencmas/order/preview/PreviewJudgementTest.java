package org.opencmas.order.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "ORD-AMEND-RECHECK: a preview shows what the rules find on the amended whole, to the caller who waits for it")
class PreviewJudgementTest {
    private static final Path COMPLIANCE = Path.of("../compliance-service/src/main/resources/events");

    private static final String AMENDMENT = "{\"amendmentDate\": \"2026-03-03\", \"reason\": \"r\", \"lines\": [%s]}"
            .formatted(line("1", "4-06-78-0031A", "3", "10.00"));

    @Inject
    DataSource application;

    private final UUID contractor = UUID.randomUUID();
    private UUID agency;
    private UUID orderId;

    @BeforeEach
    void issue() {
        agency = Api.registeredAgency();
        orderId = Api.issued(agency, order("PO-1", contractor, line("1", "4-06-78-0031A", "2", "10.00")));
    }

    private Response preview(String wait) {
        return as(Tokens.buyer(agency))
                .header("Prefer", wait)
                .body(AMENDMENT)
                .post("/v1/orders/{id}/amendment-previews", orderId);
    }

    /** Compliance's own example, of this preview. */
    private JsonNode judged(CloudEvent asked) throws IOException {
        ObjectNode judged = (ObjectNode) new ObjectMapper()
                .readTree(Files.readString(COMPLIANCE.resolve("order-preview.judged.v1.example-1.json")));
        judged.put("previewId", asked.aggregateId());
        judged.put("orderId", orderId.toString());
        judged.put("agencyId", agency.toString());
        JsonSchemas.assertValid(COMPLIANCE.resolve("order-preview.judged.v1.schema.json"), judged.toString());
        return judged;
    }

    @Test
    void whoWaitsSeesWhatIsFoundOnTheAmendedWhole() throws IOException, SQLException {
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> preview("wait=20"));
        CloudEvent asked = TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.order-previews",
                        1,
                        Api.SOON,
                        event -> event.payload().contains(orderId.toString()))
                .getFirst();
        JsonSchemas.assertValid(
                Path.of("src/main/resources/events/order-preview.asked.v1.schema.json"), asked.payload());
        assertThat(asked.payload()).contains("\"subtotalExcludingTax\":\"30.00\"", "\"amendmentNumber\":1");
        JsonNode judged = judged(asked);
        TopicProbe.ofServiceUnderTest()
                .publish(
                        "cmas.preview-judgements",
                        "/compliance-service",
                        "order-preview.judged.v1",
                        asked.aggregateId(),
                        1,
                        judged.toString());
        waiting.join()
                .then()
                .statusCode(200)
                .body("decision", equalTo("RETURN"))
                .body(
                        "findings.ruleId",
                        contains(judged.at("/findings/0/ruleId").asText()))
                .body("findingsInForce", empty())
                .body("document.subtotalExcludingTax", equalTo("30.00"));
        String rows = "select preview_id from preview_judgement";
        Tenant own = Tenant.of(Optional.of(agency), Optional.empty());
        Tenant other = Tenant.of(Optional.of(UUID.randomUUID()), Optional.empty());
        assertThat(own.<List<String>, SQLException>during(() -> DatabaseRights.rows(application, rows)))
                .containsExactly(asked.aggregateId());
        assertThat(other.<List<String>, SQLException>during(() -> DatabaseRights.rows(application, rows)))
                .isEmpty();
    }

    /** A preview that compliance judged, with its example's findings. */
    private Response previewed() throws IOException {
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> preview("wait=20"));
        CloudEvent asked = asked();
        tell("order-preview.judged.v1", asked.aggregateId(), judged(asked).toString());
        Response shown = waiting.join();
        shown.then().statusCode(200).body("tokenBindsDecision", equalTo(true));
        return shown;
    }

    private CloudEvent asked() {
        return TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.order-previews",
                        1,
                        Api.SOON,
                        event -> event.payload().contains(orderId.toString()))
                .getFirst();
    }

    private static void tell(String type, String key, String payload) {
        TopicProbe.ofServiceUnderTest()
                .publish("cmas.preview-judgements", "/compliance-service", type, key, 1, payload);
    }

    private Response commit(Response shown, String key) {
        return as(Tokens.buyer(agency))
                .header("Idempotency-Key", key)
                .header("If-Match", shown.header("ETag"))
                .header("Preview-Token", shown.<String>path("previewToken"))
                .body(AMENDMENT)
                .post("/v1/orders/{id}/amendments", orderId);
    }

    private CloudEvent submitted() {
        return TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.orders",
                        1,
                        Api.SOON,
                        event -> event.aggregateId().equals(orderId.toString())
                                && event.type().equals("order.submitted.v1")
                                && event.aggregateVersion() > 2)
                .getFirst();
    }

    /** Compliance's own example, of this submission: it finds nothing where the preview had shown a price above its ceiling. */
    private String notMet(CloudEvent submitted) throws IOException {
        ObjectNode notMet = (ObjectNode) new ObjectMapper()
                .readTree(Files.readString(COMPLIANCE.resolve("order-preview.not-met.v1.example-1.json")));
        JsonNode sent = new ObjectMapper().readTree(submitted.payload());
        notMet.put("previewId", sent.at("/preview/previewId").asText());
        notMet.put("orderId", orderId.toString());
        notMet.put("agencyId", agency.toString());
        notMet.put("documentVersion", sent.path("documentVersion").asInt());
        notMet.put("decision", "ISSUE");
        notMet.putArray("findings");
        JsonSchemas.assertValid(COMPLIANCE.resolve("order-preview.not-met.v1.schema.json"), notMet.toString());
        return notMet.toString();
    }

    @Test
    void whatIsNotJudgedAsItsPreviewShowedIsWithdrawnAndTheCallerToldWhatChanged() throws IOException {
        Response shown = previewed();
        shown.then().body("events.type", contains("order.submitted.v1", "order.returned.v1"));
        String key = UUID.randomUUID().toString();
        CompletableFuture<Response> committing = CompletableFuture.supplyAsync(() -> commit(shown, key));
        CloudEvent submitted = submitted();
        JsonSchemas.assertValid(
                Path.of("src/main/resources/events/order.submitted.v1.schema.json"), submitted.payload());
        assertThat(submitted.payload())
                .contains("\"judgementHash\":\"9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab\"");
        String notMet = notMet(submitted);
        tell("order-preview.not-met.v1", UUID.randomUUID().toString(), notMet);

        Response refused = committing.join();
        refused.then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/preview-not-met"))
                .body("withdrawal.previewedDecision", equalTo("RETURN"))
                .body("withdrawal.decision", equalTo("ISSUE"))
                .body("withdrawal.gone.ruleId", contains("CON-PRICE-CEILING"))
                .body("withdrawal.appeared", empty());
        commit(shown, key).then().statusCode(412).body("withdrawal.gone.ruleId", contains("CON-PRICE-CEILING"));
        commit(shown, UUID.randomUUID().toString()).then().statusCode(412);
        Api.read(agency, orderId)
                .then()
                .header("ETag", equalTo(refused.header("ETag")))
                .body("state", equalTo("ISSUED"))
                .body("documentVersion", equalTo(1))
                .body("$", not(hasKey("openAmendment")));
        as(Tokens.buyer(agency))
                .get("/v1/orders/{id}/versions/2", orderId)
                .then()
                .body("state", equalTo("LAPSED"))
                .body("withdrawal.decision", equalTo("ISSUE"));
        as(Tokens.buyer(agency))
                .get("/v1/orders/{id}/history", orderId)
                .then()
                .body("entries.act", contains("SUBMITTED", "ISSUED", "SUBMITTED", "WITHDRAWN"));

        // Told a second time, and decided after all: it stays withdrawn, and the next amendment has its number.
        tell("order-preview.not-met.v1", UUID.randomUUID().toString(), notMet);
        Api.decide(orderId, 2, "ISSUE");
        Api.act(Tokens.buyer(agency), agency, orderId, "amendments", AMENDMENT)
                .then()
                .statusCode(202)
                .body("amendmentNumber", equalTo(1))
                .body("documentVersion", equalTo(3));
        Api.decide(orderId, 3, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
    }

    @Test
    void asPreviewedItIsDecidedAndATokenThatNamesAnotherJudgementIsNoneOfThisPreview() throws IOException {
        Response shown = previewed();
        String token = shown.path("previewToken");
        as(Tokens.buyer(agency))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", shown.header("ETag"))
                .header("Preview-Token", token)
                .body(AMENDMENT.replaceFirst("\\{", "{\"draft\": true, "))
                .post("/v1/orders/{id}/amendments", orderId)
                .then()
                .statusCode(412);
        CompletableFuture<Response> committing = CompletableFuture.supplyAsync(
                () -> commit(shown, UUID.randomUUID().toString()));
        submitted();
        Api.decide(orderId, 2, "RETURN");
        committing.join().then().statusCode(201).body("state", equalTo("RETURNED"));
    }

    @Test
    void whatDoesNotComeInTimeIsLeftOut() {
        preview("wait=1")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("findings")))
                .body("$", not(hasKey("decision")))
                .body("tokenBindsDecision", equalTo(false))
                .body("check.amends.amendmentNumber", equalTo(1));
    }
}
