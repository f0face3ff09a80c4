package org.opencmas.http.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which of the document's schemas are sent to the service, and which by it. */
final class SchemaUse {
    private static final String COMPONENT = "#/components/schemas/";

    private final Map<String, Schema> components;

    SchemaUse(OpenAPI api) {
        components = api.getComponents().getSchemas();
    }

    Set<String> inRequests(OpenAPI api) {
        return reached(
                api,
                operation -> operation.getRequestBody() == null
                        ? Stream.empty()
                        : Stream.of(operation.getRequestBody().getContent()));
    }

    Set<String> inAnswers(OpenAPI api) {
        return reached(
                api,
                operation -> operation.getResponses().getAPIResponses().values().stream()
                        .map(response -> response.getContent()));
    }

    private Set<String> reached(OpenAPI api, Function<Operation, Stream<@Nullable Content>> contents) {
        Set<String> names = new HashSet<>();
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(contents)
                .filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(schema -> follow(schema, names));
        return names;
    }

    private void follow(@Nullable Schema schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        String ref = schema.getRef();
        if (ref != null && ref.startsWith(COMPONENT) && names.add(ref.substring(COMPONENT.length()))) {
            follow(components.get(ref.substring(COMPONENT.length())), names);
        }
        follow(schema.getItems(), names);
        follow(schema.getAdditionalPropertiesSchema(), names);
        parts(schema).forEach(part -> follow(part, names));
    }

    private static List<Schema> parts(Schema schema) {
        List<Schema> parts = new ArrayList<>();
        if (schema.getProperties() != null) {
            parts.addAll(schema.getProperties().values());
        }
        add(schema.getAnyOf(), parts);
        add(schema.getOneOf(), parts);
        add(schema.getAllOf(), parts);
        return parts;
    }

    private static void add(@Nullable List<Schema> choices, List<Schema> parts) {
        if (choices != null) {
            parts.addAll(choices);
        }
    }
}
