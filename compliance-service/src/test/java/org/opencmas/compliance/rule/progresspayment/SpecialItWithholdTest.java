package org.opencmas.compliance.rule.progresspayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenPayment.ordinary;
import static org.opencmas.compliance.rule.invoice.GivenPayment.progress;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName("PP-IT-SPECIAL: of special information technology 10% of the price is withheld until final acceptance")
class SpecialItWithholdTest {
    private final Rule<PaymentFacts> rule = new SpecialItWithhold();

    @ParameterizedTest(name = "of 120,000.00, {0} paid and {1} more → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        0.00,      108000.00, PASS
        0.00,      108000.01, FAIL
        100000.00, 8000.00,   PASS
        100000.00, 8000.01,   FAIL
        """)
    void boundaries(String before, String now, Verdict verdict) {
        Finding finding = progress(Contract.Kind.IT_SPECIAL)
                .before(before, "0.00")
                .of(now)
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isEqualTo(verdict == Verdict.FAIL);
        assertThat(finding.numbers())
                .containsEntry("withholdAtLeast", "12000.00")
                .containsEntry("payAtMost", "108000.00");
    }

    @ParameterizedTest(name = "accepted {0}, all but {1} paid → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2025-04-24, 12000.00, PASS
        2025-04-24, 12000.01, FAIL
        2025-04-25, 12000.00, FAIL
        """)
    void theRestIsPaidOnceAllIsAccepted(LocalDate accepted, String now, Verdict verdict) {
        assertThat(progress(Contract.Kind.IT_SPECIAL)
                        .before("108000.00", "12000.00")
                        .of(now)
                        .acceptedOn(accepted)
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "price {0}, share {1} decided {2}, paid {3} → {4}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        9999999.99,  0.03, 2025-04-24, 9699999.99, PASS
        9999999.99,  0.03, 2025-04-24, 9700000.00, FAIL
        9999999.99,  0.02, 2025-04-24, 9000000.00, FAIL
        10000000.00, 0.05, 2025-04-24, 9500000.00, PASS
        10000000.00, 0.04, 2025-04-24, 9500000.00, FAIL
        10000000.00, 0.05, 2025-04-25, 9500000.00, FAIL
        10000000.00, 0.20, 2025-04-24, 9000000.00, PASS
        """)
    void aRecordedDecisionLowersTheShareAsFarAsTheLawGoes(
            String price, String share, LocalDate decidedOn, String paid, Verdict verdict) {
        assertThat(progress(Contract.Kind.IT_SPECIAL)
                        .price(price)
                        .risk(share, decidedOn)
                        .of(paid)
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void withoutTheFiguresOfTheLawTheUsualShareHolds() {
        assertThat(progress(Contract.Kind.IT_SPECIAL)
                        .risk("0.05", LocalDate.of(2025, 1, 1))
                        .without(ParameterName.PP_RISK_LARGE_PRICE)
                        .of("108000.01")
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
        assertThat(progress(Contract.Kind.IT_SPECIAL)
                        .without(ParameterName.PP_WITHHOLD_SHARE)
                        .verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void otherPaymentsAndOrdersAreNotAsked() {
        assertThat(ordinary().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(progress(Contract.Kind.GOODS_SPECIAL).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
