package org.opencmas.compliance.rule.payment.advance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.BilledLine;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.LineType;
import org.opencmas.compliance.rule.invoice.Period;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.Usd;

@DisplayName("PAY-ADVANCE-WARRANTY: a warranty upgrade or extension is paid in advance once")
class WarrantyInAdvanceOnceTest {
    private static final LocalDate THROUGH = LocalDate.of(2027, 3, 1);

    private final Rule<InvoiceFacts> rule = new WarrantyInAdvanceOnce<>();

    @ParameterizedTest(name = "paid {0}, {1} times before → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2027-02-28, 0, PASS
        2027-02-28, 1, FAIL
        2027-02-28, -, UNDETERMINED
        2027-03-01, 1, PASS
        """)
    void boundaries(LocalDate paidOn, @Nullable Integer before, Verdict verdict) {
        assertThat(invoice(warranty("1", "10", THROUGH, before))
                        .payableOn(paidOn)
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void twoLinesForTheSameWarrantyAreTwice() {
        assertThat(invoice(warranty("1", "10", THROUGH, 0), warranty("2", "10", THROUGH, 0))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
                    assertThat(finding.lineIds()).containsExactly("2");
                });
        assertThat(invoice(warranty("1", "10", THROUGH, 0), warranty("2", "11", THROUGH, 0))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
        assertThat(invoice(warranty("1", "10", THROUGH, 0), warranty("2", "10", THROUGH.plusYears(1), 0))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void anOrderLineIsTheSameHoweverItIsWritten() {
        assertThat(invoice(warranty("1", "A-1", THROUGH, 0), warranty("2", "a-1", THROUGH, 0))
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    private static BilledLine warranty(String id, String orderLineId, LocalDate through, @Nullable Integer before) {
        return new BilledLine(
                id, LineType.WARRANTY, Usd.of("100.00"), null, new Period(through, through), orderLineId, before);
    }
}
