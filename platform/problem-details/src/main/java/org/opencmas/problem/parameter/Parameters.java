package org.opencmas.problem.parameter;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.value.NearestName;
import org.opencmas.terms.Identifier;

/**
 * The query parameters and headers that one resource method takes, and what is wrong with those of a request. Path
 * parameters are left out on purpose: at a path that names nothing there is nothing (404).
 */
public final class Parameters {
    private static final Map<Method, Parameters> KNOWN = new ConcurrentHashMap<>();

    /** More would not be read by anybody. */
    private static final int MAX_UNKNOWN = 20;

    private final Map<String, Declared> query = new LinkedHashMap<>();
    private final Map<String, Declared> headers = new LinkedHashMap<>();
    private final List<BeanPart> beanParts = new ArrayList<>();
    private final List<ParameterCheck> checks = new ArrayList<>();
    /** What a value must be, in words, where more is known of it than its type. */
    private final Map<String, String> expectations = new HashMap<>();

    /**
     * A parameter as it is declared.
     *
     * @param several whether it may be given more than once
     * @param otherwise what counts when it is not sent; none where nothing does
     */
    record Declared(String name, Class<?> type, boolean several, List<String> otherwise) {}

    /**
     * A parameter that a {@code @BeanParam} gathers.
     *
     * @param bean the type of the bean
     * @param property the field that takes it
     * @param type of the field
     */
    record BeanPart(Class<?> bean, String property, Class<?> type, Declared declared) {}

    private Parameters(Method method) {
        addCheck(method);
        for (Annotation annotation : method.getAnnotations()) {
            addCheck(annotation.annotationType());
        }
        for (Parameter parameter : method.getParameters()) {
            add(parameter, parameter.getName(), parameter.getType(), parameter.getParameterizedType());
        }
        checks.forEach(check -> expectations.putAll(check.expectations()));
    }

    /** Whether it is the name of one of the query parameters. */
    boolean isInQuery(String name) {
        return query.containsKey(name);
    }

    /** The query parameters that beans gather, whose constraints the framework does not look at. */
    List<BeanPart> beanParts() {
        return beanParts;
    }

    private void addCheck(AnnotatedElement element) {
        CheckedBy checked = element.getAnnotation(CheckedBy.class);
        if (checked != null) {
            Arrays.stream(checked.value()).map(Parameters::made).forEach(checks::add);
        }
    }

