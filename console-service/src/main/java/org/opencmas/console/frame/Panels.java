package org.opencmas.console.frame;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ThreadContext;

/**
 * Asks services side by side, so that a page takes as long as its slowest part. Each question has a thread of its own: in the pool that
 * makes the pages, as many pages as it has threads would wait for questions that none of them is left to ask, for ever.
 */
@ApplicationScoped
public class Panels {
    private final ThreadContext context;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param context takes who reads the page along to the thread that asks */
    Panels(ThreadContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Returns the civil day in California. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Begins to ask; returns at once.
     *
     * @param service what a reader calls it, such as {@code contract registry}
     * @param question the call to its client, made as the reader of the page
     */
    public <T> Panel<T> ask(String service, Supplier<T> question) {
        return new Panel<>(
                service, clock.instant(), CompletableFuture.supplyAsync(context.contextualSupplier(question), threads));
    }

    /**
     * Asks in the thread of the page, for a page with one question, which would only wait for another thread; returns once the service has answered or failed.
     *
     * @param service what a reader calls it, such as {@code contract registry}
     * @param question the call to its client, made as the reader of the page
     */
    public <T> Panel<T> askHere(String service, Supplier<T> question) {
        Instant askedAt = clock.instant();
        var answer = new CompletableFuture<T>();
        try {
            answer.complete(question.get());
        } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
        return new Panel<>(service, askedAt, answer);
    }
}
