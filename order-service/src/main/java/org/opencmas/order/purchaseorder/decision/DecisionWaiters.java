package org.opencmas.order.purchaseorder.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.tenant.Tenant;

/**
 * The requests that would rather wait for the decision on their order ({@code Prefer: wait}). They hold neither a thread
 * nor a connection. The handler of decisions wakes them in this process; decisions that another instance handled
 * are found by one slow query for all that wait.
 */
@ApplicationScoped
class DecisionWaiters {
    private static final Logger LOG = Logger.getLogger(DecisionWaiters.class);
    /** For an answer from the store, which may be of any version. */
    static final int ANY_VERSION = Integer.MAX_VALUE;

    private static final long POLL_MILLIS = 250;
    private static final Duration DECIDED_JUST_NOW = Duration.ofSeconds(2);
    private static final long MOST_DECIDED_JUST_NOW = 10_000;

    private final ConcurrentHashMap<UUID, Set<Waiter>> waiting = new ConcurrentHashMap<>();
    // A decision can be there before the request that brought the order has come to wait for it.
    private final Cache<UUID, PurchaseOrder> decidedJustNow = Caffeine.newBuilder()
            .expireAfterWrite(DECIDED_JUST_NOW)
            .maximumSize(MOST_DECIDED_JUST_NOW)
            .executor(Runnable::run)
            .build();
    private final AtomicBoolean polling = new AtomicBoolean();
    private volatile boolean stopping;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("decision-waiters").daemon().factory());
    private final Orders orders;
    private final Database database;

    DecisionWaiters(Orders orders, Database database) {
        this.orders = orders;
        this.database = database;
    }

    /**
     * What came of waiting.
     *
     * @param decided whether the order waits for no decision any more
     * @param order as it stood right after the decision, where that was made in this process
     */
    record Awaited(boolean decided, @Nullable PurchaseOrder order) {
        private static final Awaited IN_VAIN = new Awaited(false, null);
        private static final Awaited ELSEWHERE = new Awaited(true, null);
    }

    /** One that waits. Its time is looked at with each poll: a timer for each would wake a thread twice for every order. */
    private static final class Waiter extends CompletableFuture<Awaited> {
        private final int documentVersion;
        private final long untilNanos;

        Waiter(int documentVersion, Duration atMost) {
            this.documentVersion = documentVersion;
            this.untilNanos = System.nanoTime() + atMost.toNanos();
        }

        /** An earlier version may be decided only now that the next one waits already. */
        void answerIfMeant(PurchaseOrder decided) {
            if (documentVersion == ANY_VERSION || decided.latest().number() >= documentVersion) {
                complete(new Awaited(true, decided));
            }
        }

        void giveUpWhenTimeIsOver() {
            if (System.nanoTime() - untilNanos >= 0) {
                complete(Awaited.IN_VAIN);
            }
        }
    }

    /** Answers the waiting requests of an order whose decision is committed. */
    void decided(PurchaseOrder order) {
        decidedJustNow.put(order.orderId(), order);
        Set<Waiter> waiters = waiting.get(order.orderId());
        if (waiters != null) {
            waiters.forEach(waiter -> waiter.answerIfMeant(order));
        }
    }

    /** Looks at once whether the decision is there, for a request that comes again. */
    void lookNow(UUID orderId) {
        scheduler.execute(() -> look(List.of(orderId)));
    }

    /**
     * Completes when the order waits for no decision any more, or a quarter of a second at most after the time is over.
     *
     * @param documentVersion the version of the order on which the decision is awaited, or {@link #ANY_VERSION}
     */
    CompletionStage<Awaited> await(UUID orderId, int documentVersion, Duration atMost) {
        var waiter = new Waiter(documentVersion, atMost);
        waiting.compute(orderId, (id, others) -> with(others, waiter));
        waiter.whenComplete((came, failure) -> leave(orderId, waiter));
        PurchaseOrder order = decidedJustNow.getIfPresent(orderId);
        if (order != null && documentVersion != ANY_VERSION) {
            waiter.answerIfMeant(order);
        }
        if (stopping) {
            waiter.complete(Awaited.IN_VAIN);
        }
        startPolling();
        return waiter;
    }

    /** As soon as a stop is asked for: the stop itself waits for the requests in flight, and these are among them. */
    void stopWaiting(@Observes ShutdownDelayInitiatedEvent stop) {
        giveUp();
    }

    /** Answers every waiting request, now and later, that the decision has not come: a stop of the service is not held up by them. */
    void giveUp() {
        stopping = true;
        waiting.values().forEach(waiters -> waiters.forEach(waiter -> waiter.complete(Awaited.IN_VAIN)));
    }

    private static Set<Waiter> with(@Nullable Set<Waiter> others, Waiter waiter) {
        Set<Waiter> all = others == null ? ConcurrentHashMap.newKeySet() : others;
        all.add(waiter);
        return all;
    }

    private void leave(UUID orderId, Waiter waiter) {
        waiting.computeIfPresent(orderId, (id, waiters) -> {
            waiters.remove(waiter);
            return waiters.isEmpty() ? null : waiters;
        });
    }

    private void startPolling() {
        if (polling.compareAndSet(false, true)) {
            scheduler.schedule(this::poll, POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void poll() {
        polling.set(false);
        waiting.values().forEach(waiters -> waiters.forEach(Waiter::giveUpWhenTimeIsOver));
        List<UUID> orderIds = new ArrayList<>(waiting.keySet());
        if (!orderIds.isEmpty()) {
            startPolling();
            look(orderIds);
        }
    }

    private void look(List<UUID> orderIds) {
        List<UUID> still = orderIds.stream().filter(waiting::containsKey).toList();
        if (still.isEmpty()) {
            return;
        }
        try {
            Tenant.seeingAll(() -> database.with(connection -> orders.decidedAmong(connection, still)))
                    .forEach(this::wakeAll);
        } catch (IllegalStateException e) {
            LOG.warnf("decisions could not be looked up, trying again: %s", e.getMessage());
        }
    }

    private void wakeAll(UUID orderId) {
        Set<Waiter> waiters = waiting.remove(orderId);
        if (waiters != null) {
            waiters.forEach(waiter -> waiter.complete(Awaited.ELSEWHERE));
        }
    }

    @PreDestroy
    void stop() {
        scheduler.shutdownNow();
    }
}
