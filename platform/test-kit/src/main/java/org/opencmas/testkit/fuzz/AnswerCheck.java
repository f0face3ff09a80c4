package org.opencmas.testkit.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares an answer with what its operation declares: status, media type, and the body by its schema. */
final class AnswerCheck {
    private static final int FIRST_FAILURE = 500;
    private static final int FIRST_REFUSAL = 400;
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final Map<String, JsonSchema> compiled = new HashMap<>();

    AnswerCheck(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with the answer, without what differs from call to call, so that the same fault is told once. */
    List<String> faults(Operation operation, int status, String mediaType, String body) {
        List<String> faults = new ArrayList<>();
        if (status >= FIRST_FAILURE) {
            faults.add("answers " + status);
        }
        JsonNode response = operation.responses().get(Integer.toString(status));
        if (response == null) {
            faults.add("does not declare " + status);
            return faults;
        }
        if (status >= FIRST_REFUSAL && !mediaType.equals("application/problem+json")) {
            faults.add("answers " + status + " as " + (mediaType.isEmpty() ? "nothing" : mediaType));
        }
        checkContent(operation, status, mediaType, body, response.path("content"), faults);
        return faults;
    }

    private void checkContent(
            Operation operation, int status, String mediaType, String body, JsonNode content, List<String> faults) {
        if (body.isEmpty()) {
            if (!content.isEmpty()) {
                faults.add(status + " has no body");
            }
            return;
        }
        if (!content.has(mediaType)) {
            faults.add(status + " does not declare " + mediaType);
            return;
        }
        JsonNode schema = content.path(mediaType).path("schema");
        if (schema.isEmpty() || !mediaType.endsWith("json")) {
            return;
        }
        try {
            JsonNode json = JSON.readTree(body);
            for (ValidationMessage message :
                    schema(operation.id() + status + mediaType, schema).validate(json)) {
                faults.add(
                        status + " breaks its schema: " + message.getMessage().replaceAll("\\[\\d+]", "[*]"));
            }
        } catch (JsonProcessingException noJson) {
            faults.add(status + " is no JSON");
        }
    }

    private JsonSchema schema(String key, JsonNode schema) {
        return compiled.computeIfAbsent(key, each -> {
            ObjectNode whole = schema.deepCopy();
            whole.set("components", document.path("components"));
            return SCHEMAS.getSchema(whole);
        });
    }
}
