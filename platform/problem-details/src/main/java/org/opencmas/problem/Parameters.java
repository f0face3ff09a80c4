package org.opencmas.problem;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finds which query parameters and headers could not be read as the types their resource method declares. Path
 * parameters are left out on purpose: at a path that names nothing there is nothing (404).
 */
final class Parameters {
    private static final List<String> FACTORIES = List.of("fromString", "valueOf", "parse", "of");

    private Parameters() {}

    static List<Fault> faults(Method method, UriInfo uri, HttpHeaders headers) {
        List<Fault> faults = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            queryName(parameter).ifPresent(name -> {
                List<String> values = uri.getQueryParameters().get(name);
                check(parameter.getType(), name, values == null ? null : values.getFirst(), faults);
            });
            headerName(parameter)
                    .ifPresent(name -> check(parameter.getType(), name, headers.getHeaderString(name), faults));
        }
        return faults;
    }

    private static void check(Class<?> declared, String name, @Nullable String raw, List<Fault> faults) {
        Class<?> type = MethodType.methodType(declared).wrap().returnType();
        if (raw == null || type == String.class) {
            return;
        }
        try {
            convert(type, raw);
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(name, Types.expectation(type, e)));
        }
    }

    private static void convert(Class<?> type, String raw) {
        Optional<Method> factory = FACTORIES.stream()
                .flatMap(name -> Arrays.stream(type.getMethods())
                        .filter(m -> m.getName().equals(name) && Modifier.isStatic(m.getModifiers())))
                .filter(m -> m.getParameterCount() == 1 && m.getParameterTypes()[0].isAssignableFrom(String.class))
                .filter(m -> type.isAssignableFrom(m.getReturnType()))
                .findFirst();
        try {
            if (factory.isPresent()) {
                factory.get().invoke(null, raw);
            } else {
                type.getConstructor(String.class).newInstance(raw);
            }
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getTargetException().getMessage(), e.getTargetException());
        } catch (ReflectiveOperationException e) {
            return; // a type that is not made from a string is not what the framework tripped over
        }
    }

    private static Optional<String> queryName(Parameter parameter) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        RestQuery rest = parameter.getAnnotation(RestQuery.class);
        if (query != null) {
            return Optional.of(query.value());
        }
        return Optional.ofNullable(rest).map(r -> r.value().isEmpty() ? parameter.getName() : r.value());
    }

    private static Optional<String> headerName(Parameter parameter) {
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        RestHeader rest = parameter.getAnnotation(RestHeader.class);
        if (header != null) {
            return Optional.of(header.value());
        }
        return Optional.ofNullable(rest).map(r -> r.value().isEmpty() ? parameter.getName() : r.value());
    }
}
