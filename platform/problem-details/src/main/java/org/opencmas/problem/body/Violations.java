package org.opencmas.problem.body;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.opencmas.problem.Fault;
import org.opencmas.problem.value.Pointers;

/** Bean Validation's violations as faults, in the order of their places. */
public final class Violations {
    /** What is said of a body that was not sent. */
    static final Fault ABSENT = new Fault("", "must not be absent", "Send a JSON object as the body.");

    private Violations() {}

    /** Faults of a resource method's call; none if its answer is at fault, which is no fault of the request. */
    public static List<Fault> faults(Collection<? extends ConstraintViolation<?>> violations) {
        if (violations.stream().anyMatch(Violations::isOfAnswer)) {
            return List.of();
        }
        return sorted(violations.stream().map(Violations::ofCall));
    }

    /** The arguments of the refused call: its body among them. */
    public static List<Object> arguments(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(ConstraintViolation::getExecutableParameters)
                .filter(Objects::nonNull)
                .findFirst()
                .map(arguments ->
                        Arrays.stream(arguments).filter(Objects::nonNull).toList())
                .orElse(List.of());
    }

    /** Faults of a body that was validated by itself. */
    static List<Fault> ofBody(Collection<? extends ConstraintViolation<?>> violations) {
        return sorted(violations.stream()
                .map(v -> new Fault(pointer(v.getPropertyPath().iterator()), v.getMessage())));
    }

    private static List<Fault> sorted(Stream<Fault> faults) {
        return faults.sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::detail))
                .toList();
    }

    private static boolean isOfAnswer(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static Fault ofCall(ConstraintViolation<?> violation) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        Path.MethodNode method = nodes.next().as(Path.MethodNode.class);
        Path.Node second = nodes.next();
        if (second.getKind() != ElementKind.PARAMETER) {
            return new Fault("", violation.getMessage());
        }
        Path.ParameterNode parameter = second.as(Path.ParameterNode.class);
        Optional<String> name = parameterName(violation.getRootBeanClass(), method, parameter);
        if (name.isPresent()) {
            return new Fault(name.get(), violation.getMessage());
        }
        boolean absent = !nodes.hasNext() && violation.getInvalidValue() == null;
        return absent ? ABSENT : new Fault(pointer(nodes), violation.getMessage());
    }

    /** The name of a query, path or header parameter; empty for the body. */
    private static Optional<String> parameterName(Class<?> root, Path.MethodNode call, Path.ParameterNode parameter) {
        Class<?>[] types = call.getParameterTypes().toArray(Class[]::new);
        for (Class<?> type = root; type != null; type = type.getSuperclass()) {
            Optional<Method> method = Arrays.stream(type.getDeclaredMethods())
                    .filter(m -> m.getName().equals(call.getName()) && Arrays.equals(m.getParameterTypes(), types))
                    .filter(m -> !m.isSynthetic() && !m.isBridge())
                    .findFirst();
            if (method.isPresent() && type.getName().indexOf("_Subclass") < 0) {
                Annotation[] annotations = method.get().getParameterAnnotations()[parameter.getParameterIndex()];
                return declaredName(annotations, parameter)
                        .or(() -> Optional.of(parameter.getName()).filter(name -> isInPath(method.get(), name)));
            }
        }
        return Optional.empty();
    }

    /** Whether it stands in the path of the resource: then the parameter needs no annotation. */
    private static boolean isInPath(Method method, String name) {
        return Stream.<AnnotatedElement>of(method.getDeclaringClass(), method)
                .flatMap(element -> Arrays.stream(element.getAnnotationsByType(jakarta.ws.rs.Path.class)))
                .map(jakarta.ws.rs.Path::value)
                .anyMatch(path -> path.contains("{" + name + "}") || path.contains("{" + name + ":"));
    }

    private static Optional<String> declaredName(Annotation[] annotations, Path.ParameterNode parameter) {
        for (Annotation annotation : annotations) {
            String name = switch (annotation) {
                case QueryParam query -> query.value();
                case PathParam path -> path.value();
                case HeaderParam header -> header.value();
                case RestQuery query -> orName(query.value(), parameter);
                case RestPath path -> orName(path.value(), parameter);
                case RestHeader header -> orName(header.value(), parameter);
                default -> "";
            };
            if (!name.isEmpty()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static String orName(String declared, Path.ParameterNode parameter) {
        return declared.isEmpty() ? parameter.getName() : declared;
    }

    /** JSON pointer (RFC 6901) of the rest of a property path: names, list indexes and map keys. */
    private static String pointer(Iterator<Path.Node> nodes) {
        var pointer = new StringBuilder();
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(Pointers.escaped(node.getKey().toString()));
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(Pointers.escaped(node.getName()));
            }
        }
        return pointer.toString();
    }
}
