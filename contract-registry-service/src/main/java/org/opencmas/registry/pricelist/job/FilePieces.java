package org.opencmas.registry.pricelist.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** The sent files, kept in pieces of which never more than one is held. */
@ApplicationScoped
class FilePieces {
    private static final int PIECE_BYTES = 1 << 20;

    private final DataSource dataSource;

    FilePieces(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What was kept; of no bytes when the file is empty. */
    record Kept(String sha256, long byteCount) {}

    /** Keeps the bytes in the current JTA transaction, after their import. */
    Kept keep(UUID importId, InputStream bytes) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        long count = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into price_list_import_piece (import_id, piece, bytes) values (?, ?, ?)")) {
            byte[] piece = bytes.readNBytes(PIECE_BYTES);
            for (int number = 0; piece.length > 0; number++) {
                digest.update(piece);
                count += piece.length;
                insert.setObject(1, importId);
                insert.setInt(2, number);
                insert.setBytes(3, piece);
                insert.executeUpdate();
                piece = bytes.readNBytes(PIECE_BYTES);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the file could not be stored", e);
        }
        return new Kept(HexFormat.of().formatHex(digest.digest()), count);
    }

    /** Reads a file from its beginning; each piece outside of the transaction, whose connection may be taking lines in meanwhile. */
    InputStream open(UUID importId) {
        return new InputStream() {
            private byte @Nullable [] piece = new byte[0];
            private int next;
            private int number;

            @Override
            public int read() {
                return isAtEnd() ? -1 : Objects.requireNonNull(piece)[next++] & 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (most == 0) {
                    return 0;
                }
                if (isAtEnd()) {
                    return -1;
                }
                byte[] open = Objects.requireNonNull(piece);
                int count = Math.min(most, open.length - next);
                System.arraycopy(open, next, into, from, count);
                next += count;
                return count;
            }

            private boolean isAtEnd() {
                if (piece != null && next == piece.length) {
                    int wanted = number++;
                    piece = QuarkusTransaction.suspendingExisting().call(() -> piece(importId, wanted));
                    next = 0;
                }
                return piece == null;
            }
        };
    }

    private byte @Nullable [] piece(UUID importId, int number) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select bytes from price_list_import_piece where import_id = ? and piece = ?")) {
            query.setObject(1, importId);
            query.setInt(2, number);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }
}
