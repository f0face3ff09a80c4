package org.opencmas.compliance.rule.invoice;

import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * A task of an order for services.
 *
 * @param amount what the order allows for it, US dollars
 * @param paid what was paid for it, this payment included, US dollars; null when payments are not kept by task
 * @param separateAndDistinct true when no later task builds on it; null when nobody has decided
 * @param decidedBy the person who decided that; null when none is named
 * @param complete whether the task is complete
 */
public record Task(
        String taskId,
        Usd amount,
        @Nullable Usd paid,
        @Nullable Boolean separateAndDistinct,
        @Nullable String decidedBy,
        boolean complete) {
    public boolean isDistinct() {
        return Boolean.TRUE.equals(separateAndDistinct);
    }

    /** True when what was withheld on it may be paid before the whole order is complete. */
    public boolean isReleased() {
        return isDistinct() && complete;
    }
}
