package org.opencmas.problem.answer;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Problems for what fails outside of the resources: paths that no extension serves, requests that cannot be routed. */
@ApplicationScoped
class RouterFailures {
    private static final int BAD_REQUEST = 400;
    private static final int[] UNROUTED = {BAD_REQUEST, 404, 405, 406, 413, 414, 415, 431};

    private final ProblemWriter writer;

    RouterFailures(ProblemWriter writer) {
        this.writer = writer;
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        for (int status : UNROUTED) {
            router.errorHandler(status, routing -> answer(routing, Statuses.problem(status, path(routing))));
        }
    }

    private void failed(RoutingContext routing) {
        boolean ifMatch = routing.request().headers().contains(HttpHeaders.IF_MATCH);
        Throwable thrown = routing.failure();
        answer(
                routing,
                // What the router itself finds wrong with a request, as that it names no host, is the client's fault.
                thrown == null || routing.statusCode() == BAD_REQUEST
                        ? Statuses.problem(routing.statusCode(), path(routing))
                        : Failures.problem(thrown, path(routing), ifMatch));
    }

    /** As it was sent: a path that cannot be decoded cannot be normalized either. */
    private static String path(RoutingContext routing) {
        String sent = routing.request().path();
        return sent == null ? "this address" : sent;
    }

    private void answer(RoutingContext routing, Problem problem) {
        if (routing.response().ended() || routing.response().headWritten()) {
            return;
        }
        problem.headers().forEach(routing.response()::putHeader);
        routing.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(writer.text(problem));
    }
}
