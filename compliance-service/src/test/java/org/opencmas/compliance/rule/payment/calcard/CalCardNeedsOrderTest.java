package org.opencmas.compliance.rule.payment.calcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.withoutLines;

import java.time.LocalDate;
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

@DisplayName("PAY-CALCARD-PO: a payment by CAL-Card has an order document")
class CalCardNeedsOrderTest {
    private final Rule<InvoiceFacts> rule = new CalCardNeedsOrder<>();

    @ParameterizedTest(name = "paid 2026-03-02, order {0} of {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        PO-1, 2026-03-01, PASS,         false
        PO-1, 2026-03-02, PASS,         false
        PO-1, 2026-03-03, WARN,         false
        PO-1, -,          UNDETERMINED, true
        -,    -,          FAIL,         true
        """)
    void boundaries(@Nullable String number, @Nullable LocalDate date, Verdict verdict, boolean blocking) {
        var terms = new OrderTerms(number, date, null, null, null, null, null);

        assertThat(withoutLines().by(PaymentMethod.CAL_CARD).of(terms).askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(verdict);
                    assertThat(finding.blocking()).isEqualTo(blocking);
                });
    }

    @Test
    void paymentByInvoiceIsNotAsked() {
        assertThat(withoutLines().by(PaymentMethod.INVOICE).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(withoutLines().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
