package org.opencmas.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was understood and turned down. Each feature declares its own refusals; this is the only supertype the
 * HTTP layer knows. A refusal is an answer, not a failure: it is never logged as an error and it rolls back the
 * transaction it is thrown in.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param detail one or two whole sentences for the person who reads the answer */
    protected Refusal(String detail) {
        super(detail, null, false, false);
    }

    /** Last segment of the problem's type, {@code /problems/<slug>}; part of the public API, never renamed. */
    public abstract String slug();

    /** The HTTP status, 400 to 503. */
    public abstract int status();

    /** What is wrong where, all of it at once; empty when the refusal is not about single fields. */
    public List<Fault> faults() {
        return List.of();
    }

    /** Values a client may act on, shown as further members of the problem. */
    public Map<String, Object> members() {
        return Map.of();
    }

    /** How long to wait before the same request can succeed; sent as {@code Retry-After} in whole seconds. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** The sentence given at construction. */
    public final String detail() {
        return String.valueOf(getMessage());
    }
}
