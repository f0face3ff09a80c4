package org.opencmas.order.purchaseorder;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
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

/**
 * The requests that would rather wait for the decision on their order ({@code Prefer: wait}). They hold neither a thread
 * nor a connection. The handler of decisions wakes them in this process; decisions that another instance handled
 * are found by one slow query for all that wait.
 */
@ApplicationScoped
class DecisionWaiters {
    private static final Logger LOG = Logger.getLogger(DecisionWaiters.class);
    private static final long POLL_MILLIS = 250;

    private final ConcurrentHashMap<UUID, Set<CompletableFuture<Boolean>>> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean polling = new AtomicBoolean();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("decision-waiters").daemon().factory());
    private final Orders orders;
    private final Database database;

    DecisionWaiters(Orders orders, Database database) {
        this.orders = orders;
        this.database = database;
    }

    /** Looks at once whether somebody waits and the decision is there, as its handler does when it has committed. */
    void lookNow(UUID orderId) {
        if (waiting.containsKey(orderId)) {
            scheduler.execute(() -> look(List.of(orderId)));
        }
    }

    /** Completes with true when the order waits for no decision any more, with false when the time is over. */
    CompletionStage<Boolean> await(UUID orderId, Duration atMost) {
        var waiter = new CompletableFuture<Boolean>();
        waiting.compute(orderId, (id, others) -> with(others, waiter));
        waiter.completeOnTimeout(false, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((came, failure) -> leave(orderId, waiter));
        startPolling();
        return waiter;
    }

    private static Set<CompletableFuture<Boolean>> with(
            @Nullable Set<CompletableFuture<Boolean>> others, CompletableFuture<Boolean> waiter) {
        Set<CompletableFuture<Boolean>> all = others == null ? ConcurrentHashMap.newKeySet() : others;
        all.add(waiter);
        return all;
    }

    private void leave(UUID orderId, CompletableFuture<Boolean> waiter) {
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
            database.with(connection -> orders.decidedAmong(connection, still)).forEach(this::decided);
        } catch (IllegalStateException e) {
            LOG.warnf("decisions could not be looked up, trying again: %s", e.getMessage());
        }
    }

    private void decided(UUID orderId) {
        Set<CompletableFuture<Boolean>> waiters = waiting.remove(orderId);
        if (waiters != null) {
            waiters.forEach(waiter -> waiter.complete(true));
        }
    }

    @PreDestroy
    void stop() {
        scheduler.shutdownNow();
    }
}
