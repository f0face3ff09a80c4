package org.opencmas.journal.checkpoint;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the service signed of its journal, and the keys to verify it with. */
@Path("/v1/journal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
final class CheckpointResource {
    private final DataSource dataSource;

    CheckpointResource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @GET
    @Path("/checkpoints")
    @RolesAllowed({"auditor", "dgs-analyst", "compliance-reviewer"})
    @Operation(operationId = "listJournalCheckpoints", summary = "List the signed checkpoints of the journal")
    public CheckpointPage checkpoints(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<CheckpointView> page = Checkpoints.after(connection, after, limit).stream()
                    .map(CheckpointView::of)
                    .toList();
            long last = page.isEmpty() ? after : page.getLast().position();
            return new CheckpointPage(page, "/v1/journal/checkpoints?after=" + last + "&limit=" + limit);
        }
    }

    /** Public, as keys to verify with are: whoever was handed a signed checkpoint may hold the service to it. */
    @GET
    @Path("/keys")
    @PermitAll
    @Operation(operationId = "listJournalKeys", summary = "List the public keys that signed checkpoints")
    public KeySet keys() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new KeySet(
                    Checkpoints.keys(connection).stream().map(KeyView::of).toList());
        }
    }

    record CheckpointPage(List<CheckpointView> checkpoints, String next) {}

    record CheckpointView(
            String source, long entries, long position, String hash, Instant signedAt, String key, String signature) {
        static CheckpointView of(Checkpoints.Signed signed) {
            Checkpoint said = signed.checkpoint();
            return new CheckpointView(
                    "/" + said.source(),
                    said.entries(),
                    said.position(),
                    said.hash().toString(),
                    said.signedAt(),
                    said.keyId(),
                    Base64.getEncoder().encodeToString(signed.signature()));
        }
    }

    /** A JSON Web Key Set (RFC 7517), each key with the day it began to sign. */
    record KeySet(List<KeyView> keys) {}

    record KeyView(String kty, String use, String alg, String kid, String n, String e, Instant publishedAt) {
        static KeyView of(Checkpoints.PublicKey key) {
            return new KeyView("RSA", "sig", "RS256", key.id(), key.modulus(), key.exponent(), key.publishedAt());
        }
    }
}
