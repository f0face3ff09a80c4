package org.opencmas.compliance.rule.severalcmas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.Given.sub;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("MULTI-SUBTOTAL-NO-TAX: a subtotal equals the sum of its lines to the cent, without tax")
class SubtotalsWithoutTaxTest {
    private final Rule<OrderFacts> rule = new SubtotalsWithoutTax();

    @ParameterizedTest(name = "lines 100.00 + 50.55, subtotal {0} → {1}")
    @CsvSource({"150.55, PASS", "150.550, PASS", "150.54, FAIL", "150.56, FAIL", "163.00, FAIL"})
    void boundaries(String subtotal, Verdict verdict) {
        assertThat(order(line("1"), line("2").on(SECOND), line("3").costing("50.55"))
                        .tax("12.45")
                        .subs(sub(1, CMAS, subtotal), sub(2, SECOND, "100.00"))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void linesOfACmasWithoutAGroupHaveNoSubtotal() {
        assertThat(order(line("1"), line("2").on(SECOND)).subs().verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
        assertThat(order(line("1"), line("2").on(SECOND))
                        .subs(sub(1, CMAS, "100.00"))
                        .remedyOf(rule))
                .isEqualTo("Give CMAS 3-12-70-2473F a group with the subtotal 100.00.");
    }

    @Test
    void theRemedyIsTheSum() {
        assertThat(order(line("1")).subs(sub(1, CMAS, "108.50")).remedyOf(rule))
                .isEqualTo("Set the subtotal of Sub #1 to 100.00, without tax and freight.");
    }

    @Test
    void lineAmountsAreRoundedHalfUpBeforeTheyAreAdded() {
        assertThat(order(line("1").costing("0.005"), line("2").costing("0.005"))
                        .subs(sub(1, CMAS, "0.02"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }
}
