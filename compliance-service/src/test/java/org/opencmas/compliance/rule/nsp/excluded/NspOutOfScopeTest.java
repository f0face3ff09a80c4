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
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-EXCL-SCOPE: what the CMAS excludes from its scope is no NSP item")
class NspOutOfScopeTest {
    private final Rule<OrderFacts> rule = new NspOutOfScope();

    @ParameterizedTest(name = "excluded by the CMAS: {0} → {1}, stops the order: {2}")
    @CsvSource({"false, PASS, false", "true, FAIL, true", ", WARN, false"})
    void exclusions(Boolean excluded, Verdict verdict, boolean stops) {
        assertThat(order(line("1"), line("2").nsp("1").coded(new Coding(null, null, null, null, null, excluded, null)))
                        .attested("NSP-EXCL-SCOPE")
                        .askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && finding.blocking() == stops);
    }

    @Test
    void anOrderWithoutNspItemsIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
