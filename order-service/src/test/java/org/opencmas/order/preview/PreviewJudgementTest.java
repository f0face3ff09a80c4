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
                .body("{\"amendmentDate\": \"2026-03-03\", \"reason\": \"r\", \"lines\": [%s]}"
                        .formatted(line("1", "4-06-78-0031A", "3", "10.00")))
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

    @Test
    void whatDoesNotComeInTimeIsLeftOut() {
        preview("wait=1")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("findings")))
                .body("$", not(hasKey("decision")))
                .body("check.amends.amendmentNumber", equalTo(1));
    }
}
