package org.opencmas.problem.answer;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roles of which a resource method asks one. */
final class RequiredRoles {
    private RequiredRoles() {}

    /** Empty for a method that names none and for a request that found no method. */
    static List<String> of(@Nullable Method method) {
        if (method == null) {
            return List.of();
        }
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        RolesAllowed ofAll = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        return own != null ? List.of(own.value()) : ofAll != null ? List.of(ofAll.value()) : List.of();
    }
}
