package org.opencmas.console.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opencmas.console.frame.field.Inputs;

/**
 * A contractor's locations and certificates as fields, called as the registry calls them. A row that is left empty is not sent, so a row that is emptied is removed. The
 * names are no fields: a legal name changes by a case of its own, which two persons decide.
 */
final class ContractorForm {
    static final List<String> CERTIFICATIONS = List.of("SB", "MB", "DVBE", "NP");

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("street", "street and number"),
            Map.entry("city", "city"),
            Map.entry("state", "State"),
            Map.entry("zip", "ZIP code"),
            Map.entry("type", "kind"),
            Map.entry("number", "number"),
            Map.entry("validFrom", "valid from"),
            Map.entry("validThrough", "valid through"),
            Map.entry("source", "looked up at"),
            Map.entry("checkedOn", "looked up on"));
    private static final int MOST_ROWS = 200;
    private static final Set<String> DAYS = Set.of("validFrom", "validThrough", "checkedOn");

    private ContractorForm() {}

    /** A list of the form: what its rows are called, and their fields, of which none may stay empty. */
    enum Rows {
        LOCATIONS("locations", "Location", List.of("name", "street", "city", "state", "zip")),
        CERTIFICATES(
                "certificates",
                "Certificate",
                List.of("type", "number", "validFrom", "validThrough", "source", "checkedOn"));

        private final String list;
        private final String label;
        private final List<String> fields;

        Rows(String list, String label, List<String> fields) {
            this.list = list;
            this.label = label;
            this.fields = fields;
        }

        String list() {
            return list;
        }

        String label() {
            return label;
        }

        int count(Inputs inputs) {
            return inputs.count(row -> at(row) + fields.getFirst(), MOST_ROWS);
        }

        private String at(int row) {
            return list + "." + row + ".";
        }

        private boolean isTyped(Inputs inputs, int row) {
            return fields.stream()
                    .anyMatch(field -> !inputs.value(at(row) + field).isBlank());
        }
    }

    /**
     * Reads the fields; what is wrong stands in them.
     *
     * @param before the contractor as it is, whose names stay
     */
    static ObjectNode read(Inputs inputs, JsonNode before) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("legalName", before.path("legalName"));
        body.set("formerNames", before.path("formerNames"));
        for (Rows rows : Rows.values()) {
            read(inputs, rows, body.putArray(rows.list));
        }
        return body;
    }

    private static void read(Inputs inputs, Rows rows, ArrayNode list) {
        for (int row = 0; row < rows.count(inputs); row++) {
            for (String field : rows.fields) {
                inputs.name(rows.at(row) + field, rows.label + " " + (row + 1) + ", " + LABELS.get(field));
            }
            if (rows.isTyped(inputs, row)) {
                ObjectNode each = list.addObject();
                for (String field : rows.fields) {
                    String name = rows.at(row) + field;
                    String text = DAYS.contains(field)
                            ? inputs.day(name).map(Object::toString).orElse("")
                            : inputs.text(name);
                    if (text.isEmpty()) {
                        inputs.wrong(name, "must be given.");
                    }
                    each.put(field, text);
                }
            }
        }
    }

    /** Returns where the faults of what was read stand in the form. */
    static Map<String, String> called(Inputs inputs) {
        Map<String, String> called = new HashMap<>();
        for (Rows rows : Rows.values()) {
            int sent = 0;
            for (int row = 0; row < rows.count(inputs); row++) {
                if (rows.isTyped(inputs, row)) {
                    called.put("/" + rows.list + "/" + sent++, rows.at(row));
                }
            }
        }
        return called;
    }

    /** Returns the fields of a contractor as it is stored. */
    static Map<String, List<String>> fields(JsonNode contractor) {
        Map<String, List<String>> fields = new HashMap<>();
        for (Rows rows : Rows.values()) {
            int row = 0;
            for (JsonNode each : contractor.path(rows.list)) {
                for (String field : rows.fields) {
                    fields.put(rows.at(row) + field, List.of(each.path(field).asText()));
                }
                row++;
            }
        }
        return fields;
    }
}
