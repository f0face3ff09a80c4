package org.opencmas.compliance.rule.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenPayment.ordinary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Dispute;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName("PAY-DISPUTED: a disputed invoice goes back to the contractor at once")
class DisputedInvoiceTest {
    private final Rule<PaymentFacts> rule = new DisputedInvoice();

    @ParameterizedTest(name = "disputed from 2025-04-01 until {0}, corrected {1}, paid {2} → {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2025-04-20, -,          2025-03-31, PASS
        2025-04-20, -,          2025-04-01, WARN
        2025-04-20, -,          2025-04-19, WARN
        2025-04-20, -,          2025-04-20, PASS
        -,          2025-04-20, 2025-04-19, WARN
        -,          2025-04-20, 2025-04-20, PASS
        -,          -,          2025-04-20, WARN
        """)
    void boundaries(@Nullable LocalDate until, @Nullable LocalDate corrected, LocalDate paidOn, Verdict verdict) {
        var dispute = new Dispute(LocalDate.of(2025, 4, 1), until, corrected);

        assertThat(ordinary().clock(null, null, dispute).paidOn(paidOn).verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void anInvoiceThatWasNeverDisputedIsNotAsked() {
        assertThat(ordinary().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
