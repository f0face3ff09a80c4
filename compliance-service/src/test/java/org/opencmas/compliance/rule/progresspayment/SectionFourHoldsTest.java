package org.opencmas.compliance.rule.progresspayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenPayment.ordinary;
import static org.opencmas.compliance.rule.invoice.GivenPayment.progress;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.law.NoWorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName("PP-SERVICES-POINTER: progress payments on services orders follow Section 4")
@NoWorkedCase(passes = false, because = "It points to the other rules on progress payments, which find what is amiss.")
class SectionFourHoldsTest {
    private final Rule<PaymentFacts> rule = new SectionFourHolds();

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        NON_IT_SERVICES, PASS
        IT_SPECIAL,      PASS
        GOODS_SPECIAL,   NOT_APPLICABLE
        """)
    void kinds(Contract.Kind kind, Verdict verdict) {
        assertThat(progress(kind).verdictOf(rule)).isEqualTo(verdict);
    }

    @Test
    void otherPaymentsAreNotAsked() {
        assertThat(ordinary().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
