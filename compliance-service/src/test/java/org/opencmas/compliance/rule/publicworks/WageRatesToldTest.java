package org.opencmas.compliance.rule.publicworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Wages;

@DisplayName("PW-WAGE-RATES: the order specifies the prevailing wage rates, or says that they are on file")
class WageRatesToldTest {
    private final Rule<OrderFacts> rule = new WageRatesTold();

    @ParameterizedTest(name = "rates {0}, on file {1} → {2}")
    @CsvSource({"DIR 2026-1, false, PASS", ", true, PASS", "DIR 2026-1, true, PASS", ", false, FAIL"})
    void oneOfTheTwoIsEnough(String rates, boolean onFile, Verdict verdict) {
        assertThat(GivenWorks.costing("100.00")
                        .publicWorks(new PublicWorks(null, new Wages(rates, onFile), null, null, null, null))
                        .attested("PW-WAGE-RATES")
                        .askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && finding.blocking() == (verdict == Verdict.FAIL));
    }

    @ParameterizedTest(name = "works of 1,000.00, exempt up to {0} → {1}")
    @CsvSource({"0.00, FAIL", "999.99, FAIL", "1000.00, NOT_APPLICABLE", "1000.01, NOT_APPLICABLE"})
    void aFigureCanExemptTheSmallestProjectsAndDoesNot(String exempt, Verdict verdict) {
        assertThat(GivenWorks.costing("1000.00")
                        .figure(ParameterName.PW_WAGE_EXEMPT_UP_TO, exempt)
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void anOrderWithoutPublicWorksIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
