package org.opencmas.fees.proof;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.fees.proof.ProveLedger.Proof;
import org.opencmas.fees.proof.ProveLedger.Result;
import org.opencmas.http.Roles;

@Path("/v1/ledger-proof")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class LedgerProofResource {
    private final ProveLedger proveLedger;

    LedgerProofResource(ProveLedger proveLedger) {
        this.proveLedger = proveLedger;
    }

    record ProofView(
            @Schema(description = "Whether every check holds.")
            boolean holds,

            Instant provenAt,

            @Schema(description = "By service, the position of its journal up to which the books know its events.")
            Map<String, Long> asOf,

            long postings,
            long entries,
            List<CheckView> checks) {
        static ProofView of(Proof proof) {
            List<CheckView> checks = proof.results().stream().map(CheckView::of).toList();
            return new ProofView(
                    checks.stream().allMatch(CheckView::holds),
                    proof.provenAt(),
                    proof.asOf(),
                    proof.postings(),
                    proof.entries(),
                    checks);
        }
    }

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

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "proveLedger",
            summary = "Proves the books against themselves, all on one snapshot",
            description =
                    "Entries balance, totals and statements are the ledger's sums, and each order's postings equal its fee"
                            + " worked out from scratch. Reads the whole ledger: seconds at a million entries.")
    public ProofView prove() throws SQLException {
        return ProofView.of(proveLedger.prove());
    }
}
