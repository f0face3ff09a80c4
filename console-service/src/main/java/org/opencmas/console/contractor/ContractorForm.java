package org.opencmas.console.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.console.frame.field.FieldGroup;
import org.opencmas.console.frame.field.FieldGroup.Field;
import org.opencmas.console.frame.field.Inputs;

/**
 * A contractor's locations and certificates as fields. The names are no fields: a legal name changes by a case of its own, which two persons decide.
 */
final class ContractorForm {
    static final List<String> CERTIFICATIONS = List.of("SB", "MB", "DVBE", "NP");

    static final FieldGroup LOCATIONS = new FieldGroup(
            "locations",
            "Location",
            List.of(
                    Field.needed("name", "name"),
                    Field.needed("street", "street and number"),
                    Field.needed("city", "city"),
                    Field.needed("state", "State"),
                    Field.needed("zip", "ZIP code")));
    static final FieldGroup CERTIFICATES = new FieldGroup(
            "certificates",
            "Certificate",
            List.of(
                    Field.needed("type", "kind"),
                    Field.needed("number", "number"),
                    Field.day("validFrom", "valid from", true),
                    Field.day("validThrough", "valid through", true),
                    Field.needed("source", "looked up at"),
                    Field.day("checkedOn", "looked up on", true)));

    private static final List<FieldGroup> ALL = List.of(LOCATIONS, CERTIFICATES);

    private ContractorForm() {}

    /**
     * Reads the fields; what is wrong stands in them.
     *
     * @param before the contractor as it is, whose names stay
     */
    static ObjectNode read(Inputs inputs, JsonNode before) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("legalName", before.path("legalName"));
        body.set("formerNames", before.path("formerNames"));
        ALL.forEach(group -> body.set(group.at(), group.rows(inputs)));
        return body;
    }

    /** Returns where the faults of what was read stand in the form. */
    static Map<String, String> called(Inputs inputs) {
        Map<String, String> called = new HashMap<>();
        ALL.forEach(group -> called.putAll(group.called(inputs)));
        return called;
    }

    /** Returns the fields of a contractor as it is stored. */
    static Map<String, List<String>> fields(JsonNode contractor) {
        Map<String, List<String>> fields = new HashMap<>();
        ALL.forEach(group -> fields.putAll(group.fieldsOfRows(contractor.path(group.at()))));
        return fields;
    }
}
