package org.opencmas.problem.parameter;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.body.Violations;

/**
 * The constraints on the parameters of a call that is not going to be made: it is refused for a parameter that cannot be read, and the
 * framework would look at constraints only in the call itself.
 */
@ApplicationScoped
class ParameterConstraints {
    private final Validator validator;

    ParameterConstraints(Validator validator) {
        this.validator = validator;
    }

    /** @param faulty names of parameters that cannot be read; nothing more is said of them */
    List<Fault> faults(Class<?> resource, Method method, UriInfo uri, Set<String> faulty) {
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> argument(parameter, uri, faulty))
                .toArray();
        Object bean = Arc.container().instance(resource).get();
        if (bean == null) {
            return List.of();
        }
        return Violations.faults(validator.forExecutables().validateParameters(bean, method, arguments)).stream()
                .filter(fault -> !fault.pointer().isEmpty() && fault.pointer().charAt(0) != '/')
                .filter(fault -> !faulty.contains(fault.pointer()))
                .toList();
    }

    private static @Nullable Object argument(Parameter parameter, UriInfo uri, Set<String> faulty) {
        Parameters.Declared declared = Parameters.declaredQuery(parameter);
        if (declared == null) {
            return nothing(parameter.getType());
        }
        List<String> sent = faulty.contains(declared.name())
                ? List.of()
                : uri.getQueryParameters().getOrDefault(declared.name(), declared.otherwise());
        List<@Nullable Object> values = new ArrayList<>();
        sent.forEach(text -> values.add(ParameterTypes.read(declared.type(), text)));
        if (declared.several()) {
            return values;
        }
        return values.isEmpty() || parameter.getType() != declared.type()
                ? nothing(parameter.getType())
                : values.getFirst();
    }

    /** What stands for a value that there is not: null, or 0 or false where there is no null. */
    private static @Nullable Object nothing(Class<?> type) {
        return type.isPrimitive() && type != void.class ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
