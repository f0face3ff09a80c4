package org.opencmas.fees.obligation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opencmas.fees.facts.Agreement;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * Which reports are expected: one per agreement and calendar quarter touched by its term, also when nothing was sold, and one for
 * any later quarter in which an amount is posted (RPT-SUBMITTED, RPT-PER-CMAS, practice 1.1).
 */
@Singleton
public final class ReportObligations {
    private final ReportDueRules dueRules;

    ReportObligations(ReportDueRules dueRules) {
        this.dueRules = dueRules;
    }

    /**
     * Expects a report for every quarter of the agreement's term. Quarters of an earlier term stay expected, but those that begin
     * after this snapshot took effect and that its term no longer touches are withdrawn, unless filed or with amounts posted.
     */
    public void expectForTerm(Connection connection, Agreement agreement) throws SQLException {
        withdrawLater(connection, agreement);
        moveToHolder(connection, agreement);
        List<CalendarQuarter> quarters =
                new Term(agreement.termStart(), agreement.termEnd()).quarters().toList();
        expect(connection, agreement.number(), quarters, "TERM", agreement.contractorId());
    }

    private static void withdrawLater(Connection connection, Agreement agreement) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                delete from report_obligation
                where cmas_number = ? and quarter > ? and quarter > ? and reason = 'TERM' and filed_at is null
                """)) {
            delete.setString(1, agreement.number().canonical());
            delete.setString(2, CalendarQuarter.of(agreement.effectiveOn()).toString());
            delete.setString(3, CalendarQuarter.of(agreement.termEnd()).toString());
            delete.executeUpdate();
        }
    }

    private static void moveToHolder(Connection connection, Agreement agreement) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update report_obligation set contractor_id = ?
                where cmas_number = ? and contractor_id <> ? and filed_at is null
                """)) {
            update.setObject(1, agreement.contractorId());
            update.setString(2, agreement.number().canonical());
            update.setObject(3, agreement.contractorId());
            update.executeUpdate();
        }
    }

    /** Expects a report because an amount is posted to the quarter; it stays expected whatever becomes of the term. */
    public void expectForActivity(
            Connection connection, CmasNumber agreement, CalendarQuarter quarter, UUID contractorId)
            throws SQLException {
        expect(connection, agreement, List.of(quarter), "ACTIVITY", contractorId);
    }

    private void expect(
            Connection connection,
            CmasNumber agreement,
            List<CalendarQuarter> quarters,
            String reason,
            UUID contractorId)
            throws SQLException {
        List<ReportDueRule> rules = dueRules.load(connection);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into report_obligation as known (cmas_number, quarter, reason, contractor_id, due_on)
                values (?, ?, ?, ?, ?)
                on conflict (cmas_number, quarter) do update set reason = excluded.reason
                where known.reason = 'TERM' and excluded.reason = 'ACTIVITY'
                """)) {
            for (CalendarQuarter quarter : quarters) {
                insert.setString(1, agreement.canonical());
                insert.setString(2, quarter.toString());
                insert.setString(3, reason);
                insert.setObject(4, contractorId);
                insert.setObject(5, ReportDueRules.inForce(rules, quarter).dueOn(quarter));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The first quarter from the given one on, itself included, whose report is not filed. */
    public CalendarQuarter firstOpenQuarter(Connection connection, CmasNumber agreement, CalendarQuarter from)
            throws SQLException {
        Set<String> filed = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select quarter from report_obligation where cmas_number = ? and quarter >= ? and filed_at is not null")) {
            select.setString(1, agreement.canonical());
            select.setString(2, from.toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    filed.add(row.getString(1));
                }
            }
        }
        CalendarQuarter open = from;
        while (filed.contains(open.toString())) {
            open = open.next();
        }
        return open;
    }

    /** What is expected of the agreement for the quarter; empty when no report is. */
    public Optional<ReportObligation> find(Connection connection, CmasNumber agreement, CalendarQuarter quarter)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select contractor_id, due_on, filed_at is not null from report_obligation where cmas_number = ? and quarter = ?
                """)) {
            select.setString(1, agreement.canonical());
            select.setString(2, quarter.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ReportObligation(
                                agreement,
                                quarter,
                                row.getObject(1, UUID.class),
                                row.getObject(2, LocalDate.class),
                                row.getBoolean(3)))
                        : Optional.empty();
            }
        }
    }

    /** Closes the quarter for the agreement. From then on nothing can be posted to it. */
    public void markFiled(
            Connection connection, CmasNumber agreement, CalendarQuarter quarter, Instant filedAt, Usd feeDue)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update report_obligation set filed_at = ?, fee_due_filed = ?
                where cmas_number = ? and quarter = ? and filed_at is null
                """)) {
            update.setObject(1, filedAt.atOffset(ZoneOffset.UTC));
            update.setBigDecimal(2, feeDue.amount());
            update.setString(3, agreement.canonical());
            update.setString(4, quarter.toString());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException(agreement + " " + quarter + " is not expected or filed already");
            }
        }
    }
}
