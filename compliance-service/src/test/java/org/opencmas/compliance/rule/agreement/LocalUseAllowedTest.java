package org.opencmas.compliance.rule.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
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
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;

@DisplayName("CON-LOCAL-OPTIN: a local agency orders only where the contractor lets local agencies")
class LocalUseAllowedTest {
    private final Rule<OrderFacts> rule = new LocalUseAllowed();

    @ParameterizedTest(name = "{0} → local buyer {1}, State buyer {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        STATE_AND_LOCAL, PASS,         NOT_APPLICABLE
        STATE_ONLY,      FAIL,         NOT_APPLICABLE
        UNKNOWN,         UNDETERMINED, NOT_APPLICABLE
        """)
    void boundaries(Agreement.ForUseBy forUseBy, Verdict local, Verdict state) {
        assertThat(order(line("1")).on(cmas(CMAS).forUseBy(forUseBy)).verdictOf(rule))
                .isEqualTo(local);
        assertThat(order(line("1"))
                        .on(cmas(CMAS).forUseBy(forUseBy))
                        .stateBuyer()
                        .verdictOf(rule))
                .isEqualTo(state);
    }

    @Test
    void withoutKnowingTheBuyerItIsUndetermined() {
        assertThat(order(line("1")).unknownBuyer().verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
    }
}
