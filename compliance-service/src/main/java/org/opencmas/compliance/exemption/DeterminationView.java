package org.opencmas.compliance.exemption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.ExemptionRecord.Decided;
import org.opencmas.compliance.exemption.ExemptionRecord.ExemptionDecision;

/** A determination with all it was made from and the decision on it. */
@Schema(name = "ExemptionDetermination", description = "A determination with all it was made from.")
record DeterminationView(
        @Schema(description = "Its id.") UUID determinationId,
        @Schema(description = "The buying agency.") UUID agencyId,

        @Schema(description = "The only day for which it holds: that of the procurement.")
        LocalDate validOn,

        @Schema(description = "What was determined and why.")
        Determination determination,

        @Schema(description = "What it was determined from, as recorded.")
        ExemptionFacts facts,

        @Schema(description = "Who asked.") String askedBy,
        @Schema(description = "When.") Instant askedAt,
        @Nullable DecisionView decision) {

    /** A reviewer's decision. */
    @Schema(name = "ExemptionDecisionMade", description = "A reviewer's decision on an exemption.")
    record DecisionView(
            @Schema(description = "What was decided.") ExemptionDecision decision,
            @Schema(description = "Why.") String reason,

            @Schema(description = "The day of the decision in California.")
            LocalDate decidedOn,

            @Schema(description = "The reviewer.") String decidedBy,

            @Schema(description = "When it was recorded here.")
            Instant recordedAt) {
        static DecisionView of(Decided decided) {
            return new DecisionView(
                    decided.decision(), decided.reason(), decided.decidedOn(), decided.name(), decided.at());
        }
    }

    static DeterminationView of(ExemptionRecord made) {
        Decided decided = made.decided();
        return new DeterminationView(
                made.determinationId(),
                made.agencyId(),
                made.facts().procurement().procuredOn(),
                made.determination(),
                made.facts(),
                made.asked().name(),
                made.asked().at(),
                decided == null ? null : DecisionView.of(decided));
    }
}
