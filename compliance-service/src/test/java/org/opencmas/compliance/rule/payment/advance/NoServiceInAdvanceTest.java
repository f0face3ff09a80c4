package org.opencmas.compliance.rule.payment.advance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.invoice;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.line;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.withoutLines;
import static org.opencmas.compliance.rule.invoice.GivenPayment.ordinary;
import static org.opencmas.compliance.rule.invoice.GivenPayment.progress;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.LineType;
import org.opencmas.compliance.rule.invoice.Payment.Kind;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName("PAY-ADVANCE-NONE: services are not paid in advance")
class NoServiceInAdvanceTest {
    private final Rule<InvoiceFacts> rule = new NoServiceInAdvance<>();

    @ParameterizedTest(name = "{0} through 2026-03-31, paid {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        SERVICES,    2026-03-30, FAIL
        SERVICES,    2026-03-31, PASS
        SERVICES,    2026-04-01, PASS
        MAINTENANCE, 2026-03-30, FAIL
        MAINTENANCE, 2026-03-31, PASS
        GOODS,       2026-03-30, NOT_APPLICABLE
        WARRANTY,    2026-03-30, NOT_APPLICABLE
        """)
    void boundaries(LineType type, LocalDate paidOn, Verdict verdict) {
        assertThat(invoice(line("1", type, LocalDate.of(2026, 3, 31)))
                        .payableOn(paidOn)
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void aServiceWithoutDaysIsUndeterminedAndNamed() {
        assertThat(invoice(line("7", LineType.SERVICES, "10.00")).askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
                    assertThat(finding.blocking()).isTrue();
                    assertThat(finding.lineIds()).containsExactly("7");
                });
    }

    @Test
    void anInvoiceOfWhichNoLinesWereSentIsNotAsked() {
        assertThat(withoutLines().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void aPaymentOfWhichNoLinesWereSentIsUndetermined() {
        assertThat(ordinary().kind(Kind.ADVANCE).lines(null).verdictOf(new NoServiceInAdvance<>()))
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(progress(Contract.Kind.IT_SPECIAL).lines(null).verdictOf(new NoServiceInAdvance<>()))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
