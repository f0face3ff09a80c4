package org.opencmas.console.frame.fault;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.opencmas.limit.Addresses;
import org.opencmas.limit.Allowances;

/** Lets one visitor load only so many pages and panels a second; files beside the pages are not counted, since browsers keep them. */
class VisitorLimitFilter {
    private final CurrentVertxRequest page;
    private final Allowances visitors;

    VisitorLimitFilter(
            CurrentVertxRequest page,
            @ConfigProperty(name = "cmas.console.requests-per-second") int perSecond,
            @ConfigProperty(name = "cmas.console.requests-burst") int burst) {
        this.page = page;
        this.visitors = new Allowances(perSecond, burst);
    }

    @ServerRequestFilter(preMatching = true)
    void refuseTooMany() {
        RoutingContext routing = page.getCurrent();
        String network = Addresses.network(routing.request().remoteAddress().hostAddress());
        long missing = visitors.take(network, System.nanoTime());
        if (missing > 0) {
            routing.response().putHeader("Retry-After", Long.toString(TimeUnit.NANOSECONDS.toSeconds(missing) + 1));
            throw new ServiceProblem(429, "Too many requests", "", List.of());
        }
    }
}
