package org.opencmas.compliance.rule.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.ORDER_DATE;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.GivenProcurement.way;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName(
        "ORD-WARRANTY-TERMS: the warranty and other terms of the CMAS are shown as the reader of its copy tells them")
class WarrantyTermsShownTest {
    private final Rule<OrderFacts> rule = new WarrantyTermsShown();

    @ParameterizedTest(name = "terms {0} → {1}")
    @CsvSource(
            nullValues = "-",
            value = {"eight years on the turf, PASS", "-, UNDETERMINED"})
    void boundaries(String terms, Verdict verdict) {
        Finding finding = order(line("1"))
                .told(way().copy(CMAS, 0, ORDER_DATE, List.of(), null, terms))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isFalse();
        assertThat(finding.numbers().get(CMAS.canonical())).isEqualTo(terms);
    }

    @Test
    void eachCmasHasItsOwn() {
        assertThat(order(line("1"), line("2").on(SECOND))
                        .told(way().copy(CMAS, 0, ORDER_DATE, List.of(), null, "eight years"))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> assertThat(finding.lineIds()).containsExactly("2"));
    }

    @Test
    void withoutACopyAnotherRuleAsks() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
