package org.opencmas.http.idempotency;

import org.opencmas.problem.Refusal;

/** The key was used before by the same caller for a request with another method, path or body. */
public final class IdempotencyKeyReused extends Refusal {
    private static final long serialVersionUID = 1;

    public IdempotencyKeyReused() {
        super("This Idempotency-Key was used for another request. Take a new key for a new request, "
                + "and send a request again exactly as it was.");
    }

    @Override
    public String slug() {
        return "idempotency-key-reused";
    }

    @Override
    public int status() {
        return 422;
    }
}
