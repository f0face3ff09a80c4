package org.opencmas.console.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.meanwhile.Change;

class DraftBodyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCHEMA =
            Path.of("../order-body/src/main/resources/org/opencmas/orderbody/order-body.schema.json");
    private static final Path DOCUMENT = Path.of("../order-service/src/main/resources/events/order-document.json");
    private static final String VERSION = """
            {"orderId": "x", "agencyOrderNumber": "PO-1", "orderDate": "2026-11-02", "paymentMethod": "CAL_CARD", "tax": "1.50",
             "freight": "0.00", "state": "DRAFT", "total": "426.82", "contractNumber": "CMAS 3-16-70-3298A",
             "delivery": {"servicesThrough": "2027-01-31"}, "procurement": {"noneCertifiedReason": "none is"},
             "lines": [{"lineId": "10", "cmasNumber": "3-16-70-3298A", "nsp": false, "itemId": "A-1", "description": "Engineer",
                        "unit": "Hour", "quantity": "4", "unitPrice": "106.33", "amount": "425.32", "kind": "SERVICES", "subNumber": 1,
                        "pricedOn": "2026-11-02", "coding": {"serviceKind": "TECHNICAL"}, "supportsLineIds": []},
                       {"lineId": "20", "cmasNumber": "3-16-70-3298A", "nsp": true, "description": "Cable", "unit": "Each",
                        "quantity": "1", "unitPrice": "0.000125", "nspReason": "joins", "supportsLineIds": ["10"]}],
             "attestations": [{"rule": "R-1", "statement": "Read.", "attestedBy": "Ann", "attestedOn": "2026-11-01",
                               "recordedBy": "erp", "documentVersion": 1}]}""";

    @Test
    @DisplayName("What no field shows outlives an edit; what the service adds itself is not sent back")
    void keepsWhatNoFieldShows() throws Exception {
        JsonNode version = JSON.readTree(VERSION);
        var inputs = Inputs.of(DraftFields.of(version));

        ObjectNode body = new DraftBody(inputs, version).read("c", "2026-11-28");

        assertThat(inputs.errors()).isEmpty();
        assertThat(body.at("/procurement/noneCertifiedReason").asText()).isEqualTo("none is");
        assertThat(body.at("/delivery/servicesThrough").asText()).isEqualTo("2027-01-31");
        assertThat(body.at("/lines/0/coding/serviceKind").asText()).isEqualTo("TECHNICAL");
        assertThat(body.at("/lines/1/supportsLineIds/0").asText()).isEqualTo("10");
        assertThat(body.at("/lines/1/unitPrice").asText()).isEqualTo("0.000125");
        assertThat(body.path("paymentMethod").asText()).isEqualTo("CAL_CARD");
        assertThat(body.at("/attestations/0")).isEqualTo(JSON.readTree("""
                {"rule": "R-1", "statement": "Read.", "attestedBy": "Ann", "attestedOn": "2026-11-01"}"""));
        assertThat(body.path("contractNumber").asText()).isEqualTo("CMAS 3-16-70-3298A");
        assertThat(body.has("total")).isFalse();
        assertThat(body.at("/lines/0").has("subNumber")).isFalse();
        assertThat(body.at("/lines/0").has("pricedOn")).isFalse();
    }

    @Test
    @DisplayName("Every field that the schema of a body knows outlives an edit, but those that are said anew with it")
    void losesNoFieldOfTheSchema() throws Exception {
        JsonNode schema = JSON.readTree(SCHEMA.toFile());
        ObjectNode version = (ObjectNode) JSON.readTree(VERSION);
        ObjectNode line = (ObjectNode) version.at("/lines/0");
        fill(version, schema.path("properties"));
        fill(line, schema.at("/$defs/line/properties"));
        line.put("nsp", true);
        line.putArray("supportsLineIds").add("20");

        ObjectNode body = new DraftBody(Inputs.of(DraftFields.of(version)), version).read("c", "2026-11-28");

        assertThat(without(names(schema.path("properties")), names(body)))
                .containsExactlyInAnyOrder("agencyId", "draft", "subOrders");
        assertThat(without(names(schema.at("/$defs/line/properties")), names(body.at("/lines/0"))))
                .containsExactly("amount");
    }

    @Test
    @DisplayName("Of a stored line nothing is sent back that a body does not know")
    void sendsNothingElseBack() throws Exception {
        Set<String> stored = names(JSON.readTree(DOCUMENT.toFile()).at("/properties/lines/items/properties"));
        Set<String> sent = names(JSON.readTree(SCHEMA.toFile()).at("/$defs/line/properties"));

        Set<String> workedOut = without(stored, sent);
        workedOut.add("amount");
        assertThat(DraftBody.WORKED_OUT_OF_LINE).isEqualTo(workedOut);
    }

    /** Gives a value to each property that has none yet. */
    private static void fill(ObjectNode node, JsonNode properties) {
        for (String name : names(properties)) {
            JsonNode property = properties.path(name);
            if (node.has(name)) {
                continue;
            }
            String type = property.path("type").isArray()
                    ? property.at("/type/0").asText()
                    : property.path("type").asText();
            switch (type) {
                case "boolean" -> node.put(name, true);
                case "array" -> node.putArray(name).add("x");
                case "string" -> node.put(name, "x");
                default -> {
                    if (property.has("enum")) {
                        node.set(name, property.at("/enum/0"));
                    } else {
                        node.putObject(name).put("x", "y");
                    }
                }
            }
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        assertThat(names).isNotEmpty();
        return names;
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    @Test
    @DisplayName("A statement signed anew takes the place of the one that stood")
    void signsAnew() throws Exception {
        JsonNode version = JSON.readTree(VERSION);
        Map<String, List<String>> fields = new HashMap<>(DraftFields.of(version));
        fields.put("attest", List.of("R-1"));
        fields.put("attest.R-1.statement", List.of("Read again."));

        ObjectNode body = new DraftBody(Inputs.of(fields), version).read("c", "2026-11-28");

        assertThat(body.path("attestations")).hasSize(1);
        assertThat(body.at("/attestations/0/statement").asText()).isEqualTo("Read again.");
        assertThat(body.at("/attestations/0/attestedOn").asText()).isEqualTo("2026-11-28");
    }

    @Test
    @DisplayName("Each fault stands at its field; a figure is exact or a fault")
    void faultsStandAtTheirFields() {
        Map<String, List<String>> fields = DraftFields.withLine(new HashMap<>(), Map.of("quantity", "1,5x"));
        fields.put("tax", List.of("1.005"));
        var inputs = Inputs.of(fields);

        new DraftBody(inputs, JsonNodeFactory.instance.objectNode()).read("", "2026-11-28");

        assertThat(inputs.errors())
                .extracting(Inputs.Error::field)
                .contains("agencyOrderNumber", "orderDate", "tax", "lines.0.quantity", "lines.0.unitPrice")
                .doesNotContain("freight");
    }

    @Test
    @DisplayName(
            "A line that is taken away moves those behind it up with all that was typed; a new one is numbered on in tens")
    void movesLines() throws Exception {
        Map<String, List<String>> fields = DraftFields.of(JSON.readTree(VERSION));

        Map<String, List<String>> fewer = DraftFields.withoutLine(fields, 0);
        assertThat(DraftFields.lines(fewer)).isEqualTo(1);
        assertThat(fewer.get("lines.0.description")).containsExactly("Cable");
        assertThat(fewer.get("lines.0.nsp")).containsExactly("true");
        assertThat(fewer.get("agencyOrderNumber")).containsExactly("PO-1");

        Map<String, List<String>> more = DraftFields.withLine(fields, Map.of());
        assertThat(more.get("lines.2.lineId")).containsExactly("30");
        assertThat(DraftFields.withoutLine(fields, 7)).containsAllEntriesOf(Map.of("lines.1.unit", List.of("Each")));
    }

    @Test
    @DisplayName("What another person wrote meanwhile is told field by field, of the line by its number")
    void differences() throws Exception {
        JsonNode version = JSON.readTree(VERSION);
        JsonNode now = JSON.readTree(VERSION.replaceFirst("\"quantity\": \"4\"", "\"quantity\": \"5\""));
        var form = Inputs.of(Map.of("known", List.of(DraftShown.of(version).carried())));

        assertThat(DraftShown.of(now).since(form)).containsExactly(new Change("Line 10, quantity", "4", "5"));
        assertThat(DraftShown.of(version).since(form)).isEmpty();
    }
}
