package org.opencmas.compliance.fix;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a JSON Patch (RFC 6902).
 *
 * @param op replace or remove
 * @param path pointer into the body as it was sent
 * @param value what stands there then; null for remove
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PatchOperation(
        String op, String path, @Nullable String value) {
    static PatchOperation replace(String path, Object value) {
        return new PatchOperation("replace", path, value.toString());
    }

    static PatchOperation remove(String path) {
        return new PatchOperation("remove", path, null);
    }
}
