package org.opencmas.http.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.sql.RowsStatement;

/**
 * The stored answers, by caller and key, in plain JDBC on the connection of the caller's own transaction. A caller never
 * sees another one's answers.
 */
@Singleton
public class IdempotentRequests {
    /** How long an answer is kept; after that the key counts as new. */
    public static final Duration RETENTION = Duration.ofDays(30);

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final RowsStatement<KeyedAnswer> keep;

    protected IdempotentRequests(ObjectMapper json) {
        this.json = json;
        this.keep = Columns.<KeyedAnswer>of("caller", "text", KeyedAnswer::caller)
                .and("key", "text", KeyedAnswer::key)
                .and(
                        "request_hash",
                        "bytea",
                        kept -> "\\x" + Hex.encodeHexString(kept.answer().requestHash()))
                .and("status", "int", kept -> kept.answer().status())
                .and("headers", "jsonb", kept -> text(kept.answer().headers()))
                .and("body", "text", kept -> kept.answer().body())
                .insert("idempotent_request");
    }

    /**
     * An answer under the key of its request.
     *
     * @param caller subject of the token; keys of two callers have nothing to do with each other
     */
    public record KeyedAnswer(String caller, String key, StoredAnswer answer) {}

    /**
     * Has answers stored together with other statements of one transaction, for an operation that writes many requests at once. A
     * key that is taken fails the whole with a unique violation: the operation then finds the answer stored under it.
     */
    public void keep(RoundTrip statements, List<KeyedAnswer> answers) {
        keep.addTo(statements, answers);
    }

    /** The answer that was stored and committed under the key; empty when there is none. */
    public Optional<StoredAnswer> find(Connection connection, String caller, String key) throws SQLException {
        String sql = "select request_hash, status, headers, body from idempotent_request"
                + " where caller = ? and key = ? and status is not null";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, caller);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(answer(row)) : Optional.empty();
            }
        }
    }

    /**
     * Stores an answer in the caller's transaction. Waits for a transaction in flight that holds the same key.
     *
     * @return false when the key is taken: then this transaction must be rolled back and the stored answer be found
     */
    public boolean store(Connection connection, String caller, String key, StoredAnswer answer) throws SQLException {
        String sql = "insert into idempotent_request (caller, key, request_hash, status, headers, body)"
                + " values (?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, caller);
            insert.setString(2, key);
            insert.setBytes(3, answer.requestHash());
            insert.setInt(4, answer.status());
            insert.setString(5, text(answer.headers()));
            insert.setString(6, answer.body());
            return insert.executeUpdate() == 1;
        }
    }

    /**
     * Takes the key until the transaction ends, in all processes, without waiting: a request that is sent again while its
     * first is being handled must not hold a connection for as long.
     *
     * @return false when another transaction has it
     */
    public boolean lock(Connection connection, String caller, String key) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, lockNumber(caller, key));
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** 64 bits of a hash: that two keys in flight share them is not to be expected, and would cost one of them a 409. */
    private static long lockNumber(String caller, String key) {
        return ByteBuffer.wrap(DigestUtils.sha256("idempotent_request\n" + caller + '\n' + key))
                .getLong();
    }

    /** Takes the key before its answer is known; waits like {@link #store}. False when the key is taken. */
    public boolean reserve(Connection connection, String caller, String key) throws SQLException {
        String sql = "insert into idempotent_request (caller, key) values (?, ?) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, caller);
            insert.setString(2, key);
            return insert.executeUpdate() == 1;
        }
    }

    /** Fills in the answer of a key that this transaction reserved. */
    void complete(Connection connection, String caller, String key, StoredAnswer answer) throws SQLException {
        String sql = "update idempotent_request set request_hash = ?, status = ?, headers = ?::jsonb, body = ?"
                + " where caller = ? and key = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setBytes(1, answer.requestHash());
            update.setInt(2, answer.status());
            update.setString(3, text(answer.headers()));
            update.setString(4, answer.body());
            update.setString(5, caller);
            update.setString(6, key);
            update.executeUpdate();
        }
    }

    /** Forgets answers older than {@link #RETENTION}; returns how many. */
    public int forgetBefore(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from idempotent_request where created_at < ?")) {
            delete.setObject(1, now.minus(RETENTION).atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        }
    }

    private StoredAnswer answer(ResultSet row) throws SQLException {
        try {
            return new StoredAnswer(
                    row.getBytes("request_hash"),
                    row.getInt("status"),
                    json.readValue(row.getString("headers"), HEADERS),
                    row.getString("body"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
