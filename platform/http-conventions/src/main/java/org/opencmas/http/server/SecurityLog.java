package org.opencmas.http.server;

import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.opencmas.http.RequestIds;
import org.opencmas.http.VisitorNetwork;
import org.opencmas.limit.Allowance;

/**
 * Writes down who was refused: a token that is none (401), a role or tenant that may not (403), too many requests (429). The log's category
 * is {@code cmas.security}; it holds no token and no query. Of a flood most is told by its number.
 */
@Singleton
class SecurityLog {
    private static final Logger LOG = Logger.getLogger("cmas.security");
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);
    private static final int AFTER_THE_ANSWER_HEADERS = Integer.MIN_VALUE + 2;
    private static final int LINES_A_SECOND = 20;
    private static final int LINES_AT_ONCE = 500;
    private static final int LONGEST_PATH = 200;

    private final VisitorNetwork networks;
    private final Ticker ticker;
    private final Allowance lines;
    private final AtomicLong unsaid = new AtomicLong();

    SecurityLog(VisitorNetwork networks, Ticker ticker) {
        this.networks = networks;
        this.ticker = ticker;
        this.lines = new Allowance(LINES_A_SECOND, LINES_AT_ONCE, ticker.read());
    }

    void install(@Observes Router router) {
        router.route().order(AFTER_THE_ANSWER_HEADERS).handler(routing -> {
            routing.addEndHandler(answered -> {
                if (REFUSALS.contains(routing.response().getStatusCode())) {
                    write(routing);
                }
            });
            routing.next();
        });
    }

    private void write(RoutingContext routing) {
        if (lines.take(ticker.read()) > 0) {
            unsaid.incrementAndGet();
            return;
        }
        long before = unsaid.getAndSet(0);
        LOG.infof(
                "refused %d %s %s subject=%s network=%s request=%s%s",
                routing.response().getStatusCode(),
                routing.request().method().name(),
                shortened(String.valueOf(routing.request().path())),
                subject(routing),
                networks.of(routing),
                routing.response().headers().get(RequestIds.HEADER),
                before == 0 ? "" : " unsaid before=" + before);
    }

    private static String shortened(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
    }

    /** Whose token it was, if it was verified. */
    private static String subject(RoutingContext routing) {
        if (!(routing.user() instanceof QuarkusHttpUser user)) {
            return "unknown";
        }
        Principal principal = user.getSecurityIdentity().getPrincipal();
        return principal instanceof JsonWebToken token ? String.valueOf(token.getSubject()) : "unknown";
    }
}
