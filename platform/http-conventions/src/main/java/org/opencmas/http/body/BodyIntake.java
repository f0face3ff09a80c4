package org.opencmas.http.body;

import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.body.arrival.ArrivingBody;
import org.opencmas.http.body.arrival.BodySettings;
import org.opencmas.http.body.arrival.Budget;
import org.opencmas.http.body.arrival.KeptBody;
import org.opencmas.http.body.arrival.SpooledBody;
import org.opencmas.http.idempotency.DigestedBody;
import org.opencmas.http.idempotency.IdempotencyKey;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.body.PayloadTooLarge;

/**
 * Takes every body in before a thread is given to its request: after the caller is known and allowed to call the operation,
 * within its limits ({@link BodySettings}), and to its end. Then the request waits for its turns: few files and few large
 * bodies are worked on at once, and one caller's {@link Idempotent} requests have at most half of the database connections.
 * The requests of readers and probes take none of this and find threads and connections.
 *
 * <p>It also hashes the bodies of requests that carry an {@code Idempotency-Key}, and answers a key in flight (409).
 */
@ApplicationScoped
class BodyIntake {
    /** A body up to this length is cheap enough to be handled whenever a thread is free. */
    private static final int SMALL_BYTES = 16 * 1024;
    /** Connections that no idempotent request takes. */
    private static final int SPARE_CONNECTIONS = 4;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
    private static final String HELD = HeldByRequest.class.getName();

    private final IdempotencyKey key;
    private final CurrentIdentityAssociation identities;
    private final BodySettings settings;
    private final Vertx vertx;
    private final Ticker ticker;
    private final KeysInFlight keysInFlight = new KeysInFlight();
    private final Budget memory;
    private final Budget disk;
    private final Turns fileTurns;
    private final Turns largeBodyTurns;
    private final Turns connectionTurns;

