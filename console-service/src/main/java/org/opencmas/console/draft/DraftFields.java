package org.opencmas.console.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of an order as its fields: {@code lines.0.quantity} and so on, counted from 0 without gaps. It knows how a stored version
 * becomes fields, and how a line is added or taken away; what was typed in the others stays.
 */
final class DraftFields {
    static final int MOST_LINES = 200;

    static final List<String> OF_ORDER = List.of(
            "agencyOrderNumber",
            "orderDate",
            "paymentMethod",
            "orderToLocation",
            "tax",
            "freight",
            "amendmentDate",
            "reason",
            "reasonCode",
            "contactNote");
    static final List<String> OF_DELIVERY = List.of("deliverBy", "servicesFrom", "servicesThrough");
    static final List<String> OF_LINE = List.of(
            "lineId",
            "cmasNumber",
            "itemId",
            "description",
            "unit",
            "quantity",
            "unitPrice",
            "kind",
            "nsp",
            "nspReason",
            "supportsLineIds");

    /** The fields that the form calls otherwise than the order. */
    static final Map<String, String> CALLED = Map.of(
            "/delivery/deliverBy", "deliverBy",
            "/delivery/servicesFrom", "servicesFrom",
            "/delivery/servicesThrough", "servicesThrough");

    private DraftFields() {}

    /** Tells whether all lines of a version have a place in the form: what has none would not be sent back. */
    static boolean isWhole(JsonNode version) {
        return version.path("lines").size() <= MOST_LINES;
    }

    /** Returns the fields of a version as the service stores it. */
    static Map<String, List<String>> of(JsonNode version) {
        Map<String, List<String>> fields = new HashMap<>();
        for (String field : OF_ORDER) {
            put(fields, field, version.path(field));
        }
        put(fields, "reason", version.path("amendmentReason"));
        put(fields, "reasonCode", version.path("amendmentReasonCode"));
        for (String field : OF_DELIVERY) {
            put(fields, field, version.path("delivery").path(field));
        }
        int index = 0;
        for (JsonNode line : version.path("lines")) {
            for (String field : OF_LINE) {
                put(fields, lineField(index, field), line.path(field));
            }
            index++;
        }
        return fields;
    }

    static String lineField(int line, String field) {
        return "lines." + line + "." + field;
    }

    /** Returns how many lines the form has. */
    static int lines(Map<String, List<String>> fields) {
        int lines = 0;
        while (lines < MOST_LINES && fields.containsKey(lineField(lines, "lineId"))) {
            lines++;
        }
        return lines;
    }

    /** Returns the fields with one more line, numbered on in tens as orders are. */
    static Map<String, List<String>> withLine(Map<String, List<String>> fields, Map<String, String> values) {
        int line = lines(fields);
        if (line >= MOST_LINES) {
            return fields;
        }
        Map<String, List<String>> more = new HashMap<>(fields);
        for (String field : OF_LINE) {
            more.put(lineField(line, field), List.of(values.getOrDefault(field, "")));
        }
        more.put(lineField(line, "lineId"), List.of(Integer.toString(nextLineId(fields, line))));
        return more;
    }

    /** Returns the fields without one line; those behind it move up. */
    static Map<String, List<String>> withoutLine(Map<String, List<String>> fields, int gone) {
        Map<String, List<String>> fewer = new LinkedHashMap<>();
        fields.forEach((field, values) -> {
            if (!field.startsWith("lines.")) {
                fewer.put(field, values);
            }
        });
        int to = 0;
        for (int from = 0; from < lines(fields); from++) {
            if (from != gone) {
                for (String field : OF_LINE) {
                    List<String> values = fields.get(lineField(from, field));
                    if (values != null) {
                        fewer.put(lineField(to, field), values);
                    }
                }
                to++;
            }
        }
        return fewer;
    }

    private static int nextLineId(Map<String, List<String>> fields, int lines) {
        int highest = 0;
        for (int line = 0; line < lines; line++) {
            String id =
                    fields.getOrDefault(lineField(line, "lineId"), List.of("")).getFirst();
            if (id.matches("[0-9]{1,6}")) {
                highest = Math.max(highest, Integer.parseInt(id));
            }
        }
        return highest / 10 * 10 + 10;
    }

    private static void put(Map<String, List<String>> fields, String field, JsonNode value) {
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(each -> texts.add(each.asText()));
            fields.put(field, List.of(String.join(", ", texts)));
        } else if (value.isBoolean()) {
            fields.put(field, value.asBoolean() ? List.of("true") : List.of());
        } else if (!value.isMissingNode() && !value.isNull()) {
            fields.put(field, List.of(value.asText()));
        } else {
            fields.putIfAbsent(field, List.of(""));
        }
    }
}
