package org.opencmas.console.frame;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.frame.fault.ServiceDown;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;

/**
 * One part of a page that comes from one service: what it answered, or why it did not. In a template: {@code {#panel it=agreement}...{/panel}} shows the part, or says that
 * its service is down and since when; the rest of the page stays.
 *
 * @param <T> what the service answers
 */
public final class Panel<T> {
    private final CompletableFuture<T> answer;
    private final String service;
    private final Instant askedAt;

    Panel(String service, Instant askedAt, CompletableFuture<T> answer) {
        this.service = service;
        this.askedAt = askedAt;
        this.answer = answer;
    }

    /** Returns whether the service answered; waits for it. */
    public boolean isThere() {
        return failure() == null;
    }

    /**
     * Returns the answer.
     *
     * @throws ServiceProblem what the service refused
     * @throws ServiceDown when it does not answer
     */
    public T value() {
        Throwable failure = failure();
        switch (failure) {
            case null -> {
                return answer.join();
            }
            case RuntimeException known -> throw known;
            default -> throw new IllegalStateException(failure);
        }
    }

    /**
     * Returns the answer; null where the service refused what was asked for, which stands at its field then.
     *
     * @param inputs what was asked for
     * @param called the field for each parameter that the page calls otherwise, as of {@link Refusals#intoFields}
     * @throws ServiceProblem what the service refused for another reason
     * @throws ServiceDown when it does not answer
     */
    public @Nullable T valueUnlessRefused(Inputs inputs, Map<String, String> called) {
        ServiceProblem problem = problem();
        if (problem == null || problem.status() != 400) {
            return value();
        }
        Refusals.intoFields(inputs, problem, called);
        return null;
    }

    /** Returns whether the service says that there is no such thing. */
    public boolean isMissing() {
        return failure() instanceof ServiceProblem problem && problem.status() == 404;
    }

    /** Returns what the service says against the question; null when it answered or is down. */
    public @Nullable ServiceProblem problem() {
        return failure() instanceof ServiceProblem problem ? problem : null;
    }

    /** Returns the name of the service, for a reader. */
    public String service() {
        return service;
    }

    /** Returns when it was asked. */
    public Instant askedAt() {
        return askedAt;
    }

    private @Nullable Throwable failure() {
        try {
            answer.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause() == null ? e : e.getCause();
        }
    }
}
