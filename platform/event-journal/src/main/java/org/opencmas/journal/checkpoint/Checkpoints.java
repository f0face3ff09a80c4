package org.opencmas.journal.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.journal.entry.ChainHash;

/** The checkpoints and public keys as they are stored; none is ever changed. */
final class Checkpoints {
    private static final String COLUMNS =
            "select source, entries, position, hash, signed_at, key_id, signature from journal_checkpoint";
    private static final String HEAD = "select position, hash from journal_order order by position desc limit 1";
    private static final String COUNT = "select count(*) from journal_order where position > ? and position <= ?";
    private static final String PUBLISH = """
            insert into journal_key (key_id, modulus, exponent, published_at) values (?, ?, ?, ?) on conflict do nothing
            """;
    private static final String KEEP = """
            insert into journal_checkpoint (source, entries, position, hash, signed_at, key_id, signature)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private Checkpoints() {}

    record Signed(Checkpoint checkpoint, byte[] signature) {
        Instant signedAt() {
            return checkpoint.signedAt();
        }
    }

    record PublicKey(String id, String modulus, String exponent, Instant publishedAt) {}

    private record Head(long position, ChainHash hash) {}

    static Optional<Signed> newest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + " order by position desc limit 1")) {
            return read(select).stream().findFirst();
        }
    }

    static List<Signed> after(Connection connection, long position, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(COLUMNS + " where position > ? order by position limit ?")) {
            select.setLong(1, position);
            select.setInt(2, limit);
            return read(select);
        }
    }

    static List<PublicKey> keys(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select key_id, modulus, exponent, published_at from journal_key order by published_at, key_id");
                ResultSet row = select.executeQuery()) {
            List<PublicKey> keys = new ArrayList<>();
            while (row.next()) {
                keys.add(new PublicKey(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()));
            }
            return keys;
        }
    }

    /** Signs the end of the journal; returns false when it is signed already, or there is no entry. */
    static boolean sign(Connection connection, SigningKey key, String source, Instant now) throws SQLException {
        Head head = head(connection);
        Optional<Checkpoint> last = newest(connection).map(Signed::checkpoint);
        long position = last.map(Checkpoint::position).orElse(0L);
        if (head.position <= position) {
            return false;
        }
        long entries = last.map(Checkpoint::entries).orElse(0L) + count(connection, position, head.position);
        publish(connection, key, now);
        keep(connection, new Checkpoint(source, entries, head.position, head.hash, now, key.id()), key);
        return true;
    }

    private static Head head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD);
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), ChainHash.of(row.getBytes(2))) : new Head(0, ChainHash.START);
        }
    }

    private static long count(Connection connection, long after, long upTo) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void publish(Connection connection, SigningKey key, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PUBLISH)) {
            insert.setString(1, key.id());
            insert.setString(2, key.modulus());
            insert.setString(3, key.exponent());
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static void keep(Connection connection, Checkpoint checkpoint, SigningKey key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, checkpoint.source());
            insert.setLong(2, checkpoint.entries());
            insert.setLong(3, checkpoint.position());
            insert.setBytes(4, checkpoint.hash().bytes());
            insert.setObject(5, checkpoint.signedAt().atOffset(ZoneOffset.UTC));
            insert.setString(6, checkpoint.keyId());
            insert.setBytes(7, key.sign(checkpoint.statement()));
            insert.executeUpdate();
        }
    }

    private static List<Signed> read(PreparedStatement select) throws SQLException {
        List<Signed> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Signed(
                        new Checkpoint(
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                ChainHash.of(row.getBytes(4)),
                                row.getObject(5, OffsetDateTime.class).toInstant(),
                                row.getString(6)),
                        row.getBytes(7)));
            }
        }
        return found;
    }
}
