package org.opencmas.registry.pricelist.job;

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
import java.time.OffsetDateTime;
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
 * Removes the sent files of imports that ended so many days ago, once an hour, a few at a time. What is known of the import stays, its hash
 * and its faulty rows too. A file that a later correction reads counts from the end of that correction.
 */
@ApplicationScoped
class OldFiles {
    private static final Logger LOG = Logger.getLogger(OldFiles.class);
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final int AT_A_TIME = 20;

    // Whoever takes down a correction holds the import: it is passed over until the correction is seen by the next
    // statement.
    private static final String OLD = """
            select import_id from price_list_import
            where source_import_id = import_id and file_removed_at is null and ended_at < ?
                and not exists (select from price_list_import c where c.source_import_id = price_list_import.import_id
                    and (c.ended_at is null or c.ended_at >= ?))
            order by ended_at limit %d for no key update skip locked
            """.formatted(AT_A_TIME);
    private static final String NOTE = """
            update price_list_import i set file_removed_at = ?
            where i.import_id = any (?) and not exists (select from price_list_import c where c.source_import_id = i.import_id
                and (c.ended_at is null or c.ended_at >= ?))
            returning i.import_id
            """;
    private static final String REMOVE = "delete from price_list_import_piece where import_id = any (?)";

    private final DataSource dataSource;
    private final Clock clock;
    private final Duration kept;

    /** @param keptDays for how many days after the end of its import a file is kept, at least one */
    OldFiles(
            DataSource dataSource,
            Clock clock,
            @ConfigProperty(name = "cmas.price-lists.files-kept-days") int keptDays) {
        if (keptDays < 1) {
            throw new IllegalArgumentException("cmas.price-lists.files-kept-days must be at least 1");
        }
        this.dataSource = dataSource;
        this.clock = clock;
        this.kept = Duration.ofDays(keptDays);
    }

    void schedule(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(
                INTERVAL.toMillis(),
                timer -> vertx.executeBlocking(this::removeAll)
                        .onFailure(e -> LOG.warn("old price list files are kept until the next try in an hour", e)));
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
        OffsetDateTime before = now.minus(kept).atOffset(ZoneOffset.UTC);
        List<UUID> old;
        try (PreparedStatement select = connection.prepareStatement(OLD)) {
            select.setObject(1, before);
            select.setObject(2, before);
            old = ids(select);
        }
        if (old.isEmpty()) {
            return 0;
        }
        List<UUID> noted;
        try (PreparedStatement update = connection.prepareStatement(NOTE)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setArray(2, array(connection, old));
            update.setObject(3, before);
            noted = ids(update);
        }
        try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setArray(1, array(connection, noted));
            delete.executeUpdate();
        }
        return noted.size();
    }

    private static Array array(Connection connection, List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
