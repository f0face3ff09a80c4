package org.opencmas.http.openapi;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** The resource methods behind each operation of the document; several where each takes another media type. */
final class ServedMethods {
    private static final DotName PATH = DotName.createSimple(Path.class);
    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    private final Map<String, List<MethodInfo>> methods = new HashMap<>();

    ServedMethods(IndexView index) {
        for (Class<? extends Annotation> verb : VERBS) {
            for (AnnotationInstance served : index.getAnnotations(DotName.createSimple(verb))) {
                MethodInfo method = served.target().asMethod();
                AnnotationInstance root = method.declaringClass().declaredAnnotation(PATH);
                if (root != null) {
                    String key = key(verb.getSimpleName(), pathOf(root) + pathOf(method.annotation(PATH)));
                    methods.computeIfAbsent(key, each -> new ArrayList<>()).add(method);
                }
            }
        }
    }

    List<MethodInfo> find(HttpMethod verb, String path) {
        return methods.getOrDefault(key(verb.name(), path), List.of());
    }

    private static String key(String verb, String path) {
        return verb + " " + path.replaceAll("/$", "");
    }

    /** With its slash in front, and without what a variable must look like. */
    private static String pathOf(@Nullable AnnotationInstance path) {
        String written = path == null ? "" : path.value().asString().replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
        return written.isEmpty() || written.startsWith("/") ? written : "/" + written;
    }
}
