package org.opencmas.compliance.rehearsal;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A candidate on its way through all decisions that were made when it was asked for.
 *
 * @param ruleSetVersion the rules that are asked
 * @param parameterId the figure that is tried; null when the rule set is
 * @param showed the sums that were kept when it was done; null before, and of one that an earlier release rehearsed
 */
record Rehearsal(
        UUID rehearsalId,
        State state,
        String ruleSetVersion,
        @Nullable UUID parameterId,
        Progress progress,
        Asked asked,
        @Nullable Instant endedAt,
        @Nullable String failure,
        @Nullable RehearsalSums showed) {
    @Schema(name = "RehearsalState")
    enum State {
        WAITING,
        DONE,
        FAILED
    }

    /**
     * How far it is.
     *
     * @param decisions all that were made when it was asked for; while one of them was still under way, those that were seen
     * @param unreadable of those replayed, receipts that cannot be replayed, of which nothing is said
     * @param lastEvaluation the last one replayed; null before the first
     */
    record Progress(
            int decisions,
            int replayed,
            int unreadable,
            @Nullable UUID lastEvaluation) {}

    /** Who asked, and when. */
    record Asked(String by, String byName, Instant at) {}
}
