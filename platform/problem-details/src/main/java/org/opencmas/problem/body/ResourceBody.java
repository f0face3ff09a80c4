package org.opencmas.problem.body;

import jakarta.validation.Valid;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which parameter of a resource method is read from a JSON body: the one that is validated and comes from nowhere else. */
public final class ResourceBody {
    private ResourceBody() {}

    /** The type that the body of an operation is read as; empty for an operation that takes none, or takes it as a stream. */
    public static Optional<Type> typeOf(@Nullable Method method) {
        return method == null
                ? Optional.empty()
                : Arrays.stream(method.getParameters())
                        .filter(ResourceBody::isBody)
                        .map(Parameter::getParameterizedType)
                        .findFirst();
    }

    private static boolean isBody(Parameter parameter) {
        return parameter.isAnnotationPresent(Valid.class)
                && Stream.of(parameter.getAnnotations())
                        .map(annotation -> annotation.annotationType().getName())
                        .noneMatch(name ->
                                name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.reactive."));
    }
}
