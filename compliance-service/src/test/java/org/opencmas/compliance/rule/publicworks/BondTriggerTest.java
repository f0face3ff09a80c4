package org.opencmas.compliance.rule.publicworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("PW-BOND-TRIGGER: public works above 5,000.00 need a payment bond before the work starts")
class BondTriggerTest {
    private final Rule<OrderFacts> rule = new BondTrigger();

    @ParameterizedTest(name = "public works of {0} + {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        0.00,    0.00,    PASS
        5000.00, 0.00,    PASS
        5000.01, 0.00,    WARN
        2500.00, 2500.00, PASS
        2500.00, 2500.01, WARN
        """)
    void boundaries(String one, String other, Verdict verdict) {
        assertThat(order(
                                line("1").costing("9000.00"),
                                line("2").publicWorks().costing(one),
                                line("3").publicWorks().costing(other))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void theBondIsAtLeastTheWholeOrderAndStopsNoIssue() {
        Finding finding = order(
                        line("1").costing("9000.00"), line("2").publicWorks().costing("5000.01"))
                .tax("700.00")
                .askedOf(rule)
                .getFirst();

        assertThat(finding.blocking()).isFalse();
        assertThat(finding.lineIds()).containsExactly("2");
        assertThat(finding.numbers()).containsEntry("bondAtLeast", "14000.01");
        assertThat(finding.remedy())
                .isEqualTo(
                        "Give the contractor Std. Form 807, and let line 2 start only with a bond of at least 14000.01.");
    }

    @Test
    void withoutTheFigureItIsUndetermined() {
        assertThat(order(line("1"), line("2").publicWorks()).withoutFigures().verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void withoutPublicWorksItDoesNotApply() {
        assertThat(order(line("1").costing("9000.00")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
