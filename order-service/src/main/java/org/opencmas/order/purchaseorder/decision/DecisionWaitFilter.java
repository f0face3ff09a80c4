package org.opencmas.order.purchaseorder.decision;

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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.ETags;
import org.opencmas.http.Prefer;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.decision.DecisionWaiters.Awaited;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.history.Withdrawal;
import org.opencmas.order.purchaseorder.reading.OrderView;
import org.opencmas.order.purchaseorder.reading.ReadOrder;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.problem.answer.Problem;
import org.opencmas.tenant.Tenant;

/**
 * Lets the answer to a sent version wait for its decision when the caller prefers so, after its transaction has committed and
 * without holding a thread or a connection. When the decision comes in time, the answer is the decided version; its status is 201
 * then where it would have been 202.
 */
public class DecisionWaitFilter {
    /** An operation after which a decision is due: with {@code Prefer: wait=N} its answer waits for it. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface AwaitsDecision {}

    private static final Pattern LOCATION = Pattern.compile("/v1/orders/([0-9a-f-]{36})(?:/versions/(\\d+))?$");

    /** Who commits a preview wants to know whether that is what happens, and does not have to ask for it. */
    private static final Duration UNTIL_PREVIEW_IS_MET = Duration.ofSeconds(5);

    private static final String PREVIEW_TOKEN = "Preview-Token";

    private final DecisionWaiters waiters;
    private final ReadOrder read;

    DecisionWaitFilter(DecisionWaiters waiters, ReadOrder read) {
        this.waiters = waiters;
        this.read = read;
    }

    @AwaitsDecision
    @ServerResponseFilter
    Uni<Void> awaitDecision(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<Duration> wait = Prefer.waitSeconds(request.getHeaderString("Prefer"))
                .or(() -> bindsDecision(request.getHeaderString(PREVIEW_TOKEN))
                        ? Optional.of(UNTIL_PREVIEW_IS_MET)
                        : Optional.empty());
        Optional<Sent> sent = wait.isEmpty() ? Optional.empty() : sent(response);
        return sent.isPresent()
                ? wait(sent.get(), wait.get(), response)
                : Uni.createFrom().voidItem();
    }

    /** A token that bears the judgement that its preview showed has it behind a point. */
    private static boolean bindsDecision(@Nullable String token) {
        return token != null && token.indexOf('.') >= 0;
    }

    /**
     * A version that was sent and waits for its decision.
     *
     * @param documentVersion {@link DecisionWaiters#ANY_VERSION} where an answer from the store does not say it
     * @param amendment the document version where the answer is about an amendment, else null
     */
    private record Sent(
            UUID orderId, int documentVersion, @Nullable Integer amendment) {
        static Sent of(OrderDocument document) {
            int version = document.documentVersion();
            return new Sent(document.orderId(), version, document.amendmentNumber() > 0 ? version : null);
        }

        static Sent of(MatchResult location) {
            String version = location.group(2);
            return new Sent(
                    UUID.fromString(location.group(1)),
                    DecisionWaiters.ANY_VERSION,
                    version == null ? null : Integer.valueOf(version));
        }
    }

    private static Optional<Sent> sent(ContainerResponseContext response) {
        if (response.getEntity() instanceof OrderView view) {
            return view.state() == OrderState.SUBMITTED ? Optional.of(Sent.of(view.document())) : Optional.empty();
        }
        String location = response.getStringHeaders().getFirst(HttpHeaders.LOCATION);
        if (response.getStatus() != 202 || location == null) {
            return Optional.empty();
        }
        return LOCATION.matcher(location).results().findFirst().map(Sent::of);
    }

    private Uni<Void> wait(Sent sent, Duration atMost, ContainerResponseContext response) {
        var decision = waiters.await(sent.orderId, sent.documentVersion, atMost);
        if (response.getHeaders().containsKey("Idempotency-Replayed")) {
            waiters.lookNow(sent.orderId);
        }
        return Uni.createFrom()
                .completionStage(decision)
                .flatMap(came -> onThreadFor(came, sent))
                .invoke(came -> {
                    if (came.decided()) {
                        // On a thread that may know nothing of the request; what is read is what its caller has just
                        // sent.
                        answer(Tenant.seeingAll(() -> shown(came, sent)), response);
                    }
                })
                .replaceWithVoid();
    }

    /** The thread that made the decision completes the waiting, and may not be held up by a read of the database. */
    private static Uni<Awaited> onThreadFor(Awaited came, Sent sent) {
        Uni<Awaited> here = Uni.createFrom().item(came);
        boolean isAtHand = came.order() != null && sent.amendment == null;
        return isAtHand ? here : here.emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private ReadOrder.Shown shown(Awaited came, Sent sent) {
        PurchaseOrder order = came.order();
        if (sent.amendment != null) {
            return read.version(sent.orderId, sent.amendment, Visibility.ALL);
        }
        return order == null ? read.standing(sent.orderId, Visibility.ALL) : ReadOrder.justDecided(order);
    }

    private static void answer(ReadOrder.Shown shown, ContainerResponseContext response) {
        Withdrawal withdrawal = shown.view().withdrawal();
        if (withdrawal != null) {
            response.setStatus(412);
            response.getHeaders().putSingle(HttpHeaders.ETAG, ETags.of(shown.etag()));
            response.setEntity(
                    Problem.of(new PreviewNotMet(withdrawal)),
                    new java.lang.annotation.Annotation[0],
                    MediaType.valueOf("application/problem+json"));
            return;
        }
        if (response.getStatus() == 202) {
            response.setStatus(201);
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, ETags.of(shown.etag()));
        response.setEntity(shown.view(), new java.lang.annotation.Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }
}
