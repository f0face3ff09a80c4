package org.opencmas.fees.dashboard.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Exports, newest first: their ids are in the order of time. */
@ApplicationScoped
class ListedExports {
    /** Comes after every id. */
    static final UUID LAST_OF_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static final String ALL = DashboardExports.SELECT + "where export_id < ? order by export_id desc limit ?";
    private static final String OF_ONE =
            DashboardExports.SELECT + "where requested_by = ? and export_id < ? order by export_id desc limit ?";

    ListedExports() {}

    /**
     * Everybody's.
     *
     * @param before only what was asked for before this one
     */
    List<DashboardExport> all(Connection connection, UUID before, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setObject(1, before);
            select.setInt(2, most);
            return read(select);
        }
    }

    /**
     * Those of one person.
     *
     * @param by as the exports say who asked for them
     */
    List<DashboardExport> of(Connection connection, String by, UUID before, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_ONE)) {
            select.setString(1, by);
            select.setObject(2, before);
            select.setInt(3, most);
            return read(select);
        }
    }

    private static List<DashboardExport> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<DashboardExport> found = new ArrayList<>();
            while (row.next()) {
                found.add(DashboardExports.read(row));
            }
            return found;
        }
    }
}
