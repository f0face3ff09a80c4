package org.opencmas.compliance.rule.severalcmas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
import static org.opencmas.compliance.rule.purchaseorder.Given.cmas;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("MULTI-TOTAL-LIMIT: a State order on several CMAS is at most the lowest of their limits")
class LowestLimitOfSeveralTest {
    private final Rule<OrderFacts> rule = new LowestLimitOfSeveral();

    @ParameterizedTest(name = "limits {0} and {1}, total {2} → {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        500000.00, 100000.00, 100000.00, PASS
        500000.00, 100000.00, 100000.01, FAIL
        100000.00, 500000.00, 100000.01, FAIL
        100000.00, 100000.00, 100000.01, FAIL
        100000.00, -,         50000.00,  UNDETERMINED
        """)
    void boundaries(String first, String second, String total, Verdict verdict) {
        assertThat(order(line("1").costing(total), line("2").on(SECOND).costing("0.00"))
                        .stateBuyer()
                        .on(cmas(CMAS).limit(first), cmas(SECOND).limit(second))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void aLocalAgencyIsNotBound() {
        assertThat(order(line("1"), line("2").on(SECOND)).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void anOrderOnOneCmasIsMeasuredByAnotherRule() {
        assertThat(order(line("1")).stateBuyer().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
