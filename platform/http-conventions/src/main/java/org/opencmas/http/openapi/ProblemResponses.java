package org.opencmas.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.opencmas.http.idempotency.IdempotencyKey;

/**
 * Adds the problem document and the problems that each operation can answer to the service's OpenAPI: those of its headers and of its
 * security follow from them, and one that only some operations have is declared there by its bare number.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ProblemResponses implements OASFilter {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final Set<String> WITH_RETRY_AFTER = Set.of("429", "503");
    private static final Map<String, String> DESCRIPTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("400", "The request is malformed or of the wrong shape; errors names every fault"),
            Map.entry("401", "The bearer token is missing or not valid"),
            Map.entry("403", "The caller's roles do not allow this operation"),
            Map.entry("404", "There is no such thing, or it belongs to somebody else"),
            Map.entry("406", "None of the media types in Accept can be produced"),
            Map.entry("408", "The body did not arrive in time; the connection is closed"),
            Map.entry("409", "The request contradicts what is stored"),
            Map.entry("412", "If-Match names a version that is not the current one"),
            Map.entry("413", "The body is too long"),
            Map.entry("414", "The address is too long"),
            Map.entry("415", "The body's media type cannot be read"),
            Map.entry("422", "A rule forbids it, or the idempotency key was used for another request"),
            Map.entry("428", "If-Match is missing"),
            Map.entry("429", "Too many requests; see Retry-After"),
            Map.entry("500", "The service failed; the document tells the request id"),
            Map.entry("503", "The service cannot answer at present; see Retry-After")));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema("Problem", problem());
        Set<String> answered = new TreeSet<>();
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().forEach((method, operation) -> {
                    extend(method, operation);
                    answered.addAll(operation.getResponses().getAPIResponses().keySet());
                }));
        DESCRIPTIONS.forEach((status, description) -> {
            if (answered.contains(status)) {
                api.getComponents().addResponse("Problem" + status, response(status, description));
            }
        });
    }

    private static void extend(PathItem.HttpMethod method, Operation operation) {
        add(operation, List.of("400", "404", "406", "414", "429", "500", "503"));
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            add(operation, List.of("401", "403"));
        }
        if (method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD) {
            add(operation, List.of("408", "413", "415"));
        }
        if (method == PathItem.HttpMethod.PUT) {
            add(operation, List.of("409"));
        }
        if (Headers.find(operation, IdempotencyKey.HEADER) != null) {
            add(operation, List.of("409", "422"));
        }
        if (Headers.find(operation, HttpHeaders.IF_MATCH) != null) {
            add(operation, List.of("412", "428"));
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (DESCRIPTIONS.containsKey(status) && isBare(response)) {
                response.setDescription(null);
                response.setRef("#/components/responses/Problem" + status);
            }
        });
    }

    private static void add(Operation operation, List<String> statuses) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        for (String status : statuses) {
            if (!operation.getResponses().hasAPIResponse(status)
                    || isBare(operation.getResponses().getAPIResponse(status))) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                status, OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status));
            }
        }
    }

    /** The framework adds 400, 401 and 403 by itself with nothing but a phrase. */
    private static boolean isBare(APIResponse response) {
        return response.getRef() == null && response.getContent() == null;
    }

    private static APIResponse response(String status, String description) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        if (WITH_RETRY_AFTER.contains(status)) {
            response.addHeader(
                    HttpHeaders.RETRY_AFTER,
                    OASFactory.createHeader()
                            .description("Whole seconds, at least 1, after which to send the request again")
                            .schema(OASFactory.createSchema()
                                    .addType(Schema.SchemaType.INTEGER)
                                    .minimum(BigDecimal.ONE)));
        }
        return response;
    }

    private static Schema problem() {
        Schema fault = object().addProperty(
                        "pointer", text("JSON pointer into the request body; empty for the whole body"))
                .addProperty("parameter", text("Query parameter or header, when the fault is not in the body"))
                .addProperty("detail", text("What is wrong there"))
                .addProperty("remedy", text("What would put it right"))
                .required(List.of("detail"));
        return object().description("Problem details (RFC 9457). Further members depend on the type.")
                .addProperty("type", text("/problems/ and the kind of problem; stable"))
                .addProperty("title", text("The kind of problem in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("The HTTP status"))
                .addProperty("detail", text("What happened this time"))
                .addProperty("instance", text("urn:cmas:request: and the request id"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("The faults found, from the first")
                                .items(fault))
                .addProperty(
                        "furtherErrors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("How many faults were found beyond those in errors"))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
