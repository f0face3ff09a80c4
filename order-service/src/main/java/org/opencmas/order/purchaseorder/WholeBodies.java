package org.opencmas.order.purchaseorder;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets an order that is placed reach its worker thread with its whole body read. Read piece by piece while the worker
 * waits, a body of one kilobyte took a seventh of the time of placing an order.
 */
@ApplicationScoped
class WholeBodies {
    private static final int BEFORE_EVERYTHING_ELSE = 10;

    private final BodyHandler bodies;

    WholeBodies(@ConfigProperty(name = "cmas.http.max-body-size") MemorySize largest) {
        this.bodies = BodyHandler.create(false).setBodyLimit(largest.asLongValue());
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, BEFORE_EVERYTHING_ELSE);
    }

    private void read(RoutingContext request) {
        if (isPlacing(request.request())) {
            bodies.handle(request);
        } else {
            request.next();
        }
    }

    /** A body that says its length and has one: an empty one read here would be waited for once more by the worker. */
    private static boolean isPlacing(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.method().equals(HttpMethod.POST)
                && "/v1/orders".equals(request.path())
                && length != null
                && !"0".equals(length.strip());
    }
}
