package org.opencmas.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/**
 * Says in words what each property, parameter and operation means. The words are those of its annotation, or else of the descriptions
 * ({@link Descriptions}), where what many places have in common stands once. Each operation says who may call it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class Described implements OASFilter {
    private final Descriptions descriptions = Descriptions.ofClassPath();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().forEach(this::describe);
        }
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(item -> item.getOperations().values().forEach(this::describe));
        }
    }

    private void describe(String name, Schema schema) {
        if (schema.getDescription() == null) {
            schema.setDescription(descriptions.find(name));
        }
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            properties.forEach((property, declared) -> {
                if (declared.getDescription() == null) {
                    declared.setDescription(descriptions.find(name, property));
                }
            });
        }
    }

    private void describe(Operation operation) {
        String id = operation.getOperationId();
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> {
                if (parameter.getDescription() == null) {
                    parameter.setDescription(descriptions.find(id, parameter.getName()));
                }
            });
        }
        String own = operation.getDescription() == null ? descriptions.find(id) : operation.getDescription();
        String callers = callers(operation.getSecurity());
        operation.setDescription(own == null ? callers : own.replaceAll("\\.$", "") + ". " + callers);
    }

    private static String callers(@Nullable List<SecurityRequirement> security) {
        if (security == null || security.isEmpty()) {
            return "Public.";
        }
        TreeSet<String> roles = new TreeSet<>();
        security.forEach(each -> each.getSchemes().values().forEach(roles::addAll));
        return roles.isEmpty() ? "Any role." : "Role: " + String.join(" or ", roles) + ".";
    }
}
