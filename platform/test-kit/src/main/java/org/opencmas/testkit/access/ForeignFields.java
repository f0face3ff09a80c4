package org.opencmas.testkit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.opencmas.testkit.fuzz.Operation;

/**
 * The places of a call, besides its path, where a caller could name what is another's: each query parameter and each field of a JSON body
 * that has the name of an object. Each is tried alone, with the example's other values as they are.
 */
final class ForeignFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Objects objects;

    ForeignFields(Objects objects) {
        this.objects = objects;
    }

    /**
     * A call with one such place.
     *
     * @param place as a person reads it: {@code ?agencyId} or {@code /lines/0/orderId}
     * @param name of the object
     */
    record Naming(String place, String name, String query, String body) {
        Naming with(String value) {
            return new Naming(place, name, query.replace("{}", value), body.replace("{}", value));
        }
    }

    List<Naming> of(Operation operation) {
        List<Naming> found = new ArrayList<>();
        operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query") && objects.hasAll(List.of(parameter.name())))
                .forEach(parameter -> found.add(new Naming(
                        "?" + parameter.name(),
                        parameter.name(),
                        parameter.name() + "={}",
                        example(operation).toString())));
        if (operation.bodies().containsKey("application/json")) {
            fields(example(operation), "", found);
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

    private void fields(JsonNode whole, String place, List<Naming> found) {
        JsonNode here = whole.at(place);
        if (here instanceof ArrayNode list) {
            for (int i = 0; i < Math.min(1, list.size()); i++) {
                fields(whole, place + "/" + i, found);
            }
        }
        here.properties().forEach(field -> {
            String next = place + "/" + field.getKey();
            if (objects.hasAll(List.of(field.getKey())) && field.getValue().isTextual()) {
                found.add(new Naming(
                        next, field.getKey(), "", changed(whole, place, at -> at.put(field.getKey(), "{}"))));
            }
            fields(whole, next, found);
        });
    }

    private static String changed(JsonNode whole, String place, Consumer<ObjectNode> change) {
        JsonNode copy = whole.deepCopy();
        change.accept((ObjectNode) copy.at(place));
        return copy.toString();
    }
}
