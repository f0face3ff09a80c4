package org.opencmas.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.frame.field.Inputs;

class PolicyFormTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLICY = """
            {"orderLimit": "100000.00", "orderLimitAction": "WARN", "minOffers": 2, "approvalRequired": true, "ofTomorrow": {"a": 1},
             "approvers": [{"name": "Ann Approver", "limit": "50000.00"}, {"name": "Council"}], "mayOverride": ["ann", "bob"],
             "ownPolicyAttestation": {"attestedBy": "Ann", "attestedOn": "2026-01-05", "policy": "Municipal Code 2.20", "reviewOn": "2027-01-05"}}""";

    @Test
    @DisplayName("A policy that is stored as it was shown stays the same, with what no field shows")
    void staysTheSame() throws Exception {
        JsonNode policy = JSON.readTree(POLICY);
        var inputs = Inputs.of(PolicyForm.fields(policy));

        assertThat(PolicyForm.read(inputs, policy)).isEqualTo(policy);
        assertThat(inputs.errors()).isEmpty();
    }

    @Test
    @DisplayName("An empty field sets nothing any more; a word given anew is of whoever gives it now")
    void changes() throws Exception {
        JsonNode policy = JSON.readTree(POLICY);
        Map<String, List<String>> fields = new HashMap<>(PolicyForm.fields(policy));
        fields.put("orderLimit", List.of(""));
        fields.put("approvalRequired", List.of());
        fields.put("approvers.1.name", List.of(""));
        fields.put("retentionYears", List.of("7"));
        fields.put("mayOverride", List.of(" \r\n"));
        fields.put("reviewOn", List.of("2028-01-05"));
        var inputs = Inputs.of(fields);

        assertThat(PolicyForm.read(inputs, policy)).isEqualTo(JSON.readTree("""
                {"orderLimitAction": "WARN", "minOffers": 2, "ofTomorrow": {"a": 1}, "retentionYears": 7,
                 "approvers": [{"name": "Ann Approver", "limit": "50000.00"}],
                 "ownPolicyAttestation": {"policy": "Municipal Code 2.20", "reviewOn": "2028-01-05"}}"""));
        assertThat(inputs.errors()).isEmpty();
    }

    @Test
    @DisplayName("A policy for a later day is sent with its day; a day that is none is told of")
    void forALaterDay() throws Exception {
        Map<String, List<String>> fields = new HashMap<>(PolicyForm.fields(JSON.readTree("{}")));
        fields.put("effectiveOn", List.of("2027-07-01"));
        assertThat(PolicyForm.read(Inputs.of(fields), JSON.readTree("{}")))
                .isEqualTo(JSON.readTree("{\"effectiveOn\": \"2027-07-01\"}"));
        fields.put("effectiveOn", List.of("July"));
        var inputs = Inputs.of(fields);
        PolicyForm.read(inputs, JSON.readTree("{}"));
        assertThat(inputs.errors()).extracting(Inputs.Error::label).containsExactly("First day");
    }

    @Test
    @DisplayName("What is wrong stands at its field: no setting is made up or lost on the way")
    void faults() throws Exception {
        Map<String, List<String>> fields = new HashMap<>(PolicyForm.fields(JSON.readTree("{}")));
        fields.put("orderLimit", List.of("12,50"));
        fields.put("minOffers", List.of("two"));
        fields.put("orderLimitAction", List.of("STOP"));
        fields.put("approvers.0.name", List.of(""));
        fields.put("approvers.0.limit", List.of("1.00"));
        fields.put("reviewOn", List.of("2028-01-05"));
        var inputs = Inputs.of(fields);

        PolicyForm.read(inputs, JSON.readTree("{}"));

        assertThat(inputs.errors())
                .extracting(Inputs.Error::field)
                .containsExactlyInAnyOrder(
                        "orderLimit", "minOffers", "orderLimitAction", "approvers.0.name", "ownPolicy");
    }
}
