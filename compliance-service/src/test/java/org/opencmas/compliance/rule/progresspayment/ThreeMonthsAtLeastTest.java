package org.opencmas.compliance.rule.progresspayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenPayment.ordinary;
import static org.opencmas.compliance.rule.invoice.GivenPayment.progress;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.AgencyClass;

@DisplayName("PP-MIN-3-MONTHS: by State policy no progress payments on orders shorter than three months")
class ThreeMonthsAtLeastTest {
    private final Rule<PaymentFacts> rule = new ThreeMonthsAtLeast();

    @ParameterizedTest(name = "{0} through {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2025-01-15, 2025-04-14, PASS
        2025-01-15, 2025-04-13, WARN
        2025-01-01, 2025-03-31, PASS
        2025-01-01, 2025-03-30, WARN
        2025-11-30, 2026-02-27, PASS
        2025-11-30, 2026-02-26, WARN
        """)
    void boundaries(LocalDate first, LocalDate last, Verdict verdict) {
        assertThat(progress(Contract.Kind.IT_SPECIAL).from(first, last).verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void onlyAStateBuyerIsBoundAndBothDaysAreNeeded() {
        assertThat(progress(Contract.Kind.IT_SPECIAL).by(AgencyClass.LOCAL).verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(progress(Contract.Kind.IT_SPECIAL).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(ordinary().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
