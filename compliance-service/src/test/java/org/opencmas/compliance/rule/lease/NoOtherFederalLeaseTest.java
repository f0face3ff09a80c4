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

@DisplayName("LSE-OTHER-FED-NO: no other federal lease is sold through CMAS")
class NoOtherFederalLeaseTest {
    private final Rule<OrderFacts> rule = new NoOtherFederalLease();

    @ParameterizedTest(name = "{0} → {1}, stops the order: {2}")
    @CsvSource({
        "OTHER_FEDERAL,        FAIL, true",
        "FEDERAL_LEASE_TO_OWN, PASS, false",
        "HARDWARE_RENTAL,      PASS, false",
        "STATE_MARKETPLACE,    PASS, false"
    })
    void plans(LeasePlan plan, Verdict verdict, boolean stops) {
        assertThat(order(line("1"))
                        .lease(plan, "0.00")
                        .attested("LSE-OTHER-FED-NO")
                        .askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && finding.blocking() == stops);
    }

    @Test
    void anOrderWithoutALeaseIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
