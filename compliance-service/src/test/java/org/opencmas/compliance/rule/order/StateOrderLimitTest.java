package org.opencmas.compliance.rule.order;

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

@DisplayName("ORD-LIMIT-STATE: a State order is at most the order limit of its CMAS")
class StateOrderLimitTest {
    private final Rule<OrderFacts> rule = new StateOrderLimit();

    @ParameterizedTest(name = "total {0}, limit {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        499999.99, 500000.00, PASS
        500000.00, 500000.00, PASS
        500000.01, 500000.00, FAIL
        1.00,      -,         UNDETERMINED
        """)
    void boundaries(String total, String limit, Verdict verdict) {
        assertThat(order(line("1").costing(total))
                        .stateBuyer()
                        .on(cmas(CMAS).limit(limit))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void taxAndFreightDoNotCount() {
        assertThat(order(line("1").costing("500000.00"))
                        .tax("40000.00")
                        .freight("900.00")
                        .stateBuyer()
                        .on(cmas(CMAS).limit("500000.00"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void theRemedyIsTheExcess() {
        assertThat(order(line("1").costing("500412.10"))
                        .stateBuyer()
                        .on(cmas(CMAS).limit("500000.00"))
                        .remedyOf(rule))
                .isEqualTo("Lower the order by 412.10.");
    }

    @Test
    void aLocalAgencyIsNotBound() {
        assertThat(order(line("1").costing("900000.00"))
                        .on(cmas(CMAS).limit("500000.00"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void severalCmasAreMeasuredByAnotherRule() {
        assertThat(order(line("1"), line("2").on(SECOND)).stateBuyer().verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
