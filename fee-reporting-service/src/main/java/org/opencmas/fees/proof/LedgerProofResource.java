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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.proof.LedgerProofs.LedgerProof;
import org.opencmas.fees.proof.LedgerProofs.Request;
import org.opencmas.http.Caller;
import org.opencmas.http.Roles;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;

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
    record ProofJobView(
            UUID proofId,

            @Schema(
                    description =
                            "WAITING until it begins, RUNNING, FINISHED with a result, or FAILED: given up after it was begun"
                                    + " several times in vain.")
            LedgerProofs.State state,

            String requestedBy,
            Instant requestedAt,

            @Schema(description = "When it was begun, last where a restart made it begin again.") @Nullable
            Instant startedAt,

            ProgressView progress,
            @Nullable Instant endedAt,

            @Schema(implementation = LedgerProofView.class, description = "Present once finished.")
            @JsonRawValue
            @Nullable
            String result,

            @Schema(description = "Why there is no result; present when it failed.") @Nullable
            String failure) {
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

    record ProgressView(
            @Schema(description = "How many checks are done.")
            int done,

            @Schema(description = "How many there are.") int of) {}

    @POST
    @Path("/ledger-proofs")
    @Idempotent
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 200 printable characters; the same request with the same key is answered as before",
            schema = @Schema(type = SchemaType.STRING))
    @Operation(
            operationId = "startLedgerProof",
            summary = "Asks for a proof of the books against themselves, all on one snapshot",
            description =
                    "Entries balance, totals and statements are the ledger's sums, each order's postings equal its fee worked out"
                            + " from scratch, and no order is out of sight. Reads the whole ledger, so it is done once the request is"
                            + " answered, one at a time: 409 with the path of the one that is open. It goes on after a restart.")
    @APIResponse(
            responseCode = "202",
            description = "It is going to be proven; Location says where to look",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ProofJobView.class)))
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
            summary = "What the proof found that finished last; 404 before the first",
            description = "Nothing is proven for this request: POST /v1/ledger-proofs asks for a new proof.")
    @APIResponse(
            responseCode = "200",
            description = "What it found",
            content = @Content(schema = @Schema(implementation = LedgerProofView.class)))
    public Response last() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerProof last = proofs.findLastFinished(connection)
                    .orElseThrow(() -> new NotFound("ledger proof", "that has finished"));
            return Response.ok(last.end() == null ? null : last.end().result()).build();
        }
    }
}
