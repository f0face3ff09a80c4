package org.opencmas.compliance.rule.progresspayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenPayment.ordinary;
import static org.opencmas.compliance.rule.invoice.GivenPayment.progress;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.invoice.Progress.Report;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.AgencyClass;

@DisplayName(
        "PP-MONTHLY-ARREARS: by State policy progress payments are monthly in arrears or by stage, on a written report")
class MonthlyInArrearsTest {
    private final Rule<PaymentFacts> rule = new MonthlyInArrears();

    @ParameterizedTest(name = "paid 2025-04-24, earlier {0}, stage {1}, report {2} → {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2025-03-31, -,       true,  PASS
        2025-04-01, -,       true,  WARN
        2025-04-24, -,       true,  WARN
        2024-04-24, -,       true,  PASS
        2025-04-01, Stage 2, true,  PASS
        2025-03-31, -,       false, WARN
        2025-03-31, Stage 2, false, WARN
        2025-03-31, -,       -,     UNDETERMINED
        """)
    void boundaries(LocalDate earlier, @Nullable String stage, @Nullable Boolean written, Verdict verdict) {
        assertThat(progress(Contract.Kind.IT_SPECIAL)
                        .report(new Report(null, stage, written, List.of(earlier)))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void onlyAStateBuyerIsBound() {
        assertThat(progress(Contract.Kind.IT_SPECIAL).by(AgencyClass.LOCAL).verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(ordinary().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
