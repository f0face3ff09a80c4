package org.opencmas.problem.body;

import java.util.Map;
import org.opencmas.problem.Refusal;

/** The body is longer than what this kind of request may carry; nothing of it was kept. */
public final class PayloadTooLarge extends Refusal {
    private static final long serialVersionUID = 1;

    private final long maxBytes;

    /** @param maxBytes the longest body allowed, inclusive */
    public PayloadTooLarge(long maxBytes) {
        super("The body may have at most " + maxBytes + " bytes.");
        this.maxBytes = maxBytes;
    }

    @Override
    public String slug() {
        return "payload-too-large";
    }

    @Override
    public int status() {
        return 413;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("maxBytes", maxBytes);
    }
}
