package org.opencmas.fees.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.proof.LedgerProofs.LedgerProof;
import org.opencmas.fees.proof.LedgerProofs.Request;
import org.opencmas.http.Caller;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Roles;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class LedgerProofResource {
    private final LedgerProofs proofs;
    private final Caller caller;
    private final DataSource dataSource;
    private final Clock clock;

    LedgerProofResource(LedgerProofs proofs, Caller caller, DataSource dataSource, Clock clock) {
        this.proofs = proofs;
        this.caller = caller;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LedgerProofJobView")
    record ProofJobView(
            UUID proofId,
            LedgerProofs.State state,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant startedAt,
            ProgressView progress,
            @Nullable Instant endedAt,

            @Schema(implementation = LedgerProofView.class) @JsonRawValue @Nullable
            String result,

            @Nullable String failure) {
        static ProofJobView of(LedgerProof proof) {
            LedgerProofs.End end = proof.end();
            return new ProofJobView(
                    proof.proofId(),
                    proof.state(),
                    proof.request().by(),
                    proof.request().at(),
                    proof.course().startedAt(),
                    new ProgressView(proof.course().checksDone(), proof.course().checksTotal()),
                    end == null ? null : end.at(),
                    end == null ? null : end.result(),
                    end == null ? null : end.failure());
        }
    }

    @Schema(name = "LedgerProofProgressView")
    record ProgressView(int done, int of) {}

    @POST
    @Path("/ledger-proofs")
    @Idempotent
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "startLedgerProof",
            summary = "Asks for a proof of the books against themselves, all on one snapshot")
    @APIResponseSchema(
            value = ProofJobView.class,
            responseCode = "202",
            responseDescription = "It is going to be proven; Location says where to look")
    public Response start() throws SQLException {
        UUID proofId = TimeOrderedId.next();
        try (Connection connection = dataSource.getConnection()) {
            if (!proofs.add(connection, proofId, new Request(caller.subject(), clock.instant()))) {
                String open = proofs.findOpen(connection)
                        .map(proof -> "/v1/ledger-proofs/" + proof.proofId())
                        .orElse("/v1/ledger-proof");
                throw new Conflict(
                        "ledger-proof-open",
                        "A proof is waiting or running; look at " + open + ".",
                        Map.of("proof", open));
            }
            return Response.accepted(proofs.find(connection, proofId)
                            .map(ProofJobView::of)
                            .orElseThrow())
                    .location(URI.create("/v1/ledger-proofs/" + proofId))
                    .build();
        }
    }

    @GET
    @Path("/ledger-proofs/{proofId}")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getLedgerProof", summary = "A proof that was asked for: how far it is, and what it found")
    public ProofJobView get(@PathParam("proofId") UUID proofId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return proofs.find(connection, proofId)
                    .map(ProofJobView::of)
                    .orElseThrow(() -> new NotFound("ledger proof", proofId));
        }
    }

    @GET
    @Path("/ledger-proof")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "getLastLedgerProof",
            summary = "What the proof found that finished last; 404 before the first")
    @APIResponseSchema(value = LedgerProofView.class, responseCode = "200", responseDescription = "What it found")
    public Response last() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerProof last = proofs.findLastFinished(connection)
                    .orElseThrow(() -> new NotFound("ledger proof", "that has finished"));
            return Response.ok(last.end() == null ? null : last.end().result()).build();
        }
    }
}
