package org.opencmas.longwork;

import io.vertx.core.Vertx;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.opencmas.tenant.Tenant;

/**
 * Files that are kept in pieces in the database for so many days after the work on them ended. Once an hour the pieces of the old ones are
 * removed, a few files in a transaction; what is known of a file stays, with the note when its pieces were removed.
 */
public final class KeptFiles {
    private static final Logger LOG = Logger.getLogger(KeptFiles.class);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final DataSource dataSource;
    private final Clock clock;
    private final Duration kept;
    private final Statements statements;

    /**
     * How the files are found and removed.
     *
     * @param old selects the ids (uuid) of some old files and holds their rows; each parameter is the moment before which work on an old one
     *     ended
     * @param note notes that they are removed, and returns the ids of those that it noted: the moment of removal, the ids, then again that
     *     moment as often as it is asked
     * @param remove deletes the pieces: the noted ids
     */
    public record Statements(String old, String note, String remove) {}

    /**
     * Of one kind.
     *
     * @param setting the name of the setting that says how long
     * @param keptDays its value, at least one
     * @throws IllegalArgumentException for less
     */
    public KeptFiles(DataSource dataSource, Clock clock, String setting, int keptDays, Statements statements) {
        if (keptDays < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1");
        }
        this.dataSource = dataSource;
        this.clock = clock;
        this.kept = Duration.ofDays(keptDays);
        this.statements = statements;
    }

    /** Begins to remove them; a failure is told and tried again after an hour. */
    public void removeHourly(Vertx vertx, String what) {
        vertx.setPeriodic(
                INTERVAL.toMillis(),
                timer -> vertx.executeBlocking(this::removeOld)
                        .onFailure(e -> LOG.warnf(e, "old %s are kept until the next try in an hour", what)));
    }

    /** Removes all that are old; answers how many files. */
    public int removeOld() throws SQLException {
        int removed = 0;
        for (int now = removeSome(); now > 0; now = removeSome()) {
            removed += now;
        }
        return removed;
    }

    private int removeSome() throws SQLException {
        return Tenant.seeingAll(() -> {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    int removed = removeSome(connection);
                    connection.commit();
                    return removed;
                } catch (SQLException | RuntimeException e) {
                    connection.rollback();
                    throw e;
                } finally {
                    connection.setAutoCommit(true);
                }
            }
        });
    }

    private int removeSome(Connection connection) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OffsetDateTime before = now.minus(kept).atOffset(ZoneOffset.UTC);
        List<UUID> old;
        try (PreparedStatement select = connection.prepareStatement(statements.old())) {
            old = ids(select, statements.old(), 1, before);
        }
        if (old.isEmpty()) {
            return 0;
        }
        List<UUID> noted;
        try (PreparedStatement update = connection.prepareStatement(statements.note())) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setArray(2, array(connection, old));
            noted = ids(update, statements.note(), 3, before);
        }
        try (PreparedStatement delete = connection.prepareStatement(statements.remove())) {
            delete.setArray(1, array(connection, noted));
            delete.executeUpdate();
        }
        return noted.size();
    }

    private static Array array(Connection connection, List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    /** @param first the place of the first parameter that is that moment, as all after it are */
    private static List<UUID> ids(PreparedStatement statement, String sql, int first, OffsetDateTime before)
            throws SQLException {
        int last = (int) sql.chars().filter(sign -> sign == '?').count();
        for (int place = first; place <= last; place++) {
            statement.setObject(place, before);
        }
        List<UUID> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
