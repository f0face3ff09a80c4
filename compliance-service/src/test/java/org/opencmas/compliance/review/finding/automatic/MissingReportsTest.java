package org.opencmas.compliance.review.finding.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.Weight;
import org.opencmas.compliance.review.finding.automatic.MissingReports.ReportedAgreement;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

@DisplayName("RPT-SUBMITTED: each quarter that the term touches has a report, also at zero")
class MissingReportsTest {
    private static final CmasNumber CMAS = CmasNumber.parse("3-12-70-2473E");

    @ParameterizedTest
    @CsvSource({
        // term, filed, today, missing
        "2026-01-01, 2026-06-30, '', 2026-07-15, 2026-Q1",
        "2026-01-01, 2026-06-30, '', 2026-07-16, 2026-Q1 2026-Q2",
        "2026-01-01, 2026-06-30, 2026-Q1, 2026-07-16, 2026-Q2",
        "2026-01-01, 2026-06-30, 2026-Q1 2026-Q2, 2026-12-31, ''",
        "2026-03-31, 2026-04-01, '', 2026-12-31, 2026-Q1 2026-Q2",
        "2026-04-01, 2026-06-30, '', 2026-12-31, 2026-Q2",
        "2024-01-01, 2025-12-31, '', 2026-12-31, ''",
        "2026-07-01, 2027-06-30, '', 2026-12-31, ''"
    })
    void everyQuarterOfTermAndPeriodThatIsDue(
            LocalDate start, LocalDate end, String filed, LocalDate today, String missing) {
        var agreement = new ReportedAgreement(CMAS, start, end, quarters(filed));

        List<ReviewFinding> found =
                MissingReports.find(agreement, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), 15, today);

        assertThat(found).extracting(each -> each.numbers().get("quarter")).containsExactlyElementsOf(list(missing));
        assertThat(found).allMatch(each -> each.weight() == Weight.VIOLATION && !each.informationOnly());
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    private static Set<CalendarQuarter> quarters(String text) {
        return list(text).stream().map(CalendarQuarter::parse).collect(Collectors.toSet());
    }
}
