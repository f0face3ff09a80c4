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
 * The constraints on parameters that the framework does not look at: those on the parts of a bean that gathers some, and all of a call that
 * is not going to be made, since it is refused for a parameter that cannot be read.
 */
@ApplicationScoped
class ParameterConstraints {
    private final Validator validator;

    ParameterConstraints(Validator validator) {
        this.validator = validator;
    }

    /** What is wrong with the parts of beans, by the constraints on their fields; nothing of a part that cannot be read. */
    List<Fault> ofBeans(Method method, UriInfo uri) {
        List<Fault> faults = new ArrayList<>();
        for (Parameters.BeanPart part : Parameters.of(method).beanParts()) {
            Parameters.Declared declared = part.declared();
            List<String> sent = sent(declared, uri);
            if (isReadable(declared, sent)) {
                Object value = value(declared, part.type(), sent);
                validator
                        .validateValue(part.bean(), part.property(), value)
                        .forEach(violation -> faults.add(new Fault(declared.name(), violation.getMessage())));
            }
        }
        return faults;
    }

    private static boolean isReadable(Parameters.Declared declared, List<String> sent) {
        return (declared.several() || sent.size() <= 1)
                && sent.stream()
                        .allMatch(text ->
                                ParameterTypes.fault(declared.type(), text).isEmpty());
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
                .filter(fault -> Parameters.of(method).isInQuery(fault.pointer()))
                .filter(fault -> !faulty.contains(fault.pointer()))
                .toList();
    }

    private static @Nullable Object argument(Parameter parameter, UriInfo uri, Set<String> faulty) {
        Parameters.Declared declared = Parameters.declaredQuery(parameter);
        if (declared == null) {
            return nothing(parameter.getType());
        }
        List<String> sent = faulty.contains(declared.name()) ? List.of() : sent(declared, uri);
        return value(declared, parameter.getType(), sent);
    }

    private static List<String> sent(Parameters.Declared declared, UriInfo uri) {
        return uri.getQueryParameters().getOrDefault(declared.name(), declared.otherwise());
    }

    /** @param type of what takes the value; it may be an {@code Optional}, of which nothing is said */
    private static @Nullable Object value(Parameters.Declared declared, Class<?> type, List<String> sent) {
        List<@Nullable Object> values = new ArrayList<>();
        sent.forEach(text -> values.add(ParameterTypes.read(declared.type(), text)));
        if (declared.several()) {
            return values;
        }
        return values.isEmpty() || type != declared.type() ? nothing(type) : values.getFirst();
    }

    /** What stands for a value that there is not: null, or 0 or false where there is no null. */
    private static @Nullable Object nothing(Class<?> type) {
        return type.isPrimitive() && type != void.class ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
