package org.opencmas.compliance.rule.nsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.Given.pricedAndNsp;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-NOT-ONLY: every group with NSP has at least one priced line of more than 0.00")
class NspNotAloneTest {
    private final Rule<OrderFacts> rule = new NspNotAlone();

    @ParameterizedTest(name = "priced line of {0} → {1}")
    @CsvSource({"0.00, FAIL", "0.01, PASS"})
    void boundaries(String priced, Verdict verdict) {
        assertThat(pricedAndNsp(priced, "1.00").verdictOf(rule)).isEqualTo(verdict);
    }

    @Test
    void onlyNspFails() {
        assertThat(order(line("1").nsp("1")).verdictOf(rule)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aTravelLineHasNoPriceOnTheCmas() {
        assertThat(order(line("1").kind(LineKind.TRAVEL), line("2").nsp("1")).verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void aPricedLineInAnotherGroupDoesNotHelp() {
        assertThat(order(line("1"), line("2").on(SECOND).nsp("1")).verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void withoutNspLinesItDoesNotApply() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
