package org.opencmas.console.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Asks services side by side, so that a page takes as long as its slowest part. */
@ApplicationScoped
public class Panels {
    private final Executor threads;
    private final Clock clock;

    Panels(ManagedExecutor threads, Clock clock) {
        this.threads = threads;
        this.clock = clock;
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
        return new Panel<>(service, clock.instant(), CompletableFuture.supplyAsync(question, threads));
    }
}
