package org.opencmas.compliance.rule.payment.advance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.invoice;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.line;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.LineType;
import org.opencmas.compliance.rule.invoice.OrderTerms;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName("PAY-ADVANCE-SUBSCRIPTION: a subscription is paid in advance only where the order provides for it")
class SubscriptionInAdvanceTest {
    private static final LocalDate THROUGH = LocalDate.of(2026, 12, 31);

    private final Rule<InvoiceFacts> rule = new SubscriptionInAdvance<>();

    @ParameterizedTest(name = "{0} through 2026-12-31, paid {1}, provision {2} → {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        SUBSCRIPTION,    2026-12-30, true,  PASS
        SUBSCRIPTION,    2026-12-30, false, FAIL
        SUBSCRIPTION,    2026-12-30, -,     UNDETERMINED
        SUBSCRIPTION,    2026-12-31, false, PASS
        HOSTED_SOFTWARE, 2026-12-30, true,  NEEDS_ATTESTATION
        HOSTED_SOFTWARE, 2026-12-30, false, FAIL
        HOSTED_SOFTWARE, 2026-12-31, true,  PASS
        SERVICES,        2026-12-30, true,  NOT_APPLICABLE
        """)
    void boundaries(LineType type, LocalDate paidOn, @Nullable Boolean provision, Verdict verdict) {
        var terms = new OrderTerms(null, null, null, null, provision, null, null);

        assertThat(invoice(line("1", type, THROUGH)).payableOn(paidOn).of(terms).verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void withoutItsDaysItIsUndetermined() {
        assertThat(invoice(line("1", LineType.SUBSCRIPTION, "10.00")).verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }
}
