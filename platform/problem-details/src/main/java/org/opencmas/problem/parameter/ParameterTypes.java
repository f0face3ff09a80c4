package org.opencmas.problem.parameter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.value.Types;
import org.opencmas.terms.ProgramCalendar;

/** Reads the text of a parameter as the type that its resource method declares, only to tell what is wrong with it. */
final class ParameterTypes {
    private static final List<String> FACTORIES = List.of("fromString", "valueOf", "parse", "of");
    private static final int UUID_LENGTH = 36;

    private ParameterTypes() {}

    /** What is wrong with a text as a value of that type; empty when nothing is. */
    static Optional<String> fault(Class<?> declared, String raw) {
        Class<?> type = MethodType.methodType(declared).wrap().returnType();
        if (type == String.class) {
            return Optional.empty();
        }
        try {
            return isLoose(type, raw) ? Optional.of(Types.expectation(type, null)) : outOfRange(value(type, raw));
        } catch (IllegalArgumentException e) {
            return Optional.of(Types.expectation(type, e));
        }
    }

    /** What a whole number with limits of its own must be, in words; empty where nothing says more than its type. */
    static Optional<String> range(Class<?> declared, AnnotatedElement element) {
        Class<?> type = MethodType.methodType(declared).wrap().returnType();
        Min least = element.getAnnotation(Min.class);
        Max most = element.getAnnotation(Max.class);
        if (type != Integer.class && type != Long.class || least == null && most == null) {
            return Optional.empty();
        }
        if (least == null) {
            return Optional.of("must be a whole number of at most " + most.value());
        }
        return Optional.of(
                most == null
                        ? "must be a whole number of at least " + least.value()
                        : "must be a whole number from " + least.value() + " to " + most.value());
    }

    /** A text without fault as a value of that type. */
    static @Nullable Object read(Class<?> declared, String raw) {
        Class<?> type = MethodType.methodType(declared).wrap().returnType();
        return type == String.class ? raw : value(type, raw);
    }

    /** Whether the JDK would take the text for something it does not say: "yes" for false, "1-1-1-1-1" for a UUID. */
    private static boolean isLoose(Class<?> type, String raw) {
        return type == Boolean.class && !raw.equals("true") && !raw.equals("false")
                || type == UUID.class && raw.length() != UUID_LENGTH;
    }

    private static Optional<String> outOfRange(@Nullable Object value) {
        boolean isOutside = switch (value) {
            case LocalDate date -> !ProgramCalendar.isProgramDay(date);
            case Instant instant -> !ProgramCalendar.isProgramDay(instant);
            case null, default -> false;
        };
        return isOutside ? Optional.of(ProgramCalendar.EXPECTED_DAYS) : Optional.empty();
    }

    /** The value, or null for a type that is not made from a string. */
    private static @Nullable Object value(Class<?> type, String raw) {
        Optional<Method> factory = FACTORIES.stream()
                .flatMap(name -> Arrays.stream(type.getMethods())
                        .filter(m -> m.getName().equals(name) && Modifier.isStatic(m.getModifiers())))
                .filter(m -> m.getParameterCount() == 1 && m.getParameterTypes()[0].isAssignableFrom(String.class))
                .filter(m -> type.isAssignableFrom(m.getReturnType()))
                .findFirst();
        try {
            // A resource's own types need not be public.
            factory.ifPresent(method -> method.setAccessible(true));
            return factory.isPresent()
                    ? factory.get().invoke(null, raw)
                    : type.getConstructor(String.class).newInstance(raw);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getTargetException().getMessage(), e.getTargetException());
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
