package org.opencmas.testkit.everyfault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.testkit.fuzz.Operation;

/** What can be made wrong in a request: its parameters, and the fields of a sound body, each by itself. */
final class Spoiled {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String LONG = "y".repeat(12_000);
    private static final List<String> TEXTS = List.of(
            "", " ", "x", "a\u200bb", "-1", "0", "0.001", "2199-12-31", "1800-01-01", "9999-Q1", "{{nothing}}", LONG);
    private static final List<String> PARAMETERS =
            List.of("%20", "x", "-1", "0", "2199-12-31", "9999-Q1", "1000", "y".repeat(300));

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
            } else if (parameter.name().equals("Idempotency-Key")) {
                changes.add(new Change(parameter.name(), null));
            }
        }
        changes.add(new Change("nonsense", NODES.textNode("1")));
        return changes;
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
