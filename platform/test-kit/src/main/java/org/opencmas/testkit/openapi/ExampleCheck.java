package org.opencmas.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;

/** Examples of bodies and parameters that their own schemas refuse. */
final class ExampleCheck {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document;
    private final List<String> findings = new ArrayList<>();

    private ExampleCheck(JsonNode document) {
        this.document = document;
    }

    static List<String> of(JsonNode document) {
        ExampleCheck check = new ExampleCheck(document);
        Operations operations = new Operations(document);
        for (Operations.Operation operation : operations.all()) {
            check.contents(
                    operation + " request", operations.resolved(operation.node().path("requestBody")));
            operation
                    .node()
                    .path("responses")
                    .properties()
                    .forEach(answer ->
                            check.contents(operation + " " + answer.getKey(), operations.resolved(answer.getValue())));
            operations
                    .parameters(operation)
                    .forEach(parameter ->
                            check.check(operation + " " + parameter.path("name").asText(), parameter));
        }
        return check.findings;
    }

    private void contents(String place, JsonNode body) {
        body.path("content").forEach(content -> check(place, content));
    }

    private void check(String place, JsonNode shown) {
        if (!shown.has("example") || !shown.has("schema")) {
            return;
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.setAll((ObjectNode) shown.path("schema"));
        schema.set("components", document.path("components"));
        SCHEMAS.getSchema(schema)
                .validate(
                        shown.path("example"),
                        execution -> execution.getExecutionConfig().setFormatAssertionsEnabled(true))
                .forEach(message ->
                        findings.add(place + " has an example that breaks its schema: " + message.getMessage()));
    }
}
