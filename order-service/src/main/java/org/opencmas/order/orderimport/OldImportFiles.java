package org.opencmas.order.orderimport;

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
 * The files of imports, kept for so many days after their end (ADR 73). Nothing reads a file once its import has ended; its hash, its
 * orders and what became of each row stay.
 */
@ApplicationScoped
class OldImportFiles {
    private static final String SETTING = "cmas.order-imports.files-kept-days";
    private static final KeptFiles.Statements STATEMENTS = new KeptFiles.Statements(
            """
            select import_id from order_import where file_removed_at is null and ended_at < ?
            order by ended_at limit 20 for no key update skip locked
            """,
            "update order_import set file_removed_at = ? where import_id = any (?) returning import_id",
            "delete from order_import_piece where import_id = any (?)");

    private final KeptFiles files;

    OldImportFiles(DataSource dataSource, Clock clock, @ConfigProperty(name = SETTING) int keptDays) {
        this.files = new KeptFiles(dataSource, clock, SETTING, keptDays, STATEMENTS);
    }

    void schedule(@Observes StartupEvent started, Vertx vertx) {
        files.removeHourly(vertx, "files of order imports");
    }

    /** Removes all that are old; answers how many files. */
    int removeAll() throws SQLException {
        return files.removeOld();
    }
}
