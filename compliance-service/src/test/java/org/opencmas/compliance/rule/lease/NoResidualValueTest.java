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

@DisplayName("LSE-LTOP-OK: at the end of a lease no residual value is owed")
class NoResidualValueTest {
    private final Rule<OrderFacts> rule = new NoResidualValue();

    @ParameterizedTest(name = "{0}, residual value {1} → {2}, stops the order: {3}")
    @CsvSource({
        "FEDERAL_LEASE_TO_OWN, 0.00, PASS,           false",
        "FEDERAL_LEASE_TO_OWN, 1.00, PASS,           false",
        "FEDERAL_LEASE_TO_OWN, 1.01, FAIL,           true",
        "FEDERAL_LEASE_TO_OWN, ,     UNDETERMINED,   true",
        "HARDWARE_RENTAL,      1.00, PASS,           false",
        "HARDWARE_RENTAL,      1.01, FAIL,           true",
        "STATE_MARKETPLACE,    9.00, NOT_APPLICABLE, false",
        "OTHER_FEDERAL,        0.00, NOT_APPLICABLE, false"
    })
    void residualValues(LeasePlan plan, String residual, Verdict verdict, boolean stops) {
        assertThat(order(line("1")).lease(plan, residual).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && finding.blocking() == stops);
    }

    @Test
    void anOrderWithoutALeaseIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
