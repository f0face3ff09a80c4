package org.opencmas.console.client.call;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.opencmas.limit.Visitors;

/**
 * Every service is told in whose name it is asked, signed with the secret that it has too, so that it counts the visitor's requests and not
 * all visitors' together. Without the secret nothing is told.
 */
@Provider
public final class VisitorFilter implements ClientRequestFilter {
    private final CurrentVertxRequest page;
    private final Optional<Visitors> visitors;
    private final Clock clock;

    VisitorFilter(
            CurrentVertxRequest page,
            @ConfigProperty(name = "cmas.limits.visitor-secret") Optional<String> secret,
            Clock clock) {
        this.page = page;
        this.visitors = secret.map(Visitors::new);
        this.clock = clock;
    }

    @Override
    public void filter(ClientRequestContext request) {
        // What no page asks for has no visitor.
        if (visitors.isPresent() && Arc.container().requestContext().isActive() && page.getCurrent() != null) {
            String address = page.getCurrent().request().remoteAddress().hostAddress();
            request.getHeaders().putSingle(Visitors.HEADER, visitors.get().word(address, clock.instant()));
        }
    }
}
