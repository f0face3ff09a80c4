package org.opencmas.testkit.everyfault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencmas.testkit.fuzz.Operation;

/** What can be made wrong in a request: its parameters, and the fields of a sound body, each by itself. */
final class Spoiled {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String LONG = "y".repeat(12_000);
    private static final List<String> TEXTS = List.of(
            "", " ", "x", "a\u200bb", "-1", "0", "0.001", "2199-12-31", "1800-01-01", "9999-Q1", "{{nothing}}", LONG);
    private static final List<String> PARAMETERS =
            List.of("%20", "x", "-1", "0", "2199-12-31", "2199-12-31T00:00:00Z", "9999-Q1", "1000", "y".repeat(300));

    /** The header whose name and limits every operation that acts has in common. */
    static final String KEY = "Idempotency-Key";

    private static final Set<String> FORMED = Set.of("boolean", "integer", "number");

    private Spoiled() {}

    /**
     * One thing that is made wrong.
     *
     * @param place a pointer into the body, or the name of a parameter or header
     * @param value what stands there, null for nothing at all; of a parameter its text
     */
    record Change(String place, @Nullable JsonNode value) {
        boolean isInBody() {
            return place.startsWith("/");
        }

        /** Whether one of both is within the other, so that they cannot be told apart. */
        boolean touches(Change other) {
            return place.equals(other.place)
                    || place.startsWith(other.place + "/")
                    || other.place.startsWith(place + "/");
        }
    }

    static List<Change> ofParameters(Operation operation) {
        List<Change> changes = new ArrayList<>();
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("query")) {
                PARAMETERS.forEach(value -> changes.add(new Change(parameter.name(), NODES.textNode(value))));
            } else if (parameter.name().equals(KEY)) {
                changes.add(new Change(parameter.name(), null));
            }
        }
        changes.add(new Change("nonsense", NODES.textNode("1")));
        return changes;
    }

    /** What the document says that a parameter does not take: one beyond each limit, and another form than its own. */
    static List<Change> beyondLimits(JsonNode document, Operation operation) {
        List<Change> changes = new ArrayList<>();
        for (Operation.Parameter parameter : operation.parameters()) {
            JsonNode schema = Operation.resolved(document, parameter.schema());
            JsonNode one = schema.has("items") ? Operation.resolved(document, schema.path("items")) : schema;
            if (parameter.in().equals("query")) {
                beyond(one).forEach(value -> changes.add(new Change(parameter.name(), NODES.textNode(value))));
            } else if (parameter.in().equals("path") || parameter.name().equals(KEY)) {
                longer(one).ifPresent(value -> changes.add(new Change(parameter.name(), NODES.textNode(value))));
            }
        }
        return changes;
    }

    private static List<String> beyond(JsonNode schema) {
        List<String> values = new ArrayList<>();
        longer(schema).ifPresent(values::add);
        if (schema.path("minLength").asInt() > 1) {
            values.add("y".repeat(schema.path("minLength").asInt() - 1));
        }
        if (schema.has("maximum")) {
            values.add(Long.toString(schema.path("maximum").asLong() + 1));
        }
        if (schema.has("minimum")) {
            values.add(Long.toString(schema.path("minimum").asLong() - 1));
        }
        if (schema.has("pattern")) {
            Pattern pattern = Pattern.compile(schema.path("pattern").asText());
            List.of("~", "%20").stream()
                    .filter(value -> !pattern.matcher(value.replace("%20", " ")).find())
                    .findFirst()
                    .ifPresent(values::add);
        }
        if (schema.has("enum")
                || schema.has("format")
                || FORMED.contains(schema.path("type").asText())) {
            values.add("~");
        }
        return values;
    }

    private static Optional<String> longer(JsonNode schema) {
        return schema.has("maxLength")
                ? Optional.of("y".repeat(schema.path("maxLength").asInt() + 1))
                : Optional.empty();
    }

    /** @param schema of the body, for the fields that the sound one leaves out */
    static List<Change> ofBody(JsonNode document, JsonNode sound, JsonNode schema) {
        List<Change> changes = new ArrayList<>();
        within(document, sound, schema, "", changes);
        return changes;
    }

    /** Each field of a sound body that its schema calls required, left out. */
    static List<Change> withoutRequired(JsonNode document, JsonNode sound, JsonNode schema) {
        List<Change> changes = new ArrayList<>();
        leaveOutRequired(document, sound, schema, "", changes);
        return changes;
    }

    private static void leaveOutRequired(
            JsonNode document, JsonNode value, JsonNode declared, String at, List<Change> changes) {
        JsonNode schema = Operation.resolved(document, declared);
        if (value.isObject()) {
            schema.path("required").forEach(name -> {
                if (value.has(name.asText())) {
                    changes.add(new Change(at + "/" + name.asText(), null));
                }
            });
            value.properties()
                    .forEach(field -> leaveOutRequired(
                            document,
                            field.getValue(),
                            schema.path("properties").path(field.getKey()),
                            at + "/" + field.getKey(),
                            changes));
        } else if (value.isArray() && !value.isEmpty()) {
            leaveOutRequired(document, value.get(0), schema.path("items"), at + "/0", changes);
        }
    }

    private static void within(JsonNode document, JsonNode value, JsonNode declared, String at, List<Change> changes) {
        JsonNode schema = Operation.resolved(document, declared);
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> at(
                            document,
                            field.getValue(),
                            schema.path("properties").path(field.getKey()),
                            at + "/" + field.getKey(),
                            changes));
            schema.path("properties").properties().forEach(property -> {
                if (!value.has(property.getKey())) {
                    absent(at + "/" + property.getKey(), changes);
                }
            });
            changes.add(new Change(at + "/nonsense", NODES.numberNode(1)));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                at(document, value.get(i), schema.path("items"), at + "/" + i, changes);
            }
        }
    }

    private static void at(JsonNode document, JsonNode value, JsonNode schema, String at, List<Change> changes) {
        changes.add(new Change(at, null));
        changes.add(new Change(at, NODES.objectNode().put("nonsense", 1)));
        changes.add(new Change(at, NODES.numberNode(-5)));
        if (value.isTextual()) {
            TEXTS.forEach(text -> changes.add(new Change(at, NODES.textNode(text))));
        } else if (value.isNumber()) {
            changes.add(new Change(at, NODES.textNode("x")));
            changes.add(new Change(at, NODES.numberNode(0)));
            changes.add(new Change(at, NODES.numberNode(999_999_999)));
        } else {
            changes.add(new Change(at, NODES.textNode("x")));
        }
        within(document, value, schema, at, changes);
    }

    private static void absent(String at, List<Change> changes) {
        changes.add(new Change(at, NODES.objectNode().put("nonsense", 1)));
        changes.add(new Change(at, NODES.numberNode(-5)));
        List.of(" ", "x", "0", "2199-12-31", "1800-01-01")
                .forEach(text -> changes.add(new Change(at, NODES.textNode(text))));
    }

    /** Makes the change in a body; what it would stand in may not be there. */
    static void apply(JsonNode body, Change change) {
        int end = change.place().lastIndexOf('/');
        JsonNode parent = body.at(change.place().substring(0, end));
        String name = change.place().substring(end + 1);
        Optional<JsonNode> value = Optional.ofNullable(change.value());
        if (parent instanceof ObjectNode object) {
            value.ifPresentOrElse(each -> object.set(name, each.deepCopy()), () -> object.remove(name));
        } else if (parent instanceof ArrayNode list && Integer.parseInt(name) < list.size()) {
            list.set(Integer.parseInt(name), value.orElse(NODES.nullNode()).deepCopy());
        }
    }
}
