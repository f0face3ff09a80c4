package org.opencmas.compliance.rule.publicworks;

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
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Bond;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;
import org.opencmas.terms.Usd;

@DisplayName("PW-BOND-AMOUNT: a payment bond comes to 100% of the order's price at least")
class BondAmountTest {
    private final Rule<OrderFacts> rule = new BondAmount();

    @ParameterizedTest(name = "an order of 11,000.01 with tax of 100.00, a bond of {0} → {1}, stops the order: {2}")
    @CsvSource({
        "11000.00, FAIL, true",
        "11000.01, WARN, false",
        "11100.00, WARN, false",
        "11100.01, PASS, false",
        ",         WARN, false"
    })
    void bonds(String sum, Verdict verdict, boolean stops) {
        Bond bond = sum == null ? null : new Bond(Usd.of(sum), "Std. 807");

        assertThat(GivenWorks.costing("5000.01")
                        .tax("100.00")
                        .publicWorks(new PublicWorks(null, null, null, null, null, bond))
                        .askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && finding.blocking() == stops);
    }

    @Test
    void theRemedySaysByHowMuchToRaiseIt() {
        assertThat(GivenWorks.costing("5000.01")
                        .publicWorks(
                                new PublicWorks(null, null, null, null, null, new Bond(Usd.of("5000.01"), "Std. 807")))
                        .remedyOf(rule))
                .isEqualTo("Raise the bond by 6000.00.");
    }

    @Test
    void upToTheTriggerNoBondIsNeeded() {
        assertThat(GivenWorks.costing("5000.00").verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(GivenWorks.costing("5000.01").verdictOf(rule)).isEqualTo(Verdict.WARN);
    }

    @Test
    void anOrderWithoutPublicWorksIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
