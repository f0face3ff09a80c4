package org.opencmas.compliance.rule.nsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.pricedAndNsp;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-TIER-BY-NSP: an order above 250,000.00 only because of its NSP items is a warning")
class NspLiftsTierTest {
    private final Rule<OrderFacts> rule = new NspLiftsTier();

    @ParameterizedTest(name = "priced {0} + NSP {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        245000.00, 5000.00, PASS
        245000.00, 5000.01, WARN
        250000.00, 0.01,    WARN
        250000.01, 0.01,    PASS
        300000.00, 0.00,    NOT_APPLICABLE
        """)
    void boundaries(String priced, String nsp, Verdict verdict) {
        assertThat(pricedAndNsp(priced, nsp).verdictOf(rule)).isEqualTo(verdict);
        assertThat(pricedAndNsp(priced, nsp).askedOf(rule)).noneMatch(Finding::blocking);
    }
}
