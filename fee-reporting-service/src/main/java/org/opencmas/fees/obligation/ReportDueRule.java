package org.opencmas.fees.obligation;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.terms.CalendarQuarter;

/**
 * By when a quarter's report is due.
 *
 * @param name whether the rule is applied or only shown beside it
 * @param firstQuarter the first quarter it holds for
 * @param dayOfNextMonth 1 to 31; the day of the month after the quarter's end, or that month's last where it is shorter
 * @param source where the figure is from
 * @param confidence whether an official text has it
 */
public record ReportDueRule(
        Name name, CalendarQuarter firstQuarter, int dayOfNextMonth, String source, Confidence confidence) {
    @Schema(name = "ReportDueRuleName")
    public enum Name {
        IN_FORCE,
        COMPARISON
    }

    /** The last day on which the quarter's report is in time. */
    LocalDate dueOn(CalendarQuarter quarter) {
        return quarter.dueOn(dayOfNextMonth);
    }
}
