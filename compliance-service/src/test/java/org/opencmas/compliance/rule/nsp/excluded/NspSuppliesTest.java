package org.opencmas.compliance.rule.nsp.excluded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Coding;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-EXCL-SUPPLIES: supplies are NSP items only in the minimum amount needed at first")
class NspSuppliesTest {
    private final Rule<OrderFacts> rule = new NspSupplies();

    @ParameterizedTest(name = "coded as a supply: {0} → {1}, stops the order: {2}")
    @CsvSource({"false, PASS, false", "true, NEEDS_ATTESTATION, true", ", WARN, false"})
    void supplies(Boolean supply, Verdict verdict, boolean stops) {
        assertThat(given(supply).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && finding.blocking() == stops);
    }

    @Test
    void aPersonsWordOnTheMinimumLiftsIt() {
        assertThat(given(true).attested("NSP-EXCL-SUPPLIES").askedOf(rule))
                .singleElement()
                .matches(finding -> !finding.blocking());
    }

    @Test
    void suppliesOnThePriceListAreOfNoConcern() {
        assertThat(order(line("1").coded(new Coding(null, null, null, null, true, null, null)))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static Given given(Boolean supply) {
        return order(line("1"), line("2").nsp("1").coded(new Coding(null, null, null, null, supply, null, null)));
    }
}
