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
        boolean holds, Instant provenAt, Map<String, Long> asOf, long postings, long entries, List<CheckView> checks) {

    @Schema(name = "LedgerProofCheckView")
    record CheckView(String check, String meaning, boolean holds, List<String> deviations) {

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
