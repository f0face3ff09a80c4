package org.opencmas.fees.obligation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

@DisplayName("An amount enters the first quarter from its own on that is not filed for the agreement")
class ExpectedReportsTest {
    private static final CmasNumber AGREEMENT = CmasNumber.parse("4-20-56-0006B");
    private static final CmasNumber OTHER_AGREEMENT = CmasNumber.parse("3-16-84-0054A");

    @ParameterizedTest(name = "from {0}, filed {1}: {2}")
    @CsvSource({
        "2026-Q3, '', 2026-Q3",
        "2026-Q3, 2026-Q2 2026-Q4, 2026-Q3",
        "2026-Q3, 2026-Q3, 2026-Q4",
        "2026-Q3, 2026-Q3 2026-Q4 2027-Q2, 2027-Q1",
        "2026-Q2, 2026-Q2 2026-Q4, 2026-Q3"
    })
    void theFirstOpenQuarter(CalendarQuarter from, String filed, CalendarQuarter open) {
        Set<AgreementQuarter> filedReports = Arrays.stream(filed.split(" "))
                .filter(quarter -> !quarter.isEmpty())
                .map(quarter -> new AgreementQuarter(AGREEMENT, CalendarQuarter.parse(quarter)))
                .collect(toSet());
        var reports = new ExpectedReports(filedReports, Set.of());
        assertThat(reports.firstOpen(new AgreementQuarter(AGREEMENT, from)))
                .isEqualTo(new AgreementQuarter(AGREEMENT, open));
        assertThat(reports.firstOpen(new AgreementQuarter(OTHER_AGREEMENT, from)))
                .as("another agreement's reports do not matter")
                .isEqualTo(new AgreementQuarter(OTHER_AGREEMENT, from));
    }
}