    BodyIntake(
            IdempotencyKey key,
            CurrentIdentityAssociation identities,
            BodySettings settings,
            Vertx vertx,
            Ticker ticker,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "16") int connections) {
        this.key = key;
        this.identities = identities;
        this.settings = settings;
        this.vertx = vertx;
        this.ticker = ticker;
        this.memory = new Budget(settings.memory().maxBytesTogether());
        this.disk = new Budget(settings.files().maxBytesTogether());
        this.fileTurns = turns(settings.files().atOnce(), settings.files().atOnce() / 2);
        this.largeBodyTurns =
                turns(settings.memory().atOnce(), settings.memory().atOnce() / 2);
        this.connectionTurns = turns(connections - SPARE_CONNECTIONS, connections / 2);
    }

    private Turns turns(int atOnce, int perCaller) {
        return new Turns(vertx, Math.max(1, atOnce), Math.max(1, perCaller), settings.turnPatience());
    }

    /** The request as this class sees it. */
    private record Incoming(
            ContainerRequestContext context,
            HttpServerRequest request,
            boolean withBody,
            boolean idempotent,
            @Nullable String sentKey,
            HeldByRequest held) {}

    /** Completes when the request may be handled; null when there is nothing to wait for. */
    @Nullable
    Uni<Void> take(ContainerRequestContext context, ResourceInfo operation, RoutingContext routing) {
        String sentKey = context.getHeaderString(IdempotencyKey.HEADER);
        boolean withBody = hasBody(context, routing.request());
        boolean idempotent = isIdempotent(operation);
        if (!withBody && !idempotent && sentKey == null) {
            return null;
        }
        var incoming = new Incoming(context, routing.request(), withBody, idempotent, sentKey, new HeldByRequest());
        // When no answer is written, since its reader is gone, this tells the end of the request.
        CurrentRequestManager.get().registerCompletionCallback(failure -> incoming.held.release());
        Context here = vertx.getOrCreateContext();
        return identities
                .getDeferredIdentity()
                .emitOn(task -> runOn(here, task))
                .flatMap(identity -> taken(incoming, subject(identity)));
    }

    private static void runOn(Context context, Runnable task) {
        if (Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(hop -> task.run());
        }
    }

    private Uni<Void> taken(Incoming incoming, String caller) {
        incoming.context.setProperty(HELD, incoming.held);
        if (incoming.idempotent && incoming.sentKey != null) {
            keysInFlight.take(caller, incoming.sentKey, incoming.held);
        }
        Uni<Void> body = incoming.withBody ? body(incoming, caller) : withoutBody(incoming);
        return incoming.idempotent ? body.chain(() -> turn(connectionTurns, caller, incoming.held)) : body;
    }

    private Uni<Void> withoutBody(Incoming incoming) {
        sentWith(incoming, null);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> body(Incoming incoming, String caller) {
        boolean file = FileTypes.contain(typeOf(incoming.context));
        BodySettings.Kind kind = file ? settings.files() : settings.memory();
        requireFitting(incoming.request, kind.maxBytes());
        KeptBody kept = file
                ? new SpooledBody(memory.shareOf(caller), disk.shareOf(caller))
                : new KeptBody(memory.shareOf(caller));
        incoming.held.add(kept::close);
        var arriving = new ArrivingBody(incoming.request, vertx, kept, kind, settings, ticker);
        return arriving.whole().chain(whole -> {
            readAs(whole, incoming);
            if (file) {
                return turn(fileTurns, caller, incoming.held);
            }
            return arriving.arrivedBytes() > SMALL_BYTES
                    ? turn(largeBodyTurns, caller, incoming.held)
                    : Uni.createFrom().voidItem();
        });
    }

    private static void requireFitting(HttpServerRequest request, long maxBytes) {
        String announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > maxBytes) {
            throw new PayloadTooLarge(maxBytes);
        }
    }

    private static Uni<Void> turn(Turns turns, String caller, HeldByRequest held) {
        return turns.take(caller).invoke(turn -> held.add(turn::release)).replaceWithVoid();
    }

    private void readAs(InputStream whole, Incoming incoming) {
        DigestedBody digested = incoming.sentKey == null ? null : new DigestedBody(whole);
        incoming.context.setEntityStream(digested == null ? whole : digested);
        sentWith(incoming, digested);
    }

    private void sentWith(Incoming incoming, @Nullable DigestedBody body) {
        if (incoming.sentKey != null) {
            key.sentWith(incoming.context.getMethod(), incoming.request.uri(), incoming.sentKey, body);
        }
    }

    /** Gives back what the request holds. */
    static void giveBack(ContainerRequestContext context) {
        if (context.getProperty(HELD) instanceof HeldByRequest held) {
            held.release();
        }
    }

    /** Over HTTP/2 a body needs no announcement. Forms are read by the framework, by ways of its own. */
    private static boolean hasBody(ContainerRequestContext context, HttpServerRequest request) {
        return !WITHOUT_BODY.contains(context.getMethod())
                && !FileTypes.isForm(typeOf(context))
                && (UnreadBodies.isAnnounced(request) || request.version() == HttpVersion.HTTP_2);
    }

    /** @throws NotSupportedException (415) when the header is no media type at all */
    private static @Nullable MediaType typeOf(ContainerRequestContext context) {
        try {
            return context.getMediaType();
        } catch (IllegalArgumentException noMediaType) {
            throw new NotSupportedException(noMediaType);
        }
    }

    private static boolean isIdempotent(ResourceInfo operation) {
        return operation.getResourceMethod() != null
                && (operation.getResourceMethod().isAnnotationPresent(Idempotent.class)
                        || operation.getResourceClass().isAnnotationPresent(Idempotent.class));
    }

    private static String subject(@Nullable SecurityIdentity identity) {
        return identity != null && identity.getPrincipal() instanceof JsonWebToken token
                ? String.valueOf(token.getSubject())
                : Caller.ANONYMOUS;
    }
}
