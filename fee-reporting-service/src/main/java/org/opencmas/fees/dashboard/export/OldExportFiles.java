package org.opencmas.fees.dashboard.export;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.opencmas.longwork.KeptFiles;

/** The files of exports, kept for so many days after their end (ADR 72); an export of the same filter and position makes one again. */
@ApplicationScoped
class OldExportFiles {
    private static final String SETTING = "cmas.dashboard-exports.files-kept-days";
    private static final KeptFiles.Statements STATEMENTS = new KeptFiles.Statements(
            """
            select export_id from dashboard_export where file_removed_at is null and sha256 is not null and ended_at < ?
            order by ended_at limit 20 for update skip locked
            """,
            "update dashboard_export set file_removed_at = ? where export_id = any (?) returning export_id",
            "delete from dashboard_export_part where export_id = any (?)");

    private final KeptFiles files;

    OldExportFiles(DataSource dataSource, Clock clock, @ConfigProperty(name = SETTING) int keptDays) {
        this.files = new KeptFiles(dataSource, clock, SETTING, keptDays, STATEMENTS);
    }

    void schedule(@Observes StartupEvent started, Vertx vertx) {
        files.removeHourly(vertx, "files of exports");
    }

    /** Removes all that are old; answers how many files. */
    int removeAll() throws SQLException {
        return files.removeOld();
    }
}
