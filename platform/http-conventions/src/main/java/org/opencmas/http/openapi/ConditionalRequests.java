package org.opencmas.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.opencmas.http.idempotency.IdempotencyKey;
import org.opencmas.http.idempotency.Idempotent;

/**
 * The headers of requests that act once or on one version only. {@code Idempotency-Key} is declared where the method is
 * {@link Idempotent}; {@code If-Match} is required wherever a method takes it. What may be changed under {@code If-Match} tells its
 * {@code ETag} when it is made, read and changed, and what was made or sent for a decision its {@code Location}. An operation with two
 * statuses of success answers the same with both.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ConditionalRequests implements OASFilter {
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);

    private final ServedMethods methods;

    /** @param index the classes of the service and of the modules it is built from */
    public ConditionalRequests(IndexView index) {
        methods = new ServedMethods(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        Map<String, PathItem> items = api.getPaths().getPathItems();
        Set<String> changed = new HashSet<>();
        items.forEach((path, item) -> item.getOperations().forEach((verb, operation) -> {
            Parameter key = Headers.find(operation, IdempotencyKey.HEADER);
            if (key != null) {
                describeKey(key);
            } else if (methods.find(verb, path).stream().anyMatch(ConditionalRequests::isIdempotent)) {
                operation.addParameter(describeKey(
                        OASFactory.createParameter().name(IdempotencyKey.HEADER).in(Parameter.In.HEADER)));
            }
            Parameter prefer = Headers.find(operation, "Prefer");
            if (prefer != null) {
                prefer.schema(text()).example("wait=5");
            }
            if (requireIfMatch(operation)) {
                changed.add(path.substring(0, path.lastIndexOf('}') + 1));
            }
        }));
        items.forEach((path, item) -> item.getOperations()
                .forEach((verb, operation) -> declareAnswerHeaders(path, verb, operation, changed)));
    }

    private static boolean isIdempotent(MethodInfo method) {
        return method.hasAnnotation(IDEMPOTENT) || method.declaringClass().hasDeclaredAnnotation(IDEMPOTENT);
    }

    private static boolean requireIfMatch(Operation operation) {
        Parameter ifMatch = Headers.find(operation, HttpHeaders.IF_MATCH);
        if (ifMatch == null) {
            return false;
        }
        ifMatch.required(true)
                .description("The ETag of the version that was read and is to be changed")
                .schema(text())
                .example("\"1\"");
        return true;
    }

    private static Parameter describeKey(Parameter key) {
        return key.required(true)
                .description("1 to 200 printable ASCII characters of the caller's own choice, new for each new request;"
                        + " the same request with the same key acts once and is answered as before")
                .schema(text().minLength(1).maxLength(200))
                .example("2026-11-28-0001");
    }

    private static void declareAnswerHeaders(
            String path, PathItem.HttpMethod verb, Operation operation, Set<String> changed) {
        boolean isTagged = Headers.find(operation, HttpHeaders.IF_MATCH) != null
                || verb == PathItem.HttpMethod.GET && changed.contains(path)
                || verb == PathItem.HttpMethod.POST
                        && changed.stream()
                                .anyMatch(each ->
                                        each.replaceAll("/\\{\\w+}$", "").equals(path));
        var responses = operation.getResponses().getAPIResponses();
        Content answered = responses.entrySet().stream()
                .filter(each -> each.getKey().startsWith("2") && each.getValue().getContent() != null)
                .map(each -> each.getValue().getContent())
                .findFirst()
                .orElse(null);
        responses.forEach((status, response) -> {
            if (status.matches("20[0-2]") && response.getContent() == null) {
                response.setContent(answered);
            }
            if (status.startsWith("2") && isTagged) {
                response.addHeader(HttpHeaders.ETAG, header("The version, for If-Match"));
            }
            if (status.equals("201") || status.equals("202")) {
                response.addHeader(HttpHeaders.LOCATION, header("Where it is"));
            }
        });
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
