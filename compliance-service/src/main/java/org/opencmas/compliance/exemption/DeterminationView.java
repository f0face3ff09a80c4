package org.opencmas.compliance.exemption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.ExemptionRecord.Decided;
import org.opencmas.compliance.exemption.ExemptionRecord.ExemptionDecision;
import org.opencmas.compliance.exemption.ExemptionRecord.Withdrawn;
import org.opencmas.compliance.exemption.tree.Determination;
import org.opencmas.compliance.exemption.tree.ExemptionFacts;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.AttestedPoint;

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

        @Nullable DecisionView decision,

        @Schema(
                description =
                        "MARKED when an attestation was withdrawn since: what was determined and decided stays as it was, and is to"
                                + " be asked for anew before anybody relies on it.")
        Standing standing,

        @Schema(description = "The attestations that were withdrawn since, in their order.")
        List<WithdrawalView> withdrawals) {

    /** Whether anything was withdrawn since. */
    @Schema(name = "ExemptionStanding")
    enum Standing {
        STANDS,
        MARKED
    }

    /** An attestation that was taken back. */
    @Schema(name = "ExemptionWithdrawal", description = "An attestation that was taken back.")
    record WithdrawalView(
            @Schema(description = "What had been attested.") AttestedPoint point,
            @Schema(description = "Why it was taken back.") String reason,

            @Schema(description = "The day in California.") LocalDate withdrawnOn,

            @Schema(description = "Who took it back.") String withdrawnBy,

            @Schema(description = "When it was recorded here.")
            Instant recordedAt,

            @Schema(description = "True when a reviewer had decided by then.")
            boolean afterDecision) {
        static WithdrawalView of(Withdrawn withdrawn, @Nullable Decided decided) {
            return new WithdrawalView(
                    withdrawn.point(),
                    withdrawn.reason(),
                    withdrawn.withdrawnOn(),
                    withdrawn.name(),
                    withdrawn.at(),
                    decided != null && withdrawn.at().isAfter(decided.at()));
        }
    }

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
                decided == null ? null : DecisionView.of(decided),
                made.withdrawals().isEmpty() ? Standing.STANDS : Standing.MARKED,
                made.withdrawals().stream()
                        .map(each -> WithdrawalView.of(each, decided))
                        .toList());
    }
}
