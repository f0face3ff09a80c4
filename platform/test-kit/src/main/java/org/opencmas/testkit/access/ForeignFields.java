package org.opencmas.testkit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.opencmas.testkit.fuzz.Operation;

/**
 * The places of a call, besides its path, where a caller could name what is another's: each query parameter and each field of a JSON body
 * that has the name of an object, be it in the example or only in the schema of a part that the example has. Each is tried alone, with
 * the example's other values as they are.
 */
final class ForeignFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Objects objects;
    private final JsonNode document;

    /** @param document in which the schemas are that bodies refer to */
    ForeignFields(Objects objects, JsonNode document) {
        this.objects = objects;
        this.document = document;
    }

    /**
     * A call with one such place.
     *
     * @param place as a person reads it: {@code ?agencyId} or {@code /lines/0/orderId}
     * @param name of the object
     */
    record Naming(String place, String name, String query, String body) {
        boolean isInBody() {
            return query.isEmpty();
        }

        Naming with(String value) {
            return new Naming(place, name, query.replace("{}", value), body.replace("{}", value));
        }
    }

    List<Naming> of(Operation operation) {
        List<Naming> found = new ArrayList<>();
        operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query") && objects.names(parameter.name()))
                .forEach(parameter -> found.add(new Naming(
                        "?" + parameter.name(),
                        parameter.name(),
                        parameter.name() + "={}",
                        example(operation).toString())));
        if (operation.bodies().containsKey("application/json")) {
            JsonNode schema = operation.bodies().get("application/json").path("schema");
            fields(example(operation), schema, "", found);
        }
        return found;
    }

    static JsonNode example(Operation operation) {
        JsonNode content = operation.bodies().get("application/json");
        if (content == null) {
            return JSON.createObjectNode();
        }
        JsonNode several = content.path("examples");
        JsonNode example = several.isEmpty()
                ? content.path("example")
                : several.elements().next().path("value");
        try {
            return example.isMissingNode()
                    ? JSON.createObjectNode()
                    : example.isTextual() ? JSON.readTree(example.asText()) : example;
        } catch (IOException e) {
            throw new UncheckedIOException(operation.id(), e);
        }
    }

    private void fields(JsonNode whole, JsonNode schema, String place, List<Naming> found) {
        JsonNode here = whole.at(place);
        if (here instanceof ArrayNode list) {
            for (int i = 0; i < Math.min(1, list.size()); i++) {
                fields(whole, Operation.resolved(document, schema).path("items"), place + "/" + i, found);
            }
        }
        if (here instanceof ObjectNode fields) {
            Map<String, JsonNode> declared = properties(schema);
            Set<String> names = new TreeSet<>(declared.keySet());
            fields.fieldNames().forEachRemaining(names::add);
            names.stream()
                    .filter(objects::names)
                    .filter(name -> !fields.has(name) || fields.get(name).isTextual())
                    .map(name ->
                            new Naming(place + "/" + name, name, "", changed(whole, place, at -> at.put(name, "{}"))))
                    .forEach(found::add);
            for (String name : names) {
                JsonNode part = declared.getOrDefault(name, MissingNode.getInstance());
                boolean isThere = fields.has(name)
                        && !(fields.get(name).isArray() && fields.get(name).isEmpty());
                fields(isThere ? whole : withPart(whole, place, name, part), part, place + "/" + name, found);
            }
        }
    }

    /** The body with a part that the example leaves out, as empty as can be; as it was where the field is no part. */
    private JsonNode withPart(JsonNode whole, String place, String name, JsonNode schema) {
        JsonNode copy = whole.deepCopy();
        JsonNode items = Operation.resolved(document, schema).path("items");
        if (!items.isMissingNode() && !properties(items).isEmpty()) {
            ((ObjectNode) copy.at(place)).putArray(name).addObject();
        } else if (!properties(schema).isEmpty()) {
            ((ObjectNode) copy.at(place)).putObject(name);
        }
        return copy;
    }

    /** The fields that a schema has, those of its parts included. */
    private Map<String, JsonNode> properties(JsonNode schema) {
        JsonNode resolved = Operation.resolved(document, schema);
        Map<String, JsonNode> properties = new TreeMap<>();
        for (String parts : List.of("allOf", "anyOf", "oneOf")) {
            resolved.path(parts).forEach(part -> properties.putAll(properties(part)));
        }
        resolved.path("properties").properties().forEach(each -> properties.put(each.getKey(), each.getValue()));
        return properties;
    }

    private static String changed(JsonNode whole, String place, Consumer<ObjectNode> change) {
        JsonNode copy = whole.deepCopy();
        change.accept((ObjectNode) copy.at(place));
        return copy.toString();
    }
}
