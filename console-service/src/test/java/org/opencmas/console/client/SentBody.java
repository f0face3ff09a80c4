package org.opencmas.console.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A body that the console sends, beside what the operation's document takes: a field that it does not know, and a value of another type, as the service would refuse them. */
public final class SentBody {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private SentBody(JsonNode document) {
        this.document = document;
    }

    /** Returns what the operation would not take of it; nothing of a body that is no JSON. */
    public static List<String> faults(JsonNode document, JsonNode operation, String sent) throws IOException {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (schema.isMissingNode() || sent.isBlank()) {
            return List.of();
        }
        var body = new SentBody(document);
        body.check("", schema, JSON.readTree(sent));
        return body.faults;
    }

    private void check(String at, JsonNode told, JsonNode value) {
        JsonNode schema = resolved(told);
        if (value.isNull() || schema.has("allOf") || schema.has("oneOf")) {
            return;
        }
        String type = type(schema);
        if (!isOf(type, value)) {
            faults.add(at + " is " + value + " where " + type + " is taken");
        } else if (value.isObject() && schema.has("properties")) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode known = schema.path("properties").path(field.getKey());
                if (known.isMissingNode()) {
                    faults.add(at + "/" + field.getKey() + " is not known");
                } else {
                    check(at + "/" + field.getKey(), known, field.getValue());
                }
            }
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(at + "/" + i, schema.path("items"), value.get(i));
            }
        }
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }

    private static String type(JsonNode schema) {
        for (JsonNode each : schema.path("type")) {
            if (!each.asText().equals("null")) {
                return each.asText();
            }
        }
        return schema.path("type").asText();
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(document.at(schema.path("$ref").asText().substring(1)));
        }
        for (JsonNode each : schema.path("anyOf")) {
            if (!each.path("type").asText().equals("null")) {
                return resolved(each);
            }
        }
        return schema;
    }
}
