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
 */
record Rehearsal(
        UUID rehearsalId,
        State state,
        String ruleSetVersion,
        @Nullable UUID parameterId,
        Progress progress,
        Asked asked,
        @Nullable Instant endedAt,
        @Nullable String failure) {
    @Schema(name = "RehearsalState")
    enum State {
        WAITING,
        DONE,
        FAILED
    }

    /**
     * How far it is.
     *
     * @param decisions all that were made when it was asked for
     * @param unreadable of those replayed, receipts that this release cannot read, which nothing is said of
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
