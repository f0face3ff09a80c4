package org.opencmas.console.frame;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * What browsers and proxies may keep of an answer. Pages are asked for anew each time. The files beside them are kept, since their addresses change with their version or
 * their content. Not kept is what another release, while both run, answers at such an address: that there is no such file, or its own file.
 */
@ApplicationScoped
class CacheHeaders {
    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;
    private static final String KEPT = "public, max-age=31536000, immutable";
    private static final String ASKED_ANEW = "no-store";
    /** A file, a part of it, and that the one which the browser has is still the same. */
    private static final Set<Integer> OF_A_FILE = Set.of(200, 206, 304);

    private final Assets assets;

    CacheHeaders(Assets assets) {
        this.assets = assets;
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(this::complete);
    }

    private void complete(RoutingContext routing) {
        routing.addHeadersEndHandler(ignored -> routing.response()
                .headers()
                .set(
                        HttpHeaders.CACHE_CONTROL,
                        OF_A_FILE.contains(routing.response().getStatusCode()) && isKept(routing.request())
                                ? KEPT
                                : ASKED_ANEW));
        routing.next();
    }

    private boolean isKept(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        return path.startsWith("/vendor/")
                || path.startsWith("/webjars/")
                || path.startsWith("/assets/") && assets.isAddress(request.uri());
    }
}
