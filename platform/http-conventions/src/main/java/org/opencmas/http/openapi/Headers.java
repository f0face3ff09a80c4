package org.opencmas.http.openapi;

import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The headers that an operation declares. */
final class Headers {
    private Headers() {}

    static @Nullable Parameter find(Operation operation, String name) {
        if (operation.getParameters() == null) {
            return null;
        }
        return operation.getParameters().stream()
                .filter(each -> each.getIn() == Parameter.In.HEADER && name.equalsIgnoreCase(each.getName()))
                .findFirst()
                .orElse(null);
    }
}
