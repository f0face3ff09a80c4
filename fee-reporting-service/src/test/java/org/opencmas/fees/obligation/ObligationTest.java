package org.opencmas.fees.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.fees.obligation.ReportDueRule.Name;
import org.opencmas.terms.CalendarQuarter;

@DisplayName("RPT-SUBMITTED: one report is due per agreement and calendar quarter touched by its term")
class ObligationTest {
    @ParameterizedTest(name = "{0} through {1}: {2}")
    @CsvSource({
        "2026-01-01, 2026-03-31, 2026-Q1",
        "2025-12-31, 2026-04-01, 2025-Q4 2026-Q1 2026-Q2",
        "2026-02-10, 2026-02-10, 2026-Q1",
        "2026-03-31, 2026-04-01, 2026-Q1 2026-Q2",
        "2026-02-10, 2026-02-09, ''"
    })
    void everyQuarterWithADayOfTheTerm(LocalDate first, LocalDate last, String quarters) {
        assertThat(String.join(
                        " ",
                        new Term(first, last)
                                .quarters()
                                .map(CalendarQuarter::toString)
                                .toList()))
                .isEqualTo(quarters);
    }

    @ParameterizedTest(name = "day {0} after {1}: {2}")
    @CsvSource({
        "15, 2026-Q1, 2026-04-15",
        "15, 2026-Q2, 2026-07-15",
        "15, 2026-Q3, 2026-10-15",
        "15, 2026-Q4, 2027-01-15",
        "31, 2026-Q1, 2026-04-30",
        "31, 2026-Q2, 2026-07-31",
        "31, 2026-Q3, 2026-10-31",
        "31, 2026-Q4, 2027-01-31"
    })
    void theDueDateIsADatedFigure(int day, CalendarQuarter quarter, LocalDate dueOn) {
        var rule = new ReportDueRule(
                Name.IN_FORCE, CalendarQuarter.parse("1990-Q1"), day, "assumed", Confidence.UNCONFIRMED);
        assertThat(rule.dueOn(quarter)).isEqualTo(dueOn);
    }

    @ParameterizedTest(name = "on {0}, filed {1}, settled {2}: {3}")
    @CsvSource({
        "2026-09-30, false, false, OPEN",
        "2026-10-01, false, false, DUE",
        "2026-10-15, false, false, DUE",
        "2026-10-16, false, false, OVERDUE",
        "2026-10-01, true, false, FILED",
        "2026-12-01, true, false, FILED",
        "2026-10-16, false, true, SETTLED",
        "2026-12-01, true, true, FILED"
    })
    void theStateFollowsTheDay(LocalDate today, boolean filed, boolean settled, ObligationState state) {
        assertThat(ObligationState.on(
                        today, CalendarQuarter.parse("2026-Q3"), LocalDate.of(2026, 10, 15), filed, settled))
                .isEqualTo(state);
    }
}
