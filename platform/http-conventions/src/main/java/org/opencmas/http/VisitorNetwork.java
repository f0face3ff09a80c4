package org.opencmas.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.opencmas.limit.Addresses;
import org.opencmas.limit.Visitors;

/**
 * From which network somebody asks: that of the connection, or, where the console asks in the name of a visitor and signs for it with the
 * secret that both have ({@code cmas.limits.visitor-secret}), the visitor's. Without the secret nobody's word is believed.
 */
@Singleton
public class VisitorNetwork {
    private final Optional<Visitors> visitors;
    private final Clock clock;

    VisitorNetwork(@ConfigProperty(name = "cmas.limits.visitor-secret") Optional<String> secret, Clock clock) {
        this.visitors = secret.map(Visitors::new);
        this.clock = clock;
    }

    public String of(RoutingContext routing) {
        return visitors.flatMap(told -> told.network(routing.request().getHeader(Visitors.HEADER), clock.instant()))
                .orElseGet(() ->
                        Addresses.network(routing.request().remoteAddress().hostAddress()));
    }
}
