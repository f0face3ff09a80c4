package org.opencmas.compliance.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.terms.Usd;

/** A rehearsal and what it showed so far. */
@Schema(description = "A candidate tried on every decision, and what it showed so far.")
record RehearsalView(
        UUID rehearsalId,
        Rehearsal.State state,
        String ruleSetVersion,
        @Nullable UUID parameterId,
        ProgressView progress,
        FlipsOf flips,
        List<FlipsOf> byRule,
        List<FlipsOf> byAgency,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable String failure) {
    /** How far it is. */
    @Schema(name = "RehearsalProgress")
    record ProgressView(int decisions, int replayed, int unreadable) {}

    /** Decisions that would have been others. */
    @Schema(name = "FlippedDecisions")
    record FlipsOf(
            @Nullable String ruleId,
            @Nullable UUID agencyId,
            int toReturn,
            int toIssue,
            int orders,

            @Schema(implementation = String.class) Usd dollars) {}

    /** One of them. */
    @Schema(name = "FlippedDecision")
    record FlipView(
            UUID evaluationId,
            UUID agencyId,
            String agencyOrderNumber,
            int amendmentNumber,
            Decision decisionThen,
            Decision decisionNow,
            List<String> rules,

            @Schema(implementation = String.class) Usd total) {}

    /** A decision of which nothing is said. */
    @Schema(name = "UnreplayedReceipt")
    record UnreplayedView(
            UUID evaluationId,
            UUID agencyId,
            String agencyOrderNumber,
            int amendmentNumber,
            Unreplayable.Reason reason) {}

    static RehearsalView of(Rehearsal rehearsal, RehearsalSums sums) {
        return new RehearsalView(
                rehearsal.rehearsalId(),
                rehearsal.state(),
                rehearsal.ruleSetVersion(),
                rehearsal.parameterId(),
                new ProgressView(
                        rehearsal.progress().decisions(),
                        rehearsal.progress().replayed(),
                        rehearsal.progress().unreadable()),
                sums.flips(),
                sums.byRule(),
                sums.byAgency(),
                rehearsal.asked().byName(),
                rehearsal.asked().at(),
                rehearsal.endedAt(),
                rehearsal.failure());
    }
}
