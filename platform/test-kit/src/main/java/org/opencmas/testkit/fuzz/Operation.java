package org.opencmas.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One operation of an OpenAPI document.
 *
 * @param method such as {@code POST}
 * @param path the template, such as {@code /v1/orders/{orderId}}
 * @param id the operation id, or method and path where there is none
 * @param bodies schema and examples by media type; empty when it takes no body
 * @param responses what can be answered, by status or {@code default}
 * @param roles any of which may call it; empty when it needs no token
 */
public record Operation(
        String method,
        String path,
        String id,
        List<Parameter> parameters,
        Map<String, JsonNode> bodies,
        Map<String, JsonNode> responses,
        Set<String> roles) {

    /** @param in {@code path}, {@code query} or {@code header} */
    public record Parameter(String name, String in, JsonNode schema) {}

    /** Every operation of the document, {@code $ref}s of parameters, bodies and responses followed. */
    public static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(item -> item.getValue().properties().stream()
                        .filter(each ->
                                List.of("get", "post", "put", "patch", "delete").contains(each.getKey()))
                        .forEach(each -> operations.add(
                                of(document, item.getKey(), each.getKey(), each.getValue(), item.getValue()))));
        return operations;
    }

    private static Operation of(JsonNode document, String path, String method, JsonNode operation, JsonNode item) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
            list.forEach(each -> {
                JsonNode parameter = resolved(document, each);
                parameters.add(new Parameter(
                        parameter.path("name").asText(), parameter.path("in").asText(), parameter.path("schema")));
            });
        }
        Map<String, JsonNode> bodies = new java.util.LinkedHashMap<>();
        resolved(document, operation.path("requestBody"))
                .path("content")
                .properties()
                .forEach(content -> bodies.put(content.getKey(), content.getValue()));
        Map<String, JsonNode> responses = new java.util.LinkedHashMap<>();
        operation
                .path("responses")
                .properties()
                .forEach(response -> responses.put(response.getKey(), resolved(document, response.getValue())));
        Set<String> roles = new TreeSet<>();
        operation
                .path("security")
                .forEach(scheme -> scheme.forEach(list -> list.forEach(role -> roles.add(role.asText()))));
        String verb = method.toUpperCase(Locale.ROOT);
        return new Operation(
                verb,
                path,
                operation.path("operationId").asText(verb + " " + path),
                parameters,
                bodies,
                responses,
                roles);
    }

    /** The names of the parameters within its path, in the order of the document. */
    public List<String> pathParameters() {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals("path"))
                .map(Parameter::name)
                .toList();
    }

    public static JsonNode resolved(JsonNode document, JsonNode node) {
        JsonNode at = node;
        for (int depth = 0; at.has("$ref") && depth < 20; depth++) {
            at = document.at(at.path("$ref").asText().substring(1));
        }
        return at;
    }
}
