package org.opencmas.problem.answer;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** Which methods exist at a path. The framework knows and does not tell, though a 405 has to (RFC 9110 section 15.5.6). */
final class AllowedMethods {
    private AllowedMethods() {}

    /** The value of {@code Allow} at a path, such as {@code GET, HEAD, OPTIONS, POST}. */
    static String at(String path) {
        Deployment deployment = ResteasyReactiveRecorder.getCurrentDeployment();
        var classes = new RequestMapper<>(deployment.getClassMappers());
        Set<String> methods = new TreeSet<>();
        for (var match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            collect(match, methods);
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    private static void collect(RequestMapper.RequestMatch<InitialMatch> match, Set<String> methods) {
        String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
        for (ServerRestHandler handler : match.value.handlers) {
            if (handler instanceof ClassRoutingHandler routing) {
                routing.getMappers().forEach((method, paths) -> {
                    if (method != null && paths.map(remaining) != null) {
                        methods.add(method);
                    }
                });
            }
        }
    }
}
