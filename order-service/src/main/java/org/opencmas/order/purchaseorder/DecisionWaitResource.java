package org.opencmas.order.purchaseorder;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.ETags;
import org.opencmas.http.Prefer;
import org.opencmas.order.purchaseorder.DecisionWaiters.Awaited;

/**
 * Lets the 202 of a sent order wait for the decision when the caller prefers so, after its transaction has committed and
 * without holding a thread or a connection. Comes the decision in time, the answer is 201 with the decided version.
 */
class DecisionWaitResource {
    /** An operation after which a decision is due: with {@code Prefer: wait=N} its answer waits for it. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface AwaitsDecision {}

    private static final Pattern LOCATION = Pattern.compile("/v1/orders/([0-9a-f-]{36})(?:/versions/(\\d+))?$");

    private final DecisionWaiters waiters;
    private final ReadOrder read;

    DecisionWaitResource(DecisionWaiters waiters, ReadOrder read) {
        this.waiters = waiters;
        this.read = read;
    }

    @AwaitsDecision
    @ServerResponseFilter
    Uni<Void> awaitDecision(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<Duration> wait = Prefer.waitSeconds(request.getHeaderString("Prefer"));
        String location = response.getStringHeaders().getFirst(HttpHeaders.LOCATION);
        if (wait.isEmpty() || response.getStatus() != 202 || location == null) {
            return Uni.createFrom().voidItem();
        }
        Matcher order = LOCATION.matcher(location);
        return order.find()
                ? wait(UUID.fromString(order.group(1)), order.group(2), wait.get(), response)
                : Uni.createFrom().voidItem();
    }

    /** @param amendment the document version where the answer is about an amendment, else null */
    private Uni<Void> wait(
            UUID orderId, @Nullable String amendment, Duration atMost, ContainerResponseContext response) {
        var decision = waiters.await(orderId, documentVersion(response), atMost);
        if (response.getHeaders().containsKey("Idempotency-Replayed")) {
            waiters.lookNow(orderId);
        }
        return Uni.createFrom()
                .completionStage(decision)
                .flatMap(came -> onThreadFor(came, amendment))
                .invoke(came -> {
                    if (came.decided()) {
                        answer(shown(came, orderId, amendment), response);
                    }
                })
                .replaceWithVoid();
    }

    /** Whoever made the decision completes the waiting, and may not be held up by a read of the database. */
    private static Uni<Awaited> onThreadFor(Awaited came, @Nullable String amendment) {
        Uni<Awaited> here = Uni.createFrom().item(came);
        boolean isAtHand = came.order() != null && amendment == null;
        return isAtHand ? here : here.emitOn(Infrastructure.getDefaultWorkerPool());
    }

    /** The version that was answered as waiting for its decision; an answer from the store may be of any. */
    private static int documentVersion(ContainerResponseContext response) {
        return response.getEntity() instanceof OrderView view ? view.document().documentVersion() : Integer.MAX_VALUE;
    }

    private ReadOrder.Shown shown(Awaited came, UUID orderId, @Nullable String amendment) {
        PurchaseOrder order = came.order();
        if (amendment != null) {
            return read.version(orderId, Integer.parseInt(amendment), Visibility.ALL);
        }
        return order == null ? read.standing(orderId, Visibility.ALL) : ReadOrder.justDecided(order);
    }

    private static void answer(ReadOrder.Shown shown, ContainerResponseContext response) {
        response.setStatus(201);
        response.getHeaders().putSingle(HttpHeaders.ETAG, ETags.of(shown.etag()));
        response.setEntity(shown.view(), new java.lang.annotation.Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }
}
