package org.opencmas.console.contractor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.frame.field.Inputs;

class ContractorFormTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTRACTOR = """
            {"legalName": "Turf, Inc.", "formerNames": ["Grass, Inc."],
             "locations": [{"name": "Head office", "street": "1 Main St", "city": "Lodi", "state": "CA", "zip": "95240"}],
             "certificates": [{"type": "SB", "number": "9", "validFrom": "2025-01-01", "validThrough": "2026-12-31", "source": "OSDS", "checkedOn": "2026-01-02"},
                              {"type": "DVBE", "number": "10", "validFrom": "2025-01-01", "validThrough": "2026-12-31", "source": "OSDS", "checkedOn": "2026-01-02"}]}""";

    @Test
    @DisplayName("An untouched form changes nothing, and the names stay without a field of theirs (CON-NAME-CHANGE)")
    void thereAndBack() throws Exception {
        JsonNode contractor = JSON.readTree(CONTRACTOR);
        var inputs = Inputs.of(ContractorForm.fields(contractor));

        assertThat((JsonNode) ContractorForm.read(inputs, contractor)).isEqualTo(contractor);
        assertThat(inputs.isFine()).isTrue();
    }

    @Test
    @DisplayName("A row that is emptied is removed, and one that is half filled is a fault of each field that is empty")
    void rows() throws Exception {
        JsonNode contractor = JSON.readTree(CONTRACTOR);
        Map<String, List<String>> fields = new HashMap<>(ContractorForm.fields(contractor));
        List.of("type", "number", "validFrom", "validThrough", "source", "checkedOn")
                .forEach(field -> fields.put("certificates.0." + field, List.of("")));
        fields.put("locations.1.name", List.of("Yard"));
        var inputs = Inputs.of(fields);

        JsonNode read = ContractorForm.read(inputs, contractor);

        assertThat(read.at("/certificates")).hasSize(1);
        assertThat(read.at("/certificates/0/type").asText()).isEqualTo("DVBE");
        assertThat(inputs.errors().stream().map(Inputs.Error::field))
                .containsExactly("locations.1.street", "locations.1.city", "locations.1.state", "locations.1.zip");
        assertThat(ContractorForm.called(inputs)).containsEntry("/certificates/0", "certificates.1.");
    }
}
