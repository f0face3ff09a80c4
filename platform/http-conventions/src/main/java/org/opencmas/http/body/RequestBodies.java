package org.opencmas.http.body;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Has every body taken in between the check of the caller's roles and the first thread that its request needs. */
class RequestBodies {
    /** Before anything that needs a thread. */
    private static final int FIRST = 100;

    private static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE;

    private final BodyIntake intake;

    RequestBodies(BodyIntake intake) {
        this.intake = intake;
    }

    @ServerRequestFilter(nonBlocking = true, priority = FIRST)
    @Nullable
    Uni<Void> take(ContainerRequestContext context, ResourceInfo operation, RoutingContext routing) {
        return intake.take(context, operation, routing);
    }

    /** The operation is done, and only its answer remains, which may be long in coming: it takes none of what was held. */
    @ServerResponseFilter(priority = BEFORE_ALL_OTHERS)
    void giveBack(ContainerRequestContext context) {
        BodyIntake.giveBack(context);
    }
}
