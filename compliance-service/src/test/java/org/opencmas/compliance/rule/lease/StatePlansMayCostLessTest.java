package org.opencmas.compliance.rule.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.LeasePlan;

@DisplayName("LSE-LTOP-COSTLY: a federal lease to own purchase may cost more than the State's own plans")
class StatePlansMayCostLessTest {
    private final Rule<OrderFacts> rule = new StatePlansMayCostLess();

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"FEDERAL_LEASE_TO_OWN, WARN", "STATE_MARKETPLACE, PASS", "HARDWARE_RENTAL, PASS"})
    void plans(LeasePlan plan, Verdict verdict) {
        assertThat(order(line("1")).lease(plan, "0.00").verdictOf(rule)).isEqualTo(verdict);
    }

    @Test
    void anOrderWithoutALeaseIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
