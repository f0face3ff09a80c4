package org.opencmas.compliance.rule.bestvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.GivenProcurement.way;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("BV-COMPARE-ALL: the comparison holds every offer that came, or says why not")
class AllOffersComparedTest {
    private final Rule<OrderFacts> rule = new AllOffersCompared();

    @ParameterizedTest(name = "second offer compared {0}, reason {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        true,  -,         PASS
        false, -,         FAIL
        false, came late, PASS
        """)
    void boundaries(boolean compared, String reason, Verdict verdict) {
        Finding finding = order(line("1"))
                .told(way().offered("A", true, null)
                        .offered("B", compared, reason)
                        .asked("C"))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isEqualTo(verdict == Verdict.FAIL);
    }

    @Test
    void eachOfferThatIsMissingIsNamed() {
        assertThat(order(line("1"))
                        .told(way().offered("A", false, null).offered("B", false, null))
                        .askedOf(rule))
                .extracting(finding -> finding.numbers().get("contractor"))
                .containsExactly("A", "B");
    }

    @Test
    void withoutAnOfferThereIsNothingToCompare() {
        assertThat(order(line("1")).told(way().asked("A", "B")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
