package org.opencmas.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("What is published is what the schemas promise")
class EventContractTest {
    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final Pattern SCHEMA = Pattern.compile("\\$ref: '([^'#]+\\.schema\\.json)'");

    @Test
    void theExamplesFitTheirSchemas() {
        assertThat(JsonSchemas.assertExamplesValid(EVENTS)).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void realEventsOfEveryTypeFitTheirSchemas() {
        UUID agency = Api.registeredAgency();
        UUID contractor = UUID.randomUUID();
        Api.as(Tokens.buyer(agency))
                .header("If-Match", "\"1\"")
                .body("{\"orderLimit\": \"50000.00\", \"orderLimitAction\": \"WARN\"}")
                .put("/v1/agencies/{id}/policy", agency)
                .then()
                .statusCode(200);
        String two = order(
                "PO-E1", contractor, line("1", "4-06-78-0031A", "2", "5.00"), line("2", "4-06-78-0031B", "1", "0"));
        UUID orderId = UUID.fromString(Api.place(agency, two.replaceFirst("\\{", "{\"draft\": true, "))
                .then()
                .statusCode(201)
                .extract()
                .path("orderId"));
        String buyer = Tokens.buyer(agency);
        Api.act(buyer, agency, orderId, "confirmations", """
                {"confirmations": [{"kind": "TAX_TOO_HIGH", "pointer": "/tax", "explanation": "fees of the county"}]}
                """).then().statusCode(200);
        Api.act(Api.person(agency, "director"), agency, orderId, "approval", "{\"note\": \"within budget\"}")
                .then()
                .statusCode(200);
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(202);
        Api.decide(orderId, 1, "RETURN");
        Api.awaitState(agency, orderId, "RETURNED");
        Api.as(buyer).header("If-Match", Api.etag(agency, orderId)).body(two).put("/v1/orders/{id}", orderId);
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "ISSUED");
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", """
                {"reasonCode": "QUANTITY_OR_UNIT", "pointer": "/lines/0/quantity", "rightValue": "1", "reason": "one left"}
                """);
        Api.act(buyer, agency, orderId, "amendments", "{\"fromRejection\": true, \"amendmentDate\": \"2026-03-05\"}")
                .then()
                .statusCode(201);
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(202);
        Api.decide(orderId, 3, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        withdrawn(agency, orderId);
        Api.act(Tokens.contractor(contractor), agency, orderId, "acceptance", "{}")
                .then()
                .statusCode(200);
        Api.act(buyer, agency, orderId, "stop-work", "{\"effectiveOn\": \"2026-03-20\", \"reason\": \"moving\"}")
                .then()
                .statusCode(200);
        Api.act(buyer, agency, orderId, "resumption", "{\"effectiveOn\": \"2026-03-23\", \"reason\": \"moved\"}")
                .then()
                .statusCode(200);
        Api.act(buyer, agency, orderId, "termination", """
                {"ground": "CONVENIENCE", "terminatedOn": "2026-04-01", "reason": "not needed",
                 "remainingSubOrders": [{"subNumber": 1, "amount": "5.00"}]}
                """).then().statusCode(200);

        List<CloudEvent> seen = new ArrayList<>(TopicProbe.ofServiceUnderTest()
                .await("cmas.orders", 17, Api.SOON, event -> event.aggregateId().equals(orderId.toString())));
        assertThat(seen)
                .extracting(CloudEvent::type)
                .containsExactly(
                        "order.drafted.v1",
                        "order.doubts-confirmed.v1",
                        "order.approved.v1",
                        "order.submitted.v1",
                        "order.returned.v1",
                        "order.submitted.v1",
                        "order.issued.v1",
                        "order.rejected.v1",
                        "order.drafted.v1",
                        "order.submitted.v1",
                        "order.amended.v1",
                        "order.submitted.v1",
                        "order.withdrawn.v1",
                        "order.accepted.v1",
                        "order.work-stopped.v1",
                        "order.work-resumed.v1",
                        "order.terminated.v1");
        assertThat(seen)
                .extracting(CloudEvent::aggregateVersion)
                .startsWith(1L, 2L, 3L)
                .endsWith(16L, 17L);
        seen.addAll(TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.agencies",
                        2,
                        Api.SOON,
                        event -> event.aggregateId().equals(agency.toString())));
        seen.forEach(event -> JsonSchemas.assertValid(EVENTS.resolve(event.type() + ".schema.json"), event.payload()));
        Set<String> types = new TreeSet<>(seen.stream().map(CloudEvent::type).toList());
        // Those of receipts, invoices and payments: PaymentEventsTest; of dealings: DealingResourceTest;
        // of requests for offer: RequestForOfferStoryTest.
        assertThat(types).isEqualTo(published("order.", "agency."));
    }

    /** An amendment that is not judged as its preview was. */
    private static void withdrawn(UUID agency, UUID orderId) {
        String amendment =
                "{\"amendmentDate\": \"2026-03-06\", \"reason\": \"one more\", \"tax\": \"0.00\", \"lines\": [%s]}"
                        .formatted(line("1", "4-06-78-0031A", "3", "5.00"));
        int version = Api.act(Tokens.buyer(agency), agency, orderId, "amendments", amendment)
                .then()
                .statusCode(202)
                .extract()
                .path("documentVersion");
        TopicProbe.ofServiceUnderTest()
                .publish(
                        "cmas.preview-judgements",
                        "/compliance-service",
                        "order-preview.not-met.v1",
                        UUID.randomUUID(),
                        1,
                        """
                        {"previewId": "%s", "orderId": "%s", "documentVersion": %d, "agencyId": "%s", "decision": "ISSUE",
                         "findings": [], "ruleSetVersion": "1", "asOf": {}, "judgedAt": "2026-03-06T18:00:00Z"}
                        """.formatted(UUID.randomUUID(), orderId, version, agency));
        Eventually.within(
                Api.SOON,
                () -> Api.as(Tokens.buyer(agency))
                        .get("/v1/orders/{id}/versions/{n}", orderId, version)
                        .then()
                        .body("state", equalTo("LAPSED")));
    }

    @Test
    void theAsyncApiNamesEveryEventAndNothingElse() throws IOException {
        String document = Files.readString(Path.of("asyncapi.yaml"));
        Set<String> named = SCHEMA.matcher(document)
                .results()
                .map(match -> Path.of(match.group(1)))
                .filter(path -> path.startsWith(EVENTS))
                .map(path -> path.getFileName().toString().replace(".schema.json", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(published());
        for (String type : published()) {
            assertThat(document).contains("name: " + type);
        }
        Pattern.compile("\\$ref: '#/([^']+)'")
                .matcher(document)
                .results()
                .map(match -> match.group(1).substring(match.group(1).lastIndexOf('/') + 1))
                .forEach(name -> assertThat(document).containsPattern("(?m)^ {2,4}" + name + ":"));
    }

    private static Set<String> published(String... beginnings) {
        return published().stream()
                .filter(type -> Stream.of(beginnings).anyMatch(type::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> published() {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
