package org.opencmas.fees.dashboard.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.fees.dashboard.export.DashboardExport.Content;
import org.opencmas.fees.dashboard.export.DashboardExport.End;
import org.opencmas.fees.dashboard.export.DashboardExport.Format;
import org.opencmas.fees.dashboard.export.DashboardExport.Request;
import org.opencmas.fees.dashboard.export.DashboardExport.Totals;
import org.opencmas.fees.dashboard.sales.SalesFilter;
import org.opencmas.fees.dashboard.sales.SalesView;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** The tables of exports. */
@ApplicationScoped
class DashboardExports {
    static final String SELECT = """
            select export_id, content, format, view, member, from_quarter, through_quarter, position, requested_by, requested_at, starts,
                ended_at, failure, row_count, sales, fee_due, bytes, sha256, file_removed_at
            from dashboard_export
            """;

    void add(Connection connection, DashboardExport export) throws SQLException {
        SalesFilter filter = export.filter();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into dashboard_export (export_id, content, format, view, member, from_quarter, through_quarter, position,
                    requested_by, requested_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, export.exportId());
            insert.setString(2, export.content().name());
            insert.setString(3, export.format().name());
            insert.setString(4, filter.view().name());
            insert.setString(5, filter.member());
            insert.setString(6, filter.from().toString());
            insert.setString(7, filter.through().toString());
            insert.setObject(8, filter.position());
            insert.setString(9, export.request().by());
            insert.setObject(10, export.request().at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    Optional<DashboardExport> find(Connection connection, UUID exportId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where export_id = ?")) {
            select.setObject(1, exportId);
            return first(select);
        }
    }

    /** The one that was asked for first of those that have not ended. */
    Optional<DashboardExport> findOpen(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "where ended_at is null order by export_id limit 1")) {
            return first(select);
        }
    }

    /** How many have not ended. */
    int countOpen(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select count(*) from dashboard_export where ended_at is null");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    void begin(Connection connection, UUID exportId) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update dashboard_export set starts = starts + 1 where export_id = ?")) {
            update.setObject(1, exportId);
            update.executeUpdate();
        }
    }

    /** Left off in good order: as if it had not been begun. */
    void takeBack(Connection connection, UUID exportId) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update dashboard_export set starts = starts - 1 where export_id = ?")) {
            update.setObject(1, exportId);
            update.executeUpdate();
        }
    }

    void end(Connection connection, UUID exportId, End end) throws SQLException {
        Totals totals = end.totals();
        try (PreparedStatement update = connection.prepareStatement("""
                update dashboard_export set ended_at = ?, failure = ?, row_count = ?, sales = ?, fee_due = ?, bytes = ?, sha256 = ?
                where export_id = ?
                """)) {
            update.setObject(1, end.at().atOffset(ZoneOffset.UTC));
            update.setString(2, end.failure());
            update.setObject(3, totals == null ? null : totals.rows());
            update.setBigDecimal(4, totals == null ? null : totals.sales().amount());
            update.setBigDecimal(5, totals == null ? null : totals.feeDue().amount());
            update.setObject(6, totals == null ? null : totals.bytes());
            update.setString(7, totals == null ? null : totals.sha256());
            update.setObject(8, exportId);
            update.executeUpdate();
        }
    }

    void addPart(Connection connection, UUID exportId, int part, byte[] content) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into dashboard_export_part values (?, ?, ?)")) {
            insert.setObject(1, exportId);
            insert.setInt(2, part);
            insert.setBytes(3, content);
            insert.executeUpdate();
        }
    }

    /** A piece of the file, the first is 1; empty after the last. */
    Optional<byte[]> part(Connection connection, UUID exportId, int part) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select content from dashboard_export_part where export_id = ? and part = ?")) {
            select.setObject(1, exportId);
            select.setInt(2, part);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    private static Optional<DashboardExport> first(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    static DashboardExport read(ResultSet row) throws SQLException {
        return new DashboardExport(
                row.getObject(1, UUID.class),
                Content.valueOf(row.getString(2)),
                Format.valueOf(row.getString(3)),
                new SalesFilter(
                        SalesView.valueOf(row.getString(4)),
                        row.getString(5),
                        CalendarQuarter.parse(row.getString(6)),
                        CalendarQuarter.parse(row.getString(7)),
                        row.getLong(8)),
                new Request(
                        row.getString(9),
                        row.getObject(10, OffsetDateTime.class).toInstant()),
                row.getInt(11),
                row.getObject(12) == null ? null : end(row));
    }

    private static End end(ResultSet row) throws SQLException {
        OffsetDateTime removedAt = row.getObject(19, OffsetDateTime.class);
        return new End(
                row.getObject(12, OffsetDateTime.class).toInstant(),
                row.getString(13),
                row.getString(18) == null
                        ? null
                        : new Totals(
                                row.getLong(14),
                                Usd.of(row.getBigDecimal(15)),
                                Usd.of(row.getBigDecimal(16)),
                                row.getLong(17),
                                row.getString(18)),
                removedAt == null ? null : removedAt.toInstant());
    }
}
