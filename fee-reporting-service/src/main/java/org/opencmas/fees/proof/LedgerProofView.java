package org.opencmas.fees.proof;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.fees.proof.ProveLedger.Proof;
import org.opencmas.fees.proof.ProveLedger.Result;

/** What a proof found, as it is kept and answered. */
record LedgerProofView(
        @Schema(description = "Whether every check holds.") boolean holds,

        @Schema(description = "When the snapshot that was read was taken, or a moment later.")
        Instant provenAt,

        @Schema(description = "By service, the position of its journal up to which the books know its events.")
        Map<String, Long> asOf,

        long postings,
        long entries,
        List<CheckView> checks) {
    record CheckView(
            @Schema(examples = "totals-equal-ledger") String check,
            @Schema(description = "What must hold.") String meaning,
            boolean holds,

            @Schema(description = "Where it does not, at most twenty.")
            List<String> deviations) {
        static CheckView of(Result result) {
            return new CheckView(
                    result.check().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    result.check().meaning(),
                    result.deviations().isEmpty(),
                    result.deviations());
        }
    }

    static LedgerProofView of(Proof proof) {
        List<CheckView> checks = proof.results().stream().map(CheckView::of).toList();
        return new LedgerProofView(
                checks.stream().allMatch(CheckView::holds),
                proof.provenAt(),
                proof.asOf(),
                proof.postings(),
                proof.entries(),
                checks);
    }
}
