package org.opencmas.registry.pricelist.job;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.opencmas.longwork.KeptFiles;

/**
 * The sent files of imports, kept for so many days after their end (ADR 66). What is known of the import stays, its hash and its faulty rows
 * too. A file that a later correction reads counts from the end of that correction.
 */
@ApplicationScoped
class OldFiles {
    private static final String SETTING = "cmas.price-lists.files-kept-days";
    // Whoever takes down a correction holds the import: it is passed over until the correction is seen by the next
    // statement.
    private static final KeptFiles.Statements STATEMENTS =
            new KeptFiles.Statements("""
            select import_id from price_list_import
            where source_import_id = import_id and file_removed_at is null and ended_at < ?
                and not exists (select from price_list_import c where c.source_import_id = price_list_import.import_id
                    and (c.ended_at is null or c.ended_at >= ?))
            order by ended_at limit 20 for no key update skip locked
            """, """
            update price_list_import i set file_removed_at = ?
            where i.import_id = any (?) and not exists (select from price_list_import c where c.source_import_id = i.import_id
                and (c.ended_at is null or c.ended_at >= ?))
            returning i.import_id
            """, "delete from price_list_import_piece where import_id = any (?)");

    private final KeptFiles files;

    OldFiles(DataSource dataSource, Clock clock, @ConfigProperty(name = SETTING) int keptDays) {
        this.files = new KeptFiles(dataSource, clock, SETTING, keptDays, STATEMENTS);
    }

    void schedule(@Observes StartupEvent started, Vertx vertx) {
        files.removeHourly(vertx, "price list files");
    }

    /** Removes all that are old; answers how many files. */
    int removeAll() throws SQLException {
        return files.removeOld();
    }
}
