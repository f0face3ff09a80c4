package org.opencmas.problem;

import java.time.Duration;
import java.util.Optional;

/** The caller sends more than its share. */
public final class TooManyRequests extends Refusal {
    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    public TooManyRequests(String detail, Duration retryAfter) {
        super(detail);
        this.retryAfter = retryAfter;
    }

    @Override
    public String slug() {
        return "too-many-requests";
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(retryAfter);
    }
}
