package org.opencmas.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.testkit.SeededGenerator;

/** Values that an operation may take: of its schemas, its examples, and of what it answered before. */
final class SampleValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 6;

    private final JsonNode document;
    private final SeededGenerator random;
    private final HostileValues hostile;
    private final KnownValues known;

    SampleValues(JsonNode document, SeededGenerator random, HostileValues hostile, KnownValues known) {
        this.document = document;
        this.random = random;
        this.hostile = hostile;
        this.known = known;
    }

    /** A value of a query or path parameter as it stands in an address, not yet encoded. */
    String parameter(String name, JsonNode schema) {
        Optional<String> before = known.any(name, random);
        if (before.isPresent() && !random.onceIn(5)) {
            return before.get();
        }
        JsonNode value = value(name, schema, 0);
        return value.isValueNode()
                ? value.asText()
                : value.isArray() && !value.isEmpty() ? value.get(0).asText() : "x";
    }

    /** A body: an example where there is one, else made from the schema; then, more often than not, a few things wrong with it. */
    JsonNode body(JsonNode content) {
        List<JsonNode> examples = new ArrayList<>();
        if (content.has("example")) {
            examples.add(content.path("example"));
        }
        content.path("examples")
                .forEach(example ->
                        examples.add(Operation.resolved(document, example).path("value")));
        JsonNode body = examples.isEmpty() || random.onceIn(4)
                ? value("", content.path("schema"), 0)
                : parsed(random.oneOf(examples));
        int faults = random.onceIn(3) ? 0 : random.between(1, 3);
        for (int i = 0; i < faults; i++) {
            body = withFault(body);
        }
        return body;
    }

    private static JsonNode parsed(JsonNode example) {
        try {
            return example.isTextual() ? JSON.readTree(example.asText()) : example.deepCopy();
        } catch (com.fasterxml.jackson.core.JsonProcessingException noJson) {
            return example;
        }
    }

    private JsonNode withFault(JsonNode body) {
        List<JsonNode> inside = new ArrayList<>();
        collect(body, inside);
        if (inside.isEmpty() || random.onceIn(15)) {
            return hostile.json();
        }
        JsonNode at = random.oneOf(inside);
        if (at instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() || random.onceIn(10) ? hostile.text() : random.oneOf(names);
            if (random.onceIn(4)) {
                object.remove(name);
            } else {
                object.set(name, hostile.json());
            }
        } else if (at instanceof ArrayNode list && !list.isEmpty()) {
            int index = random.between(0, list.size() - 1);
            if (random.yes()) {
                list.add(list.get(index).deepCopy());
            } else {
                list.set(index, hostile.json());
            }
        }
        return body;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private JsonNode value(String name, JsonNode declared, int depth) {
        JsonNode schema = Operation.resolved(document, declared);
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.path(choice).isArray() && !schema.path(choice).isEmpty()) {
                return value(
                        name,
                        schema.path(choice)
                                .get(random.between(0, schema.path(choice).size() - 1)),
                        depth);
            }
        }
        if (schema.has("enum") && !schema.path("enum").isEmpty()) {
            return schema.path("enum").get(random.between(0, schema.path("enum").size() - 1));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> list(schema, depth);
            case "integer" -> NODES.numberNode(random.between(0, 3));
            case "number" -> NODES.numberNode(random.decimal("0", "5000", 2));
            case "boolean" -> NODES.booleanNode(random.yes());
            default -> NODES.textNode(text(name, schema));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (!each.asText().equals("null")) {
                    return each.asText();
                }
            }
        }
        return type.isTextual() ? type.asText() : schema.has("properties") ? "object" : "string";
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (depth < DEEPEST && (required.contains(property.getKey()) || random.yes())) {
                object.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
            }
        });
        return object;
    }

    private JsonNode list(JsonNode schema, int depth) {
        ArrayNode list = NODES.arrayNode();
        int size = depth < DEEPEST ? random.between(0, 3) : 0;
        for (int i = 0; i < size; i++) {
            list.add(value("", schema.path("items"), depth + 1));
        }
        return list;
    }

    private String text(String name, JsonNode schema) {
        Optional<String> before = known.any(name, random);
        if (before.isPresent() && random.yes()) {
            return before.get();
        }
        JsonNode example =
                schema.path("examples").isArray() ? schema.path("examples").path(0) : schema.path("example");
        if (example.isValueNode() && !example.isNull() && random.yes()) {
            return example.asText();
        }
        return switch (schema.path("format").asText()) {
            case "date" ->
                random.day(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 11, 28)).toString();
            case "date-time" -> random.day(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 11, 28)) + "T12:00:00Z";
            case "uuid" -> new UUID(random.between(0, 1_000_000_000), random.between(0, 1_000_000_000)).toString();
            default -> random.yes() ? random.decimal("0", "5000", 2).toPlainString() : "Text " + random.between(0, 999);
        };
    }
}