    private static ParameterCheck made(Class<? extends ParameterCheck> type) {
        try {
            Constructor<? extends ParameterCheck> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true); // a feature's own check need not be public
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no constructor without arguments", e);
        }
    }

    /** The parameters of a resource method; read from it once. */
    public static Parameters of(Method method) {
        return KNOWN.computeIfAbsent(method, Parameters::new);
    }

    /**
     * Everything that is wrong with the parameters of a request: unknown, blank, given twice, of the wrong type, and what the checks of
     * the operation say of the others.
     *
     * @param now when the request came
     * @param constrained what constraints say of parameters by themselves; of one that is at fault otherwise nothing more is said
     */
    public List<Fault> faults(UriInfo uri, HttpHeaders sent, Instant now, List<Fault> constrained) {
        List<Fault> faults = new ArrayList<>(ofTypes(uri, sent));
        Set<String> unread = faults.stream().map(Fault::pointer).collect(Collectors.toSet());
        constrained.stream().filter(fault -> !unread.contains(fault.pointer())).forEach(faults::add);
        Set<String> faulty = faults.stream().map(Fault::pointer).collect(Collectors.toSet());
        var fields = new FieldReader();
        var readable = new SentParameters(uri, sent, faulty, now);
        checks.forEach(check -> check.check(fields, readable));
        if (!faulty.isEmpty() || fields.faultCount() > 0) {
            checks.forEach(check -> check.checkBeside(fields, readable));
        }
        fields.faults().stream()
                .filter(fault -> !faulty.contains(fault.pointer()))
                .forEach(faults::add);
        return inOrder(faults);
    }

    /** The faults in the order in which the operation declares its parameters; unknown ones, and faults of a body, come last as they were. */
    public List<Fault> inOrder(List<Fault> faults) {
        List<String> names = new ArrayList<>(query.keySet());
        names.addAll(headers.keySet());
        return faults.stream()
                .sorted(Comparator.comparingInt(fault -> {
                    int place = names.indexOf(fault.pointer());
                    return place < 0 ? names.size() : place;
                }))
                .toList();
    }

    private List<Fault> ofTypes(UriInfo uri, HttpHeaders sent) {
        List<Fault> faults = new ArrayList<>();
        Map<String, List<String>> asked = uri.getQueryParameters();
        query.forEach((name, declared) -> checkQuery(name, declared, asked.getOrDefault(name, List.of()), faults));
        headers.forEach((name, declared) -> {
            String raw = sent.getHeaderString(name);
            if (raw != null) {
                ParameterTypes.fault(declared.type, raw).ifPresent(detail -> faults.add(new Fault(name, detail)));
            }
        });
        asked.keySet().stream()
                .filter(name -> !query.containsKey(name))
                .sorted()
                .limit(MAX_UNKNOWN)
                .map(this::unknown)
                .forEach(faults::add);
        return faults;
    }

    private void checkQuery(String name, Declared declared, List<String> values, List<Fault> faults) {
        if (values.size() > 1 && !declared.several) {
            faults.add(new Fault(name, "must be given once"));
            return;
        }
        for (String value : values) {
            Optional<String> detail = isBlank(value) ? Optional.of("must not be blank") : fault(name, declared, value);
            if (detail.isPresent()) {
                faults.add(
                        new Fault(name, detail.get(), isBlank(value) ? "Leave it out to ask for everything." : null));
                return;
            }
        }
    }

    private Optional<String> fault(String name, Declared declared, String value) {
        return ParameterTypes.fault(declared.type, value).map(detail -> expectations.getOrDefault(name, detail));
    }

    /** A list without entries, and what a reader does not see, is blank too. */
    private static boolean isBlank(String value) {
        return Identifier.keyOf(value.replace(',', ' ')).isEmpty();
    }

    private Fault unknown(String name) {
        Set<String> known = query.keySet();
        String remedy = known.isEmpty()
                ? "This operation takes no query parameters."
                : NearestName.ofFew(name, known)
                                .map(near -> "Did you mean " + near + "? ")
                                .orElse("")
                        + "Known parameters: " + String.join(", ", known) + ".";
        return new Fault(name.isEmpty() ? "query" : name, "is not a known parameter", remedy);
    }

    private void add(AnnotatedElement element, String ownName, Class<?> type, Type genericType) {
        String queryName = queryName(element, ownName);
        String headerName = headerName(element, ownName);
        if (queryName != null) {
            Declared declared = declared(queryName, element, type, genericType);
            query.put(queryName, declared);
            ParameterTypes.range(declared.type, element).ifPresent(range -> expectations.put(queryName, range));
        } else if (headerName != null) {
            headers.put(headerName, declared(headerName, element, type, genericType));
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            addCheck(type);
            for (Class<?> bean = type; bean != null && bean != Object.class; bean = bean.getSuperclass()) {
                for (Field field : bean.getDeclaredFields()) {
                    add(field, field.getName(), field.getType(), field.getGenericType());
                    String name = queryName(field, field.getName());
                    if (name != null) {
                        Declared declared = declared(name, field, field.getType(), field.getGenericType());
                        beanParts.add(new BeanPart(type, field.getName(), field.getType(), declared));
                    }
                }
            }
        }
    }

    /** The query parameter that a parameter of a method is; null when it is none. */
    static @Nullable Declared declaredQuery(Parameter parameter) {
        String name = queryName(parameter, parameter.getName());
        return name == null ? null : declared(name, parameter, parameter.getType(), parameter.getParameterizedType());
    }

    private static Declared declared(String name, AnnotatedElement element, Class<?> type, Type genericType) {
        DefaultValue otherwise = element.getAnnotation(DefaultValue.class);
        List<String> values = otherwise == null ? List.of() : List.of(otherwise.value());
        boolean several = Collection.class.isAssignableFrom(type);
        boolean wrapped = several || type == Optional.class;
        return wrapped
                        && genericType instanceof ParameterizedType parameterized
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> argument
                ? new Declared(name, argument, several, values)
                : new Declared(name, type, several, values);
    }

    private static @Nullable String queryName(AnnotatedElement element, String ownName) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        RestQuery rest = element.getAnnotation(RestQuery.class);
        return query != null ? query.value() : rest == null ? null : orOwn(rest.value(), ownName);
    }

    private static @Nullable String headerName(AnnotatedElement element, String ownName) {
        HeaderParam header = element.getAnnotation(HeaderParam.class);
        RestHeader rest = element.getAnnotation(RestHeader.class);
        return header != null ? header.value() : rest == null ? null : orOwn(rest.value(), ownName);
    }

    private static String orOwn(String declared, String ownName) {
        return declared.isEmpty() ? ownName : declared;
    }
}
