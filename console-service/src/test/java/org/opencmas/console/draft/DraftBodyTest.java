package org.opencmas.console.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.frame.field.Inputs;

class DraftBodyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
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
    @DisplayName("What another person wrote meanwhile is told field by field, with what was typed")
    void differences() throws Exception {
        JsonNode version = JSON.readTree(VERSION);
        Map<String, List<String>> fields = new HashMap<>(DraftFields.of(version));
        fields.put("lines.0.quantity", List.of("5"));

        assertThat(Differences.between(Inputs.of(fields), version))
                .containsExactly("Line 1, quantity: now \"4\", you typed \"5\"");
    }
}
