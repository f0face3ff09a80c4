package org.opencmas.http.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;
import org.opencmas.http.RequestIds;

/** Gives every request its id before anything else looks at it, so that even the earliest refusal carries it. */
@Singleton
class RequestIdRoute {
    RequestIdRoute() {}

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(RequestIdRoute::identify);
    }

    private static void identify(RoutingContext routing) {
        String id = RequestIds.takenOrNew(routing.request().getHeader(RequestIds.HEADER));
        MDC.put(RequestIds.MDC_KEY, id);
        routing.response().putHeader(RequestIds.HEADER, id);
        routing.next();
    }
}
