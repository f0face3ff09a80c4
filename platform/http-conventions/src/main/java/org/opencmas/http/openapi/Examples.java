package org.opencmas.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.jspecify.annotations.Nullable;

/**
 * Shows at each operation a call that works on the sample data and what it answers: {@code openapi/examples/<operationId>.json} with the
 * {@code parameters} by name, the {@code request}, the {@code status} and the {@code response}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class Examples implements OASFilter {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(item -> item.getOperations().values().forEach(Examples::show));
        }
    }

    private static void show(Operation operation) {
        JsonNode example = read("openapi/examples/" + operation.getOperationId() + ".json");
        if (example == null) {
            return;
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> {
                JsonNode value = example.path("parameters").path(parameter.getName());
                if (!value.isMissingNode()) {
                    parameter.setExample(plain(value));
                }
            });
        }
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), example.path("request"));
        }
        var answer =
                operation.getResponses().getAPIResponse(example.path("status").asText());
        if (answer != null) {
            show(answer.getContent(), example.path("response"));
        }
    }

    /** An operation may take or answer several media types: an example of JSON is none of a file, nor the other way round. */
    private static void show(@Nullable Content content, JsonNode example) {
        if (content != null && !example.isMissingNode()) {
            content.getMediaTypes().forEach((name, type) -> {
                if (name.contains("json") != example.isTextual()) {
                    type.setExample(plain(example));
                }
            });
        }
    }

    private static Object plain(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }

    private static @Nullable JsonNode read(String file) {
        try (InputStream text = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return text == null ? null : JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
