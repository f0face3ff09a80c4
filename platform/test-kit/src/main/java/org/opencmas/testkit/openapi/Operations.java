package org.opencmas.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The operations of an OpenAPI document, references followed. */
final class Operations {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;

    Operations(JsonNode document) {
        this.document = document;
    }

    /** @param item the path item, whose parameters count for each of its operations */
    record Operation(String method, String path, JsonNode node, JsonNode item) {
        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    List<Operation> all() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> item : document.path("paths").properties()) {
            for (String method : METHODS) {
                if (item.getValue().has(method)) {
                    operations.add(
                            new Operation(method, item.getKey(), item.getValue().path(method), item.getValue()));
                }
            }
        }
        return operations;
    }

    List<JsonNode> parameters(Operation operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.item().path("parameters").forEach(each -> parameters.add(resolved(each)));
        operation.node().path("parameters").forEach(each -> parameters.add(resolved(each)));
        return parameters;
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(document.at(node.path("$ref").asText().substring(1)))
                : node;
    }

    List<String> brokenReferences() {
        return document.findValuesAsText("$ref").stream()
                .filter(reference -> !reference.startsWith("#/")
                        || document.at(reference.substring(1)).isMissingNode())
                .distinct()
                .toList();
    }
}
