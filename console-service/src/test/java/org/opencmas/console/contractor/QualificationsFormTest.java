package org.opencmas.console.contractor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;

class QualificationsFormTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUALIFICATIONS = """
            {"licences": [{"number": "1001", "classes": ["A", "C-10"], "status": "ACTIVE", "issuedOn": "2020-01-01", "source": "CSLB", "checkedOn": "2026-01-02"}],
             "sellersPermit": {"number": "SR 1", "status": "VALID", "source": "CDTFA", "checkedOn": "2026-01-02"},
             "manufacturerAuthorizations": [{"manufacturer": "Turf Works", "authorizedFrom": "2025-01-01", "source": "Letter", "checkedOn": "2026-01-02"}],
             "authorizedResellers": [{"name": "Second, Inc.", "authorizedFrom": "2025-01-01",
                "location": {"name": "Yard", "street": "1 Main St", "city": "Lodi", "state": "CA", "zip": "95240"}}]}""";

    @Test
    @DisplayName(
            "An untouched form records the same again, with what is not known left out (CON-LICENCE-ON-CMAS, CON-SELLERS-PERMIT)")
    void thereAndBack() throws Exception {
        JsonNode stored = JSON.readTree(QUALIFICATIONS);
        var inputs = Inputs.of(QualificationsForm.fields(stored));

        assertThat((JsonNode) QualificationsForm.read(inputs)).isEqualTo(stored);
        assertThat(inputs.isFine()).isTrue();
        assertThat(inputs.value("licences.0.classes")).isEqualTo("A, C-10");
        assertThat(inputs.value("licences.0.expiresOn")).isEmpty();
    }

    @Test
    @DisplayName(
            "What nobody typed is not sent: no permit, and a reseller without a location; a location half typed is a fault of its empty fields")
    void whatIsEmpty() throws Exception {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("authorizedResellers.0.name", List.of("Second, Inc."));
        fields.put("authorizedResellers.0.authorizedFrom", List.of("2025-01-01"));
        fields.put("licences.0.number", List.of(" "));
        var inputs = Inputs.of(fields);

        JsonNode read = QualificationsForm.read(inputs);

        assertThat(inputs.isFine()).isTrue();
        assertThat(read).isEqualTo(JSON.readTree("""
                {"licences": [], "manufacturerAuthorizations": [], "sellersPermit": null,
                 "authorizedResellers": [{"name": "Second, Inc.", "authorizedFrom": "2025-01-01"}]}"""));

        fields.put("authorizedResellers.0.location.city", List.of("Lodi"));
        fields.put("sellersPermit.number", List.of("SR 1"));
        var half = Inputs.of(fields);
        QualificationsForm.read(half);
        assertThat(half.errors().stream().map(Inputs.Error::field))
                .containsExactlyInAnyOrder(
                        "authorizedResellers.0.location.name",
                        "authorizedResellers.0.location.street",
                        "authorizedResellers.0.location.state",
                        "authorizedResellers.0.location.zip",
                        "sellersPermit.status",
                        "sellersPermit.source",
                        "sellersPermit.checkedOn");
    }

    @Test
    @DisplayName("What the registry refuses stands at the row that was typed, also where an empty row lies before it")
    void refusals() {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("licences.0.number", List.of(""));
        fields.put("licences.1.number", List.of("1001"));
        fields.put("licences.1.classes", List.of("Z"));
        fields.put("licences.1.checkedOn", List.of("2099-01-01"));
        var inputs = Inputs.of(fields);

        Refusals.intoFields(
                inputs,
                new ServiceProblem(
                        400,
                        "Bad request",
                        "",
                        List.of(
                                new ServiceProblem.Fault("/licences/0/classes/0", "is no class"),
                                new ServiceProblem.Fault("/licences/0/checkedOn", "is in the future"))),
                QualificationsForm.called(inputs));

        assertThat(inputs.error("licences.1.classes")).isEqualTo("is no class");
        assertThat(inputs.error("licences.1.checkedOn")).isEqualTo("is in the future");
    }
}
