package org.opencmas.problem;

import java.time.Duration;
import java.util.Optional;

/** Something this service needs does not answer at present; the same request can succeed later. */
public final class Unavailable extends Refusal {
    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    public Unavailable(String detail, Duration retryAfter) {
        super(detail);
        this.retryAfter = retryAfter;
    }

    @Override
    public String slug() {
        return "unavailable";
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(retryAfter);
    }
}
