package org.opencmas.fees.obligation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.fees.obligation.ReportDueRule.Name;
import org.opencmas.fees.rate.Approval;
import org.opencmas.fees.rate.FeeRate.Confidence;
import org.opencmas.terms.CalendarQuarter;

/** The table of dated due rules: appended, never edited. */
@Singleton
final class ReportDueRules {
    private static final String PROPOSED = """
            select name, first_quarter, day_of_next_month, source, confidence, figure_id, proposed_by, proposed_at, activated_by, activated_at
            from report_due_rule
            """;

    /** The rules that count: those that were activated, of each first quarter the one that was activated last. */
    List<ReportDueRule> load(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select * from (
                    select distinct on (name, first_quarter) name, first_quarter, day_of_next_month, source, confidence from report_due_rule
                    where activation is not null order by name, first_quarter, activation desc)
                order by name desc, first_quarter
                """)) {
            return read(select, ReportDueRules::rule);
        }
    }

    /** All that were ever proposed, by name and first quarter, the latest proposed first. */
    List<ProposedDueRule> history(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                PROPOSED + "order by name desc, first_quarter, proposed_at desc, figure_id desc")) {
            return read(select, ReportDueRules::proposed);
        }
    }

    Optional<ProposedDueRule> find(Connection connection, UUID figureId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PROPOSED + "where figure_id = ?")) {
            select.setObject(1, figureId);
            return read(select, ReportDueRules::proposed).stream().findFirst();
        }
    }

    void propose(Connection connection, ProposedDueRule proposed) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into report_due_rule (figure_id, name, first_quarter, day_of_next_month, source, confidence, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, proposed.figureId());
            insert.setString(2, proposed.figure().name().name());
            insert.setString(3, proposed.figure().firstQuarter().toString());
            insert.setInt(4, proposed.figure().dayOfNextMonth());
            insert.setString(5, proposed.figure().source());
            insert.setString(6, proposed.figure().confidence().name());
            insert.setString(7, proposed.approval().proposedBy());
            insert.setObject(8, proposed.approval().proposedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> read(PreparedStatement select, Reading<T> reading) throws SQLException {
        List<T> rules = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rules.add(reading.of(row));
            }
        }
        return rules;
    }

    private static ProposedDueRule proposed(ResultSet row) throws SQLException {
        return new ProposedDueRule(row.getObject(6, UUID.class), rule(row), Approval.of(row, 7));
    }

    private static ReportDueRule rule(ResultSet row) throws SQLException {
        return new ReportDueRule(
                Name.valueOf(row.getString(1)),
                CalendarQuarter.parse(row.getString(2)),
                row.getInt(3),
                row.getString(4),
                Confidence.valueOf(row.getString(5)));
    }

    /** The rule that is applied to the quarter. */
    static ReportDueRule inForce(List<ReportDueRule> rules, CalendarQuarter quarter) {
        return rules.stream()
                .filter(rule -> rule.name() == Name.IN_FORCE)
                .filter(rule -> rule.firstQuarter().compareTo(quarter) <= 0)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no due date is set for the reports of " + quarter));
    }
}
