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
import org.opencmas.compliance.rule.invoice.GivenPayment;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.invoice.Progress.Report;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.AgencyClass;

@DisplayName("PP-NOT-IN-ADVANCE: no progress payment is made before the services are rendered")
class AfterServicesTest {
    private final Rule<PaymentFacts> rule = new AfterServices();

    @ParameterizedTest(name = "paid 2025-04-24, work through {0} → {1}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2025-04-23, PASS
        2025-04-24, PASS
        2025-04-25, FAIL
        -,          UNDETERMINED
        """)
    void boundaries(@Nullable LocalDate through, Verdict verdict) {
        GivenPayment payment = progress(Contract.Kind.NON_IT_SERVICES)
                .report(new Report(through, null, null, List.of()))
                .by(AgencyClass.LOCAL);

        assertThat(payment.verdictOf(rule)).isEqualTo(verdict);
        assertThat(payment.askedOf(rule).getFirst().blocking()).isEqualTo(verdict != Verdict.PASS);
    }

    @Test
    void otherPaymentsAreNotAsked() {
        assertThat(ordinary().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
