package org.opencmas.http.body;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.opencmas.http.body.arrival.BodySettings;

/**
 * Ends the connection of a request that was answered before its body was there, as one without a token: for a while the rest
 * is read and dropped, so that its sender sees the answer, and no longer.
 */
@Singleton
class UnreadBodies {
    private final BodySettings settings;
    private final Vertx vertx;

    UnreadBodies(BodySettings settings, Vertx vertx) {
        this.settings = settings;
        this.vertx = vertx;
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::watch);
    }

    private void watch(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (isAnnounced(request)) {
            routing.addEndHandler(answered -> endSoon(request));
        }
        routing.next();
    }

    private void endSoon(HttpServerRequest request) {
        if (!request.isEnded()) {
            vertx.setTimer(settings.refusedPatience().toMillis(), timer -> {
                if (!request.isEnded()) {
                    end(request);
                }
            });
        }
    }

    private static void end(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    /** Whether the request says that it has a body. */
    static boolean isAnnounced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}
