package org.opencmas.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * Says what is wrong with a service's OpenAPI document: what Spectral's rules for OpenAPI ask of any document, and what a client that is
 * generated from it needs besides. Spectral itself asks for one thing more, that the roles of an operation are scopes of OAuth flows:
 * they are roles of the token here, which a client does not ask for.
 */
public final class OpenApiLint {
    private static final Pattern URL_SAFE = Pattern.compile("[a-z][A-Za-z0-9]+");
    private static final Pattern READING = Pattern.compile("(get|list|search)[A-Z].*");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final Set<String> SAY_NOTHING = Set.of(
            "Book",
            "Cause",
            "Category",
            "Count",
            "Data",
            "Details",
            "Element",
            "Entry",
            "Figures",
            "Found",
            "Info",
            "Item",
            "Items",
            "JsonNode",
            "Kind",
            "Line",
            "List",
            "Location",
            "Map",
            "Match",
            "Name",
            "Node",
            "Object",
            "Page",
            "Progress",
            "ProgressView",
            "Reason",
            "Replay",
            "Result",
            "Row",
            "RowView",
            "State",
            "Status",
            "Sub",
            "Summary",
            "Title",
            "Totals",
            "Treatment",
            "Type",
            "Value",
            "View",
            "Warning",
            "Word");

    private final Operations operations;
    private final JsonNode document;
    private final List<String> findings = new ArrayList<>();

    private OpenApiLint(JsonNode document) {
        this.document = document;
        this.operations = new Operations(document);
    }

