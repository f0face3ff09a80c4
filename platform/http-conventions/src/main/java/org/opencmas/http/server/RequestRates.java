package org.opencmas.http.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.opencmas.http.VerifiedTokens;
import org.opencmas.http.VisitorNetwork;
import org.opencmas.http.limit.Client;
import org.opencmas.http.limit.Clients;
import org.opencmas.problem.TooManyRequests;

/**
 * Lets only so many requests of a client in, before anything is done for one (docs/adr/0059). The client is who a token names that was
 * verified; all others are known by their address.
 */
@Singleton
class RequestRates {
    private static final int AFTER_THE_LIMITS = Integer.MIN_VALUE + 3;

    private final VerifiedTokens tokens;
    private final Clients clients;
    private final VisitorNetwork networks;

    RequestRates(VerifiedTokens tokens, Clients clients, VisitorNetwork networks) {
        this.tokens = tokens;
        this.clients = clients;
        this.networks = networks;
    }

    void install(@Observes Router router) {
        router.route().order(AFTER_THE_LIMITS).handler(this::letIn);
    }

    private void letIn(RoutingContext routing) {
        Client known = tokens.clientOf(routing);
        Client client = known == null ? clients.ofNetwork(networks.of(routing)) : known;
        try {
            client.enter();
        } catch (TooManyRequests refusal) {
            routing.fail(refusal);
            return;
        }
        routing.addEndHandler(answered -> client.leave());
        routing.next();
    }
}
