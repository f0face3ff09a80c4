package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.compliance.News;
import org.opencmas.testkit.CommittedDocument;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.TopicProbe;

/**
 * The events are those that the order service's {@code RealOrderKindsTest} has seen itself send, and the decisions are those that it goes
 * on with: neither service's test makes up what the other says.
 */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The rules issue a real order of each kind, and return it when a price is a cent above the list")
class RealOrdersDecidedTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ORDERS = Path.of("../order-service/src/test/resources");
    private static final Path DECIDED = Path.of("src/test/resources/real-orders");

    private final TopicProbe probe = TopicProbe.ofServiceUnderTest();

    static Stream<Arguments> orders() throws IOException {
        JsonNode all = JSON.readTree(ORDERS.resolve("real-orders.json").toFile());
        return StreamSupport.stream(all.spliterator(), false)
                .map(order -> Arguments.of(order.path("name").asText(), order));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void isDecided(String name, JsonNode real) throws IOException {
        ObjectNode submitted =
                (ObjectNode) JSON.readTree(Files.readString(ORDERS.resolve("real-orders/" + name + ".submitted.json")));
        know(submitted, real);

        ObjectNode decided = decide(submitted);
        assertThat(decided.path("decision").asText())
                .as(decided.toPrettyString())
                .isEqualTo("ISSUE");
        CommittedDocument.assertEquals(
                DECIDED.resolve(name + ".evaluated.json"), lasting(decided).toPrettyString());

        ObjectNode dearer = decide(aCentAboveItsList(submitted, real));
        assertThat(dearer.path("decision").asText()).isEqualTo("RETURN");
        assertThat(blocking(dearer)).containsExactly("CON-PRICE-CEILING");
    }

    /** Buyer, contractor and agreements of the order are known here, each agreement with its price list. */
    private void know(JsonNode submitted, JsonNode real) {
        UUID agency = id(submitted, "agencyId");
        UUID contractor = id(submitted, "contractorId");
        probe.publish("cmas.agencies", "/order-service", "agency.registered.v1", agency, 1, """
                {"agencyId": "%s", "name": "City of Test", "type": "CITY", "agencyClass": "LOCAL", "county": null,
                 "empoweredToExpendPublicFunds": true, "analystDecision": null, "policy": {}}
                """.formatted(agency));
        probe.publish(
                "cmas.contractors",
                "/contract-registry-service",
                "contractor.registered.v1",
                contractor,
                1,
                """
                {"contractorId": "%s", "legalName": "First", "formerNames": [],
                 "locations": [{"name": "Sacramento", "street": "1 Sample Way", "city": "Sacramento", "state": "CA", "zip": "95814"}],
                 "certificates": [], "version": 1}
                """.formatted(contractor));
        for (JsonNode agreement : real.path("agreements")) {
            publish(agreement, contractor);
        }
        awaitKnown(agency, contractor, real);
    }

    private void publish(JsonNode agreement, UUID contractor) {
        String cmas = agreement.path("cmasNumber").asText();
        boolean it = cmas.startsWith("3");
        agreementNews("agreement.registered.v1", cmas, 1, """
                {"cmasNumber": "%s", "rawNumber": "%s", "kind": "%s", "contractorId": "%s", "contractorName": "First",
                 "status": "ACTIVE", "statusTimeline": [{"status": "ACTIVE", "effectiveOn": "2026-01-01"}],
                 "supplementNumber": 0, "effectiveOn": "2026-01-01", "termStart": "2026-01-01", "termEnd": "2026-12-31",
                 "forUseBy": "STATE_AND_LOCAL", "nspProvision": true, "acceptsCalCard": null, "travelAllowed": true,
                 "stateOrderLimit": null, "productCodes": [], "categories": [], "listedCertifications": [],
                 "baseContract": {"number": "GS-1", "type": "GSA", "holder": "First", "awardingBody": null,
                                  "termStart": "2020-01-01", "termEnd": "2030-12-31"}}
                """.formatted(cmas, cmas, it ? "IT" : "NON_IT", contractor));
        UUID list = UUID.randomUUID();
        ObjectNode part = JSON.createObjectNode()
                .put("cmasNumber", cmas)
                .put("priceListId", list.toString())
                .put("supplementNumber", 0)
                .put("part", 1);
        part.set("lines", agreement.path("priceList"));
        agreementNews("price-list.part.v1", cmas, 2, part.toString());
        StringBuilder hashed = new StringBuilder();
        agreement.path("priceList").forEach(line -> hashed.append(hashed(line)));
        agreementNews("price-list.published.v1", cmas, 3, """
                {"cmasNumber": "%s", "priceListId": "%s", "supplementNumber": 0, "effectiveFrom": "2026-01-01",
                 "lineCount": %d, "partCount": 1, "sha256": "%s"}
                """.formatted(
                        cmas, list, agreement.path("priceList").size(), News.sha256(hashed.toString())));
    }

    private void agreementNews(String type, String cmas, int version, String payload) {
        probe.publish("cmas.agreements", "/contract-registry-service", type, cmas, version, payload);
    }

    private static String hashed(JsonNode line) {
        return String.join(
                        "\u001f",
                        line.path("itemId").asText(),
                        line.path("description").asText(),
                        line.path("unit").asText(),
                        line.path("price").asText(),
                        line.path("basePrice").asText(),
                        "",
                        line.path("kind").asText(),
                        "",
                        "")
                + "\n";
    }

    private static void awaitKnown(UUID agency, UUID contractor, JsonNode real) {
        List<String> questions = new ArrayList<>();
        questions.add("select name from agency where agency_id = '" + agency + "'");
        questions.add("select legal_name from contractor where contractor_id = '" + contractor + "'");
        for (JsonNode agreement : real.path("agreements")) {
            questions.add("select cmas_number from price_list where complete and cmas_number = '"
                    + agreement.path("cmasNumber").asText() + "'");
        }
        Eventually.within(News.DEADLINE, () -> {
            for (String question : questions) {
                assertThat(rows(question)).as(question).hasSize(1);
            }
        });
    }

    private static List<String> rows(String question) {
        try {
            return DatabaseRights.rows(OwnerDatabase.dataSource(), question);
        } catch (SQLException failure) {
            throw new AssertionError(question, failure);
        }
    }

    private ObjectNode decide(ObjectNode submitted) throws IOException {
        UUID order = id(submitted, "orderId");
        probe.publish("cmas.orders", "/order-service", "order.submitted.v1", order, 1, submitted.toString());
        CloudEvent decided = probe.awaitOne("cmas.evaluations", "order.evaluated.v1", order, News.DEADLINE);
        return (ObjectNode) JSON.readTree(decided.payload());
    }

    /** Another order, of the same but that its first line costs a cent more than its agreement allows. */
    private static ObjectNode aCentAboveItsList(ObjectNode submitted, JsonNode real) {
        ObjectNode dearer = submitted.deepCopy();
        dearer.put("orderId", UUID.randomUUID().toString()).put("agencyOrderNumber", "PO-2");
        String ceiling = real.at("/agreements/0/priceList/0/price").asText();
        ArrayNode lines = (ArrayNode) dearer.path("lines");
        ((ObjectNode) lines.path(0))
                .put(
                        "unitPrice",
                        new java.math.BigDecimal(ceiling)
                                .add(new java.math.BigDecimal("0.01"))
                                .toPlainString());
        return dearer;
    }

    private static List<String> blocking(JsonNode decided) {
        return StreamSupport.stream(decided.path("findings").spliterator(), false)
                .filter(finding -> finding.path("blocking").asBoolean())
                .map(finding -> finding.path("ruleId").asText())
                .toList();
    }

    /** Without what each run makes anew, and without the rule set, which changes with every rule that is added. */
    private static ObjectNode lasting(ObjectNode decided) {
        String none = "0".repeat(64);
        decided.put("evaluationId", new UUID(0, 1).toString())
                .put("ruleSetVersion", none)
                .put("receiptHash", none)
                .put("evaluatedAt", "2026-03-10T18:00:01Z")
                .putObject("asOf");
        return decided;
    }

    private static UUID id(JsonNode event, String name) {
        return UUID.fromString(event.path(name).asText());
    }
}
