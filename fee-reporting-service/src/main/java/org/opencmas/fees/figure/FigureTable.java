package org.opencmas.fees.figure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;

/** The tables of dated figures, as far as they are alike. */
enum FigureTable {
    FEE_RATE("fee_rate", "fee rate"),
    REPORT_DUE_RULE("report_due_rule", "report due rule");

    private final String table;
    private final String what;

    FigureTable(String table, String what) {
        this.table = table;
        this.what = what;
    }

    /**
     * Makes the figure count.
     *
     * @throws NotFound when there is none
     * @throws Conflict when it counts already, or by the person who proposed it
     */
    void activate(Connection connection, UUID figureId, String by, Instant at) throws SQLException {
        refuse(connection, figureId, by);
        try (PreparedStatement update = connection.prepareStatement(
                "update " + table
                        + " set activated_by = ?, activated_at = ?, activation = nextval('figure_activation') where figure_id = ?")) {
            update.setString(1, by);
            update.setObject(2, at.atOffset(ZoneOffset.UTC));
            update.setObject(3, figureId);
            update.executeUpdate();
        }
    }

    private void refuse(Connection connection, UUID figureId, String by) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select proposed_by, activation is not null from " + table + " where figure_id = ? for update")) {
            select.setObject(1, figureId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound(what, figureId);
                }
                if (row.getBoolean(2)) {
                    throw new Conflict("figure-active", "The figure was activated already.");
                }
                if (row.getString(1).equals(by)) {
                    throw new Conflict(
                            "second-person-needed", "A figure is activated by another person than proposed it.");
                }
            }
        }
    }
}
