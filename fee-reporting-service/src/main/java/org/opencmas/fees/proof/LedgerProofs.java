package org.opencmas.fees.proof;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The table of proofs. */
@ApplicationScoped
class LedgerProofs {
    private static final String SELECT = """
            select proof_id, state, requested_by, requested_at, starts, started_at, checks_done, checks_total, ended_at, result, failure
            from ledger_proof
            """;

    /** Where a proof stands. */
    @Schema(name = "LedgerProofState")
    enum State {
        WAITING,
        RUNNING,
        FINISHED,
        FAILED
    }

    /** Who asked for it and when. */
    record Request(String by, Instant at) {}

    /**
     * How far it is.
     *
     * @param starts how often it was begun
     * @param startedAt when it was begun last; null while it waits
     */
    record Course(int starts, @Nullable Instant startedAt, int checksDone, int checksTotal) {}

    /**
     * How it ended.
     *
     * @param result the JSON of what was found; null when it failed
     * @param failure why nothing was found; null when it finished
     */
    record End(
            Instant at, @Nullable String result, @Nullable String failure) {}

    /** @param end null while it waits or runs */
    record LedgerProof(
            UUID proofId,
            State state,
            Request request,
            Course course,
            @Nullable End end) {}

    /** Adds a proof that waits; false when one waits or runs already. */
    boolean add(Connection connection, UUID proofId, Request request) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into ledger_proof (proof_id, state, requested_by, requested_at, checks_total) values (?, 'WAITING', ?, ?, ?)
                on conflict ((true)) where ended_at is null do nothing
                """)) {
            insert.setObject(1, proofId);
            insert.setString(2, request.by);
            insert.setObject(3, utc(request.at));
            insert.setInt(4, Check.values().length);
            return insert.executeUpdate() == 1;
        }
    }

    Optional<LedgerProof> find(Connection connection, UUID proofId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where proof_id = ?")) {
            select.setObject(1, proofId);
            return first(select);
        }
    }

    /** The one that waits or runs. */
    Optional<LedgerProof> findOpen(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where ended_at is null")) {
            return first(select);
        }
    }

    /** The one that found something last. */
    Optional<LedgerProof> findLastFinished(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "where state = 'FINISHED' order by number desc limit 1")) {
            return first(select);
        }
    }

    void begin(Connection connection, UUID proofId, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update ledger_proof set state = 'RUNNING', starts = starts + 1, started_at = ?, checks_done = 0,
                    checks_total = ? where proof_id = ? and ended_at is null
                """)) {
            update.setObject(1, utc(now));
            update.setInt(2, Check.values().length);
            update.setObject(3, proofId);
            update.executeUpdate();
        }
    }

    void progress(Connection connection, UUID proofId, int checksDone) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update ledger_proof set checks_done = ? where proof_id = ?")) {
            update.setInt(1, checksDone);
            update.setObject(2, proofId);
            update.executeUpdate();
        }
    }

    void end(Connection connection, UUID proofId, End end) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update ledger_proof set state = ?, ended_at = ?, result = ?, failure = ? where proof_id = ? and ended_at is null
                """)) {
            update.setString(1, end.failure == null ? State.FINISHED.name() : State.FAILED.name());
            update.setObject(2, utc(end.at));
            update.setString(3, end.result);
            update.setString(4, end.failure);
            update.setObject(5, proofId);
            update.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<LedgerProof> first(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(proof(row)) : Optional.empty();
        }
    }

    private static LedgerProof proof(ResultSet row) throws SQLException {
        OffsetDateTime startedAt = row.getObject(6, OffsetDateTime.class);
        OffsetDateTime endedAt = row.getObject(9, OffsetDateTime.class);
        return new LedgerProof(
                row.getObject(1, UUID.class),
                State.valueOf(row.getString(2)),
                new Request(
                        row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant()),
                new Course(
                        row.getInt(5), startedAt == null ? null : startedAt.toInstant(), row.getInt(7), row.getInt(8)),
                endedAt == null ? null : new End(endedAt.toInstant(), row.getString(10), row.getString(11)));
    }
}
