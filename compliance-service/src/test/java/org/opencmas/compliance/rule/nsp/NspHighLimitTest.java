package org.opencmas.compliance.rule.nsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.opencmas.compliance.rule.purchaseorder.Given.pricedAndNsp;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName(
        "NSP-DOLLAR-HIGH: on an order above 250,000.00, NSP comes to 5% of it or 25,000.00 at most, whichever is less")
class NspHighLimitTest {
    private final Rule<OrderFacts> rule = new NspHighLimit();

    @ParameterizedTest(name = "priced {0} + NSP {1}: limit {2} → {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        # priced,    NSP,      limit,    verdict
          245000.00, 5000.00,  -,        NOT_APPLICABLE
          245000.00, 5000.01,  12500.00, PASS
          237500.01, 12500.00, 12500.00, PASS
          237500.00, 12500.01, 12500.00, FAIL
          285000.00, 15000.00, 15000.00, PASS
          284999.99, 15000.01, 15000.00, FAIL
          475000.00, 24999.99, 24999.99, PASS
          474999.99, 25000.00, 24999.99, FAIL
          475000.00, 25000.00, 25000.00, PASS
          474999.99, 25000.01, 25000.00, FAIL
          900000.00, 25000.00, 25000.00, PASS
          900000.00, 25000.01, 25000.00, FAIL
        """)
    void boundaries(String priced, String nsp, String limit, Verdict verdict) {
        Finding finding = pricedAndNsp(priced, nsp).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.numbers().get("limit")).isEqualTo(limit);
    }

    @ParameterizedTest(name = "priced {0} + NSP {1}, tax {2}: FAIL, and the other measure is told beside it")
    @CsvSource({"284999.99, 15000.01, 0.20", "276000.00, 24000.00, 180000.00"})
    void aLimitThatTaxWouldLiftIsStillAFail(String priced, String nsp, String tax) {
        assertThat(pricedAndNsp(priced, nsp).tax(tax).askedOf(rule))
                .extracting(Finding::verdict, Finding::blocking)
                .containsExactly(tuple(Verdict.FAIL, true), tuple(Verdict.WARN, false));
    }

    @Test
    void loweringNspLowersTheTotalTooAndTheRemedyKnowsIt() {
        assertThat(pricedAndNsp("284999.99", "15000.01").remedyOf(rule)).isEqualTo("Lower the NSP lines by 0.02.");
        assertThat(pricedAndNsp("900000.00", "25412.10").remedyOf(rule)).isEqualTo("Lower the NSP lines by 412.10.");
    }

    @Test
    void whereLoweringDropsTheOrderUnderTheBorderTheLowLimitIsTheMeasure() {
        assertThat(pricedAndNsp("237500.00", "12500.01").remedyOf(rule)).isEqualTo("Lower the NSP lines by 7500.01.");
    }
}
