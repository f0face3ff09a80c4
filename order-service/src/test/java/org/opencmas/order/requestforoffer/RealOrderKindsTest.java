package org.opencmas.order.requestforoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.opencmas.order.Api.acting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.order.Api;
import org.opencmas.testkit.CommittedDocument;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.StableIds;
import org.opencmas.testkit.event.TopicProbe;

/**
 * Of each order the data says where it was published and what of it is this test's; dates, price lists and what a person attests are this
 * test's too.
 *
 * <p>The rules decide: what this service sends of an order is a committed file, which compliance-service's {@code RealOrdersDecidedTest}
 * judges, and the decision that is published here is the one committed there. After a change of what is sent both tests are run with
 * {@code -Dcommitted.update=true}, this one first.
 */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "GEN-AUTHORITY, LSE-MARKETPLACE, MULTI-GROUP, MULTI-WORD-CMAS: a real order of each kind goes from its request for offer to its acceptance")
class RealOrderKindsTest extends AskingAgency {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SUBMITTED = Path.of("src/test/resources/real-orders");
    private static final Path DECIDED = Path.of("../compliance-service/src/test/resources/real-orders");

    static Stream<Arguments> orders() throws IOException {
        JsonNode all =
                JSON.readTree(Path.of("src/test/resources/real-orders.json").toFile());
        return StreamSupport.stream(all.spliterator(), false)
                .map(order -> Arguments.of(order.path("kind").asText(), order));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void walks(String kind, JsonNode real) throws IOException {
        String requestId = requested(kind, real);
        List<String> offers = List.of(offered(requestId, first, real), offered(requestId, second, real));
        act(requestId, "closing", "").then().statusCode(200);
        for (String step : List.of("REQUIREMENTS", "CMAS_COPY", "REVIEW")) {
            act(requestId, "steps", step(step, "")).then().statusCode(200);
        }
        act(requestId, "steps", step("COMPARISON", comparing(offers.get(0), offers.get(1))))
                .then()
                .statusCode(200);
        act(requestId, "determination", determination(offers.getFirst())).then().statusCode(200);
        UUID orderId = drafted(requestId, real);
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(202);
        decideByTheRules(orderId, real.path("name").asText());
        Api.awaitState(agency, orderId, "ISSUED");
        acting(buyer)
                .body("{\"method\": \"MAIL\", \"sentOn\": \"2026-03-11\", \"sentTo\": \"PO Box 1\"}")
                .post("/v1/orders/{id}/dispatches", orderId)
                .then()
                .statusCode(201);
        Api.act(Tokens.contractor(first), agency, orderId, "acceptance", "{}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));
        assertWhole(Api.read(agency, orderId).then(), real);
    }

    private void decideByTheRules(UUID orderId, String name) throws IOException {
        TopicProbe probe = TopicProbe.ofServiceUnderTest();
        StableIds ids = new StableIds(name);
        String sent = ids.stable(JSON.readTree(probe.awaitOne("cmas.orders", "order.submitted.v1", orderId, Api.SOON)
                        .payload())
                .toPrettyString());
        CommittedDocument.assertEquals(SUBMITTED.resolve(name + ".submitted.json"), sent);
        Path decision = DECIDED.resolve(name + ".evaluated.json");
        assertThat(decision)
                .as(
                        "the decision on %s; RealOrdersDecidedTest of compliance-service writes it with -Dcommitted.update=true",
                        name)
                .exists();
        String decided = ids.actual(Files.readString(decision));
        probe.publish("cmas.evaluations", "/compliance-service", "order.evaluated.v1", orderId, 1, decided);
    }

    private String requested(String kind, JsonNode real) {
        boolean services = real.path("services").asBoolean();
        ObjectNode content = JSON.createObjectNode()
                .put("reference", "RFO 1")
                .put("title", kind)
                .put("needs", real.path("source").asText())
                .put("services", services)
                .put("offersDueAt", "2026-03-06T20:00:00Z");
        if (services) {
            content.put("statementOfWork", "As the source says.");
        }
        String requestId = acting(buyer)
                .body(content.toString())
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(201)
                .extract()
                .path("requestId");
        String number = real.path("lines").path(0).path("cmasNumber").asText();
        act(
                        requestId,
                        "sending",
                        "{\"contractors\": [%s, %s], \"noneCertifiedReason\": \"none offers it\"}"
                                .formatted(contractor(first, "First", "[]"), contractor(second, "Second", "[]"))
                                .replace("3-16-70-3298a", number))
                .then()
                .statusCode(200);
        return requestId;
    }

    private String offered(String requestId, UUID contractor, JsonNode real) {
        ObjectNode offer = JSON.createObjectNode()
                .put("contractorId", contractor.toString())
                .put("receivedAt", "2026-03-05T18:00:00Z")
                .put("tax", real.path("tax").asText("0.00"));
        offer.set("lines", real.path("lines"));
        return record(requestId, offer.toString()).statusCode(201).extract().path("offerId");
    }

    private UUID drafted(String requestId, JsonNode real) {
        ObjectNode order =
                JSON.createObjectNode().put("agencyOrderNumber", "PO-1").put("orderDate", "2026-03-10");
        order.setAll((ObjectNode) real.path("order"));
        return UUID.fromString(act(requestId, "determination/order", order.toString())
                .then()
                .statusCode(201)
                .extract()
                .path("orderId"));
    }

    private void assertWhole(ValidatableResponse order, JsonNode real) throws IOException {
        order.body("subtotalExcludingTax", equalTo(real.path("subtotal").asText()))
                .body("contractNumber", equalTo(real.path("contractNumber").asText()))
                .body("lines", hasSize(real.path("lines").size()))
                .body("procurement.bestValueSteps", hasSize(4));
        if (real.has("subtotals")) {
            List<String> subtotals = new ArrayList<>();
            real.path("subtotals").forEach(subtotal -> subtotals.add(subtotal.asText()));
            order.body("subOrders.subNumber", contains(1, 2))
                    .body("subOrders.subtotalExcludingTax", contains(subtotals.toArray()));
        }
        JsonNode stored = JSON.readTree(order.extract().asString());
        assertContains(stored.path("particulars"), real.at("/order/particulars"));
        for (int i = 0; i < real.path("lines").size(); i++) {
            assertContains(stored.path("lines").path(i), real.path("lines").path(i));
        }
    }

    /** Everything that was sent stands in the order, whatever else it has; a price may have more zeros. */
    private static void assertContains(JsonNode stored, JsonNode sent) {
        sent.fieldNames().forEachRemaining(name -> {
            if (sent.path(name).isObject()) {
                assertContains(stored.path(name), sent.path(name));
            } else if (!name.equals("unitPrice")) {
                org.assertj.core.api.Assertions.assertThat(stored.path(name))
                        .as(name)
                        .isEqualTo(sent.path(name));
            }
        });
    }
}
