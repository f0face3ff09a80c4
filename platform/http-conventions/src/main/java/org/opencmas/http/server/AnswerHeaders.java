package org.opencmas.http.server;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * What every answer says beside its content: that a browser must neither guess its type nor run anything in it, show it to another site
 * nor, once it came over TLS, ask for it without, that what was
 * answered to somebody in particular is kept by no cache, and a {@code Location} without the host, which is what the caller
 * wrote into its request and may be anybody's.
 */
@Singleton
class AnswerHeaders {
    private static final int AFTER_THE_REQUEST_ID = Integer.MIN_VALUE + 1;
    private static final int FIRST_REFUSAL = 400;
    /** The one page of the service, which needs its own scripts and styles. */
    private static final String API_EXPLORER = "/q/swagger-ui";

    AnswerHeaders() {}

    void install(@Observes Router router) {
        router.route().order(AFTER_THE_REQUEST_ID).handler(AnswerHeaders::complete);
    }

    void installForManagement(@Observes ManagementInterface management) {
        management.router().route().order(AFTER_THE_REQUEST_ID).handler(AnswerHeaders::complete);
    }

    private static void complete(RoutingContext routing) {
        routing.addHeadersEndHandler(ignored -> {
            MultiMap answer = routing.response().headers();
            answer.set("X-Content-Type-Options", "nosniff");
            answer.set("Referrer-Policy", "no-referrer");
            answer.set("Cross-Origin-Resource-Policy", "same-origin");
            if (routing.request().isSSL()) {
                answer.set("Strict-Transport-Security", "max-age=31536000");
            }
            if (!String.valueOf(routing.request().path()).startsWith(API_EXPLORER)) {
                answer.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            }
            if (isPrivate(routing) && !answer.contains(HttpHeaders.CACHE_CONTROL)) {
                answer.set(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            String location = answer.get(HttpHeaders.LOCATION);
            if (location != null) {
                answer.set(HttpHeaders.LOCATION, withoutHost(location));
            }
        });
        routing.next();
    }

    private static boolean isPrivate(RoutingContext routing) {
        return routing.request().headers().contains(HttpHeaders.AUTHORIZATION)
                || routing.response().getStatusCode() >= FIRST_REFUSAL;
    }

    private static String withoutHost(String location) {
        URI uri = URI.create(location);
        if (!uri.isAbsolute()) {
            return location;
        }
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + '?' + uri.getRawQuery();
    }
}
