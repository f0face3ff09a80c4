package org.opencmas.fees.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.fees.datedfigure.DatedFigures;
import org.opencmas.fees.obligation.ReportDueRule.Name;
import org.opencmas.terms.CalendarQuarter;

/** The table of dated due rules. Of the rules of one name for one first quarter the one activated last counts. */
@ApplicationScoped
public class ReportDueRules extends DatedFigures<ReportDueRule> {
    ReportDueRules() {
        super(
                "report_due_rule",
                "report due rule",
                List.of("name", "first_quarter", "day_of_next_month", "source", "confidence"),
                "name, first_quarter",
                "name desc, first_quarter");
    }

    @Override
    protected ReportDueRule read(ResultSet row) throws SQLException {
        return new ReportDueRule(
                Name.valueOf(row.getString(1)),
                CalendarQuarter.parse(row.getString(2)),
                row.getInt(3),
                row.getString(4),
                Confidence.valueOf(row.getString(5)));
    }

    @Override
    protected List<Object> values(ReportDueRule rule) {
        return List.of(
                rule.name().name(),
                rule.firstQuarter().toString(),
                rule.dayOfNextMonth(),
                rule.source(),
                rule.confidence().name());
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
