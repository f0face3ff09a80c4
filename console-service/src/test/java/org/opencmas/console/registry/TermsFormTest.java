package org.opencmas.console.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.fault.ServiceProblem.Fault;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;

class TermsFormTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TERMS = """
            {"contractorName": "CivicActions, Inc.", "termStart": "2016-03-01", "termEnd": "2027-02-28", "forUseBy": "STATE_AND_LOCAL",
             "nspProvision": true, "acceptsCalCard": false, "travelAllowed": null, "stateOrderLimit": "250000.00",
             "productCodes": ["D399", "R799"], "categories": ["MAINTENANCE", "OTHER_SERVICES"],
             "listedCertifications": [{"type": "SB", "number": "1234", "validThrough": "2026-12-31"}],
             "baseContract": {"number": "GS-35F-216CA", "type": "GSA", "holder": "CivicActions, Inc.", "awardingBody": null,
                              "termStart": "2016-02-01", "termEnd": "2031-01-31"}}""";

    @Test
    @DisplayName(
            "What the registry answers becomes fields, and the fields the same terms again: an untouched form changes nothing")
    void thereAndBack() throws Exception {
        JsonNode terms = JSON.readTree(TERMS);
        Map<String, List<String>> fields = new HashMap<>(TermsForm.fields(terms));
        fields.put("effectiveOn", List.of("2027-01-01"));
        fields.put("changeNote", List.of("Extended by one year"));
        var inputs = Inputs.of(fields);

        JsonNode supplement = TermsForm.supplement(inputs);

        assertThat(inputs.errors()).isEmpty();
        assertThat(supplement).isEqualTo(JSON.readTree("""
                {"effectiveOn": "2027-01-01", "changeNote": "Extended by one year",
                 "contractorName": "CivicActions, Inc.", "termStart": "2016-03-01", "termEnd": "2027-02-28", "forUseBy": "STATE_AND_LOCAL",
                 "nspProvision": true, "acceptsCalCard": false, "stateOrderLimit": "250000.00",
                 "productCodes": ["D399", "R799"], "categories": ["MAINTENANCE", "OTHER_SERVICES"],
                 "listedCertifications": [{"type": "SB", "number": "1234", "validThrough": "2026-12-31"}],
                 "baseContract": {"number": "GS-35F-216CA", "type": "GSA", "holder": "CivicActions, Inc.",
                                  "termStart": "2016-02-01", "termEnd": "2031-01-31"}}"""));
    }

    @Test
    @DisplayName(
            "Every field that the registry's document has of a supplement's terms is sent, and none that it has not")
    void everyField() throws Exception {
        JsonNode document = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("../contract-registry-service/openapi.yaml").toFile());
        Map<String, List<String>> fields = new HashMap<>(TermsForm.fields(JSON.readTree(TERMS)));
        fields.put("travelAllowed", List.of("YES"));
        fields.put("replaces", List.of("0"));
        fields.put("effectiveOn", List.of("2027-01-01"));
        fields.put("changeNote", List.of("Extended"));
        var sent = new ArrayList<String>();
        TermsForm.supplement(Inputs.of(fields)).fieldNames().forEachRemaining(sent::add);
        var known = new ArrayList<String>();
        document.at("/components/schemas/NewSupplement/properties").fieldNames().forEachRemaining(known::add);

        // The registry numbers a supplement itself.
        known.remove("supplementNumber");
        assertThat(sent).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    @DisplayName("What must be given and is not is told at its field, all at once")
    void whatIsMissing() {
        var inputs = Inputs.of(Map.of(
                "termEnd", List.of("soon"),
                "stateOrderLimit", List.of("12,50"),
                "listedCertifications.0.type", List.of(""),
                "listedCertifications.0.number", List.of("77"),
                "baseContract.holder", List.of("Somebody")));

        TermsForm.supplement(inputs);

        assertThat(inputs.errors().stream().map(Inputs.Error::field))
                .contains(
                        "effectiveOn",
                        "termStart",
                        "termEnd",
                        "forUseBy",
                        "stateOrderLimit",
                        "listedCertifications.0.type",
                        "baseContract.type");
    }

    @Test
    @DisplayName(
            "A refusal stands at the field that it names, also where an empty row before it was not sent (CON-DESCRIPTOR-MAX12, CON-NSP-FLAG)")
    void refusals() {
        var inputs = Inputs.of(Map.of(
                "productCodes", List.of("a\nb"),
                "listedCertifications.0.number", List.of(""),
                "listedCertifications.1.number", List.of("77"),
                "listedCertifications.1.validThrough", List.of("2026-12-31")));
        Refusals.intoFields(
                inputs,
                new ServiceProblem(
                        422,
                        "Refused",
                        "The terms break rules",
                        List.of(
                                new Fault("/productCodes/12", "is the 13th code"),
                                new Fault("/nspProvision", "cannot be true"),
                                new Fault("/listedCertifications/0/number", "is too long"),
                                new Fault("/baseContract", "is missing"))),
                TermsForm.called(inputs));

        assertThat(inputs.error("productCodes")).isEqualTo("is the 13th code");
        assertThat(inputs.error("nspProvision")).isEqualTo("cannot be true");
        assertThat(inputs.error("listedCertifications.1.number")).isEqualTo("is too long");
        assertThat(inputs.error("baseContract.number")).isEqualTo("is missing");
    }
}
