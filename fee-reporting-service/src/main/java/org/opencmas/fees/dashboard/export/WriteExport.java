package org.opencmas.fees.dashboard.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.opencmas.fees.dashboard.export.DashboardExport.End;
import org.opencmas.fees.dashboard.export.DashboardExport.Totals;
import org.opencmas.fees.dashboard.sales.SalesRows;
import org.opencmas.fees.dashboard.sales.SalesRows.Kind;
import org.opencmas.longwork.LongWork;
import org.opencmas.longwork.Stopping;
import org.opencmas.terms.Usd;

/**
 * Writes the exports that were asked for, one after the other, each in one transaction: a file is there as a whole or not at all. What
 * was written is compared with the figures of the dashboard at the same position; a file that has another count or sum is no file.
 */
@ApplicationScoped
class WriteExport implements LongWork {
    private static final int MOST_STARTS = 5;

    private final DashboardExports exports;
    private final SalesRows rows;
    private final DataSource dataSource;
    private final Clock clock;

    WriteExport(DashboardExports exports, SalesRows rows, DataSource dataSource, Clock clock) {
        this.exports = exports;
        this.rows = rows;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "dashboard-export";
    }

    @Override
    public boolean isWaiting(Connection connection) throws SQLException {
        return exports.countOpen(connection) > 0;
    }

    @Override
    public void goOn(Stopping stopping) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Optional<DashboardExport> open = exports.findOpen(connection);
            if (open.isEmpty()) {
                return;
            }
            UUID exportId = open.get().exportId();
            if (open.get().starts() >= MOST_STARTS) {
                String failure = "It was begun " + MOST_STARTS + " times and never came to its end.";
                exports.end(connection, exportId, new End(clock.instant(), failure, null));
                return;
            }
            exports.begin(connection, exportId);
            write(connection, open.get(), stopping);
        }
    }

    /** Commits the whole file with its end, or the end alone, or nothing. */
    private void write(Connection connection, DashboardExport export, Stopping stopping) throws SQLException {
        connection.setAutoCommit(false);
        try {
            End end = file(connection, export, stopping).orElse(null);
            if (end == null || end.totals() == null) {
                connection.rollback();
            }
            if (end == null) {
                // The service stops. However often it does so, it is no failure of the export.
                exports.takeBack(connection, export.exportId());
            } else {
                exports.end(connection, export.exportId(), end);
            }
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Writes the file; empty when it had to be left off. */
    private Optional<End> file(Connection connection, DashboardExport export, Stopping stopping) throws SQLException {
        Kind kind = Kind.valueOf(export.content().name());
        var parts = new ExportParts((number, content) -> {
            try {
                exports.addPart(connection, export.exportId(), number, content);
            } catch (SQLException e) {
                throw new IOException(e);
            }
        });
        SalesRows.Summed summed;
        try (parts;
                ExportFile file = ExportFile.of(export.format(), kind.columns(), parts)) {
            summed = rows.each(connection, export.filter(), kind, cells -> {
                file.row(cells);
                return !stopping.isAsked();
            });
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new UncheckedIOException(e);
        }
        if (summed.isLeftOff()) {
            return Optional.empty();
        }
        SalesRows.Control control = rows.control(connection, export.filter());
        boolean holds = control.sales().equals(summed.sales())
                && control.feeDue().equals(summed.feeDue())
                && (kind == Kind.FIGURES || control.entries() == summed.rows());
        return Optional.of(
                holds
                        ? new End(clock.instant(), null, totals(summed, parts))
                        : new End(
                                clock.instant(),
                                "The rows come to " + summed.sales() + " and " + summed.rows()
                                        + " rows, the figures to " + control.sales() + " and " + control.entries()
                                        + " entries.",
                                null));
    }

    private static Totals totals(SalesRows.Summed summed, ExportParts parts) {
        Usd sales = summed.sales();
        return new Totals(summed.rows(), sales, summed.feeDue(), parts.bytes(), parts.sha256());
    }
}
