package org.opencmas.compliance.rule.nsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.Given.pricedAndNsp;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-DOLLAR-LOW: on an order of 250,000.00 or less, NSP comes to 5,000.00 at most")
class NspLowLimitTest {
    private final Rule<OrderFacts> rule = new NspLowLimit();

    @ParameterizedTest(name = "priced {0} + NSP {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        # priced,    NSP,     verdict
          10000.00,  4999.99, PASS
          10000.00,  5000.00, PASS
          10000.00,  5000.01, FAIL
          245000.00, 5000.00, PASS
          244999.99, 5000.01, FAIL
          245000.00, 5000.01, NOT_APPLICABLE
          250000.00, 0.00,    NOT_APPLICABLE
        """)
    void boundaries(String priced, String nsp, Verdict verdict) {
        assertThat(pricedAndNsp(priced, nsp).verdictOf(rule)).isEqualTo(verdict);
    }

    @Test
    void theRemedyIsTheExcess() {
        assertThat(pricedAndNsp("10000.00", "5412.10").remedyOf(rule)).isEqualTo("Lower the NSP lines by 412.10.");
    }

    @Test
    void headroomIsShown() {
        assertThat(pricedAndNsp("10000.00", "4210.00").askedOf(rule).getFirst().message())
                .isEqualTo("NSP lines come to 4210.00 of at most 5000.00; 790.00 is left.");
    }

    @Test
    void severalNspLinesCountTogether() {
        assertThat(order(
                                line("1").costing("10000.00"),
                                line("2").nsp("1").costing("2500.00"),
                                line("3").nsp("1").costing("2500.01"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void anotherAnswerWithTaxAndFreightIsAWarning() {
        assertThat(pricedAndNsp("244000.00", "5500.00").tax("500.01").askedOf(rule))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.FAIL, Verdict.WARN);
        assertThat(pricedAndNsp("244000.00", "5500.00").tax("500.00").askedOf(rule))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.FAIL);
    }

    @Test
    void withoutTheFiguresItIsUndetermined() {
        assertThat(pricedAndNsp("10000.00", "1.00").withoutFigures().askedOf(rule))
                .hasSize(4)
                .allMatch(finding -> finding.verdict() == Verdict.UNDETERMINED && finding.blocking());
    }
}
