package org.opencmas.fees.obligation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.opencmas.fees.obligation.ReportDueRule.Name;
import org.opencmas.fees.rate.FeeRate.Confidence;
import org.opencmas.terms.CalendarQuarter;

/** The table of dated due rules. */
@Singleton
final class ReportDueRules {
    List<ReportDueRule> load(Connection connection) throws SQLException {
        List<ReportDueRule> rules = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        select name, first_quarter, day_of_next_month, source, confidence from report_due_rule
                        order by name desc, first_quarter
                        """);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rules.add(new ReportDueRule(
                        Name.valueOf(row.getString(1)),
                        CalendarQuarter.parse(row.getString(2)),
                        row.getInt(3),
                        row.getString(4),
                        Confidence.valueOf(row.getString(5))));
            }
        }
        return rules;
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
