package org.opencmas.compliance.review.finding.automatic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/**
 * RPT-SUBMITTED as a review sees it: each quarter that the agreement's term touches has one report, also at zero. A quarter counts from
 * the day after its report was due, a day of the month that follows it; that day is not confirmed by any text, and the
 * finding says so.
 */
public final class MissingReports {
    private MissingReports() {}

    /** An agreement of the contractor with the reports that came. */
    public record ReportedAgreement(
            CmasNumber cmas, LocalDate termStart, LocalDate termEnd, Set<CalendarQuarter> filed) {}

    /**
     * The quarters without a report that overlap both term and period.
     *
     * @param from first day of the period, inclusive
     * @param through last day of the period, inclusive
     * @param dueDay day of the month after a quarter on which its report is due, inclusive; the month's last where it is shorter
     * @param today in California
     */
    public static List<ReviewFinding> find(
            ReportedAgreement agreement, LocalDate from, LocalDate through, int dueDay, LocalDate today) {
        List<ReviewFinding> found = new ArrayList<>();
        LocalDate first = later(from, agreement.termStart());
        LocalDate last = earlier(through, agreement.termEnd());
        if (first.isAfter(last)) {
            return found;
        }
        for (CalendarQuarter quarter = CalendarQuarter.of(first);
                !quarter.firstDay().isAfter(last);
                quarter = quarter.next()) {
            LocalDate due = quarter.dueOn(dueDay);
            if (today.isAfter(due) && !agreement.filed().contains(quarter)) {
                found.add(ReviewFinding.violation(
                                FindingKind.REPORT_MISSING,
                                "No report of CMAS %s for %s has come; it was due on %s (a reading: no text confirms the day)."
                                        .formatted(agreement.cmas(), quarter, due),
                                List.of())
                        .with("quarter", quarter)
                        .with("cmasNumber", agreement.cmas())
                        .with("due", due));
            }
        }
        return found;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
