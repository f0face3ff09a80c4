package org.opencmas.fees.dashboard.export;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.opencmas.tenant.Tenant;

/**
 * Removes the files of exports that were written so many days ago, once an hour, a few at a time. What is known of a file stays, its hash
 * too; an export of the same filter and position makes it again.
 */
@ApplicationScoped
class OldExportFiles {
    private static final Logger LOG = Logger.getLogger(OldExportFiles.class);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private static final String NOTE = """
            update dashboard_export set file_removed_at = ?
            where export_id in (select export_id from dashboard_export
                where file_removed_at is null and sha256 is not null and ended_at < ?
                order by ended_at limit 20 for update skip locked)
            returning export_id
            """;
    private static final String REMOVE = "delete from dashboard_export_part where export_id = any (?)";

    private final DataSource dataSource;
    private final Clock clock;
    private final Duration kept;

    /** @param keptDays for how many days after its end an export's file is kept, at least one */
    OldExportFiles(
            DataSource dataSource,
            Clock clock,
            @ConfigProperty(name = "cmas.dashboard-exports.files-kept-days") int keptDays) {
        if (keptDays < 1) {
            throw new IllegalArgumentException("cmas.dashboard-exports.files-kept-days must be at least 1");
        }
        this.dataSource = dataSource;
        this.clock = clock;
        this.kept = Duration.ofDays(keptDays);
    }

    void schedule(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(
                INTERVAL.toMillis(),
                timer -> vertx.executeBlocking(this::removeAll)
                        .onFailure(e -> LOG.warn("old files of exports are kept until the next try in an hour", e)));
    }

    /** Removes all that are old; answers how many files. */
    int removeAll() throws SQLException {
        int removed = 0;
        for (int now = remove(); now > 0; now = remove()) {
            removed += now;
        }
        return removed;
    }

    private int remove() throws SQLException {
        return Tenant.seeingAll(() -> {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    int removed = remove(connection);
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

    private int remove(Connection connection) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<UUID> noted = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(NOTE)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, now.minus(kept).atOffset(ZoneOffset.UTC));
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    noted.add(row.getObject(1, UUID.class));
                }
            }
        }
        Array ids = connection.createArrayOf("uuid", noted.toArray());
        try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setArray(1, ids);
            delete.executeUpdate();
        }
        return noted.size();
    }
}
