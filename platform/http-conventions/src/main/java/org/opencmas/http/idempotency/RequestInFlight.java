package org.opencmas.http.idempotency;

import java.time.Duration;
import java.util.Optional;
import org.opencmas.problem.Refusal;

/** A request with this caller and key is being handled at this moment; its answer can be had soon. */
public final class RequestInFlight extends Refusal {
    private static final long serialVersionUID = 1;

    private static final Duration RETRY = Duration.ofSeconds(2);

    public RequestInFlight() {
        super("A request with this Idempotency-Key is being handled. Send it again later to have its answer.");
    }

    @Override
    public String slug() {
        return "request-in-flight";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(RETRY);
    }
}
