package org.opencmas.registry.document.held;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.PayloadTooLarge;

/**
 * Keeps bytes in pieces, each content once, and never holds more of one than a piece. Refuses nothing to read (400), what is longer than
 * {@link #MAX_BYTES} (413) and what is none of the {@linkplain ContentType kinds} (415).
 */
@ApplicationScoped
public class ContentStore {
    /** Most bytes of a content, inclusive. */
    static final long MAX_BYTES = 20L * 1024 * 1024;

    private static final int PIECE_BYTES = 256 * 1024;

    private final DataSource dataSource;
    private final Clock clock;

    ContentStore(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Keeps the bytes in the current JTA transaction and gives their SHA-256, by which they may have been there already. */
    public String keep(InputStream bytes) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("savepoint before_content");
            UUID contentId = TimeOrderedId.next();
            Kept kept = keepPieces(connection, contentId, bytes);
            if (!name(connection, contentId, kept)) {
                // Held already: the pieces just written go.
                statement.execute("rollback to savepoint before_content");
            }
            return kept.sha256();
        } catch (SQLException e) {
            throw new IllegalStateException("the document could not be stored", e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the document could not be read to its end", e);
        }
    }

    private record Kept(ContentType type, String sha256, long byteCount) {}

    private static Kept keepPieces(Connection connection, UUID contentId, InputStream bytes)
            throws SQLException, IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        byte[] piece = bytes.readNBytes(PIECE_BYTES);
        if (piece.length == 0) {
            throw new InvalidRequest(new Fault("", "is empty", "Send the bytes of the document."));
        }
        ContentType type = ContentType.of(Arrays.copyOf(piece, Math.min(piece.length, ContentType.LOOKED_AT)))
                .orElseThrow(ContentTypeNotTaken::new);
        long count = 0;
        try (PreparedStatement insert =
                connection.prepareStatement("insert into document_piece (content_id, piece, bytes) values (?, ?, ?)")) {
            for (int number = 0; piece.length > 0; number++) {
                count += piece.length;
                if (count > MAX_BYTES) {
                    throw new PayloadTooLarge(MAX_BYTES);
                }
                digest.update(piece);
                insert.setObject(1, contentId);
                insert.setInt(2, number);
                insert.setBytes(3, piece);
                insert.executeUpdate();
                piece = bytes.readNBytes(PIECE_BYTES);
            }
        }
        return new Kept(type, HexFormat.of().formatHex(digest.digest()), count);
    }

    /** False when the content has its name already; another upload of the same is waited for. */
    private boolean name(Connection connection, UUID contentId, Kept kept) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into document_content (sha256, content_id,"
                + " media_type, byte_count, stored_at) values (?, ?, ?, ?, ?) on conflict (sha256) do nothing")) {
            insert.setString(1, kept.sha256());
            insert.setObject(2, contentId);
            insert.setString(3, kept.type().mediaType());
            insert.setLong(4, kept.byteCount());
            insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    /** Writes the content piece by piece; no connection is held while the reader takes its time. */
    public void writeTo(OutputStream out, UUID contentId) throws IOException {
        for (int number = 0; ; number++) {
            byte[] piece = piece(contentId, number);
            if (piece.length == 0) {
                return;
            }
            out.write(piece);
        }
    }

    private byte[] piece(UUID contentId, int number) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select bytes from document_piece where content_id = ? and piece = ?")) {
            query.setObject(1, contentId);
            query.setInt(2, number);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the document could not be read", e);
        }
    }
}
