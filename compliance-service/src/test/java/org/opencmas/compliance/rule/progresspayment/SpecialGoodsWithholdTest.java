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
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName(
        "PP-GOODS-SPECIAL: of special goods 10% of the price is withheld, and a bond of half of it secures performance")
class SpecialGoodsWithholdTest {
    private final Rule<PaymentFacts> rule = new SpecialGoodsWithhold();

    @ParameterizedTest(name = "of 120,000.00, {0} paid → {1}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        108000.00, PASS
        108000.01, FAIL
        """)
    void withheld(String paid, Verdict verdict) {
        assertThat(progress(Contract.Kind.GOODS_SPECIAL)
                        .bond("60000.00")
                        .of(paid)
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "price 120,000.00, total {0}, bond {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        120000.00, 60000.00, PASS
        120000.00, 59999.99, FAIL
        120000.00, 0.00,     FAIL
        120000.00, -,        UNDETERMINED
        130000.00, 65000.00, PASS
        130000.00, 64999.99, WARN
        130000.00, 60000.00, WARN
        130000.00, 59999.99, FAIL
        120000.01, 60000.00, WARN
        """)
    void bond(String total, @Nullable String bond, Verdict verdict) {
        assertThat(progress(Contract.Kind.GOODS_SPECIAL)
                        .total(total)
                        .bond(bond)
                        .askedOf(rule)
                        .get(1)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void otherOrdersAreNotAsked() {
        assertThat(progress(Contract.Kind.IT_SPECIAL).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
