package org.opencmas.compliance.rule.progresspayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenPayment.progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.GivenPayment;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName("PP-IT-RISK: for special information technology the risk is assessed")
class RiskIsAssessedTest {
    private final Rule<PaymentFacts> rule = new RiskIsAssessed();

    @ParameterizedTest(name = "price {0}, share {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        10000000.00, -,     PASS
        10000000.00, 0.10,  PASS
        10000000.00, 0.05,  PASS
        10000000.00, 0.049, FAIL
        9999999.99,  0.03,  PASS
        9999999.99,  0.029, FAIL
        """)
    void boundaries(String price, @Nullable String share, Verdict verdict) {
        assertThat(progress(Contract.Kind.IT_SPECIAL)
                        .price(price)
                        .risk(share, GivenPayment.DAY)
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void withoutAnAssessmentAPersonIsAskedAndNothingStops() {
        assertThat(progress(Contract.Kind.IT_SPECIAL).askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.NEEDS_ATTESTATION);
                    assertThat(finding.blocking()).isFalse();
                });
    }

    @Test
    void aDecisionAfterThePaymentIsTooLate() {
        assertThat(progress(Contract.Kind.IT_SPECIAL)
                        .risk("0.05", GivenPayment.DAY.plusDays(1))
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void otherOrdersAreNotAsked() {
        assertThat(progress(Contract.Kind.NON_IT_SERVICES).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
