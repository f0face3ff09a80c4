package org.opencmas.compliance.rule.payment.calcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.withoutLines;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Bill.PaymentMethod;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.OrderTerms;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName("PAY-CALCARD-MARK: the order says that payment was by CAL-Card")
class CalCardMarkedTest {
    private final Rule<InvoiceFacts> rule = new CalCardMarked<>();

    @ParameterizedTest(name = "said {0} → {1}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        true, PASS, false
        false, WARN, false
        -, UNDETERMINED, false
        """)
    void boundaries(@Nullable Boolean said, Verdict verdict, boolean blocking) {
        assertThat(withoutLines().by(PaymentMethod.CAL_CARD).of(terms(said)).askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(verdict);
                    assertThat(finding.blocking()).isEqualTo(blocking);
                });
    }

    @Test
    void paymentByInvoiceIsNotAsked() {
        assertThat(withoutLines().by(PaymentMethod.INVOICE).of(terms(false)).verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static OrderTerms terms(@Nullable Boolean said) {
        return new OrderTerms(null, null, null, said, null, null, null);
    }
}