    /** @throws AssertionError with every finding */
    public static void assertClean(Path openapi) {
        try {
            Assertions.assertThat(findings(new YAMLMapper().readTree(openapi.toFile())))
                    .as("%s", openapi)
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a document, by place. */
    public static List<String> findings(JsonNode document) {
        OpenApiLint lint = new OpenApiLint(document);
        lint.checkHead();
        lint.checkOperations();
        lint.checkSchemas();
        lint.findings.addAll(UnusedComponents.of(document));
        if (lint.operations.brokenReferences().isEmpty()) {
            lint.findings.addAll(ExampleCheck.of(document));
        }
        return lint.findings;
    }

    private void checkHead() {
        for (String field :
                List.of("/info/title", "/info/version", "/info/description", "/info/contact/name", "/servers/0/url")) {
            require(document.at(field).isTextual(), field, "is missing");
        }
        Set<String> tags = new HashSet<>();
        document.path("tags").forEach(tag -> {
            String name = tag.path("name").asText();
            require(tags.add(name), "tag " + name, "is there twice");
            require(Character.isUpperCase(name.charAt(0)), "tag " + name, "does not begin with a capital letter");
        });
    }

    private void checkOperations() {
        Map<String, String> ids = new HashMap<>();
        Set<String> tags = new HashSet<>(document.path("tags").findValuesAsText("name"));
        for (Operations.Operation each : operations.all()) {
            String at = each.toString();
            String id = each.node().path("operationId").asText();
            require(URL_SAFE.matcher(id).matches(), at, "has no operationId of letters only");
            require(
                    !each.method().equals("get") || READING.matcher(id).matches(),
                    at,
                    "reads, and " + id + " does not say so");
            String other = ids.putIfAbsent(id, at);
            require(other == null, at, "has the operationId of " + other);
            require(each.node().path("summary").isTextual(), at, "has no summary");
            require(each.node().path("description").isTextual(), at, "has no description");
            require(each.node().path("tags").size() == 1, at, "has not one tag");
            each.node().path("tags").forEach(tag -> require(tags.contains(tag.asText()), at, "has an undefined tag"));
            checkPath(each, at);
            checkParameters(each, at);
            checkAnswers(each, at);
        }
    }

    private void checkPath(Operations.Operation operation, String at) {
        require(
                !operation.path().endsWith("/") && !operation.path().contains("?"),
                at,
                "has a path that ends with a slash or has a query");
        Set<String> variables = new HashSet<>();
        Matcher variable = VARIABLE.matcher(operation.path());
        while (variable.find()) {
            variables.add(variable.group(1));
        }
        Set<String> declared = new HashSet<>();
        operations.parameters(operation).stream()
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .forEach(parameter -> {
                    declared.add(parameter.path("name").asText());
                    require(parameter.path("required").asBoolean(), at, "has a path parameter that is not required");
                });
        require(declared.equals(variables), at, "declares " + declared + " for the variables " + variables);
    }

    private void checkParameters(Operations.Operation operation, String at) {
        Set<String> names = new HashSet<>();
        for (JsonNode parameter : operations.parameters(operation)) {
            String name = parameter.path("name").asText();
            require(names.add(parameter.path("in").asText() + " " + name), at, "has two parameters " + name);
            require(parameter.path("description").isTextual(), at, "does not describe " + name);
            require(parameter.has("schema"), at, "does not say the type of " + name);
            require(
                    !name.equals("If-Match") && !name.equals("Idempotency-Key")
                            || parameter.path("required").asBoolean(),
                    at,
                    "does not require " + name);
        }
        boolean isConditional = names.contains("header If-Match");
        for (String status : List.of("412", "428")) {
            require(
                    operation.node().path("responses").has(status) == isConditional,
                    at,
                    "declares " + status + " without If-Match, or the other way round");
        }
        boolean isSecured = !operation.node().path("security").isEmpty();
        for (String status : List.of("401", "403")) {
            require(
                    operation.node().path("responses").has(status) == isSecured,
                    at,
                    "declares " + status + " without roles, or the other way round");
        }
        operation
                .node()
                .path("security")
                .forEach(scheme -> scheme.properties().forEach(each -> {
                    require(
                            document.at("/components/securitySchemes").has(each.getKey()),
                            at,
                            "has an undefined security scheme");
                    require(!each.getValue().isEmpty(), at, "does not say which roles may call it");
                }));
    }

    private void checkAnswers(Operations.Operation operation, String at) {
        boolean succeeds = false;
        for (Map.Entry<String, JsonNode> answer :
                operation.node().path("responses").properties()) {
            JsonNode resolved = operations.resolved(answer.getValue());
            require(resolved.path("description").isTextual(), at, "does not describe " + answer.getKey());
            boolean isSuccess = answer.getKey().startsWith("2");
            succeeds |= isSuccess;
            require(
                    answer.getKey().equals("204")
                            || resolved.path("content").elements().hasNext(),
                    at,
                    "does not say what " + answer.getKey() + " answers");
            resolved.path("content")
                    .forEach(content -> require(content.has("schema"), at, "has no schema of " + answer.getKey()));
        }
        require(succeeds, at, "has no answer for success");
    }

    private void checkSchemas() {
        document.at("/components/schemas").properties().forEach(schema -> {
            String name = schema.getKey();
            require(!SAY_NOTHING.contains(name), name, "says nothing in a generated client");
            require(!name.matches(".*[a-z][0-9]+"), name, "is one of two schemas of the same name");
            schema.getValue()
                    .path("properties")
                    .properties()
                    .forEach(property -> require(
                            property.getValue().path("description").isTextual(),
                            name + "." + property.getKey(),
                            "is not described"));
            require(!schema.getValue().has("enum") || schema.getValue().has("type"), name, "is an enum without a type");
        });
        for (JsonNode pattern : document.findValues("pattern")) {
            if (pattern.isTextual()) {
                EcmaPattern.fault(pattern.asText())
                        .ifPresent(fault -> findings.add("pattern " + pattern.asText() + " " + fault));
            }
        }
        operations.brokenReferences().forEach(reference -> findings.add(reference + " is not there"));
    }

    private void require(boolean holds, String place, String fault) {
        if (!holds) {
            findings.add(place + " " + fault);
        }
    }
}
