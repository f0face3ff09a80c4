package org.opencmas.compliance.rule.nsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.law.NoWorkedCase;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-BEST-VALUE: an order with NSP items is issued only as the best value alternative")
@NoWorkedCase(
        passes = true,
        because = "Only a person can say so: with that word the finding stays NEEDS_ATTESTATION and is answered.")
class NspIsBestValueTest {
    private final Rule<OrderFacts> rule = new NspIsBestValue();

    @Test
    @WorkedCase(passes = false, value = "line 2 an NSP item, nobody attests → NEEDS_ATTESTATION, which stops the order")
    void nspItemsStopTheOrderUntilAPersonSaysWhyItIsTheBestValue() {
        Given given = order(line("1"), line("2").nsp("1"));

        assertThat(given.askedOf(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.NEEDS_ATTESTATION);
            assertThat(finding.blocking()).isTrue();
            assertThat(finding.lineIds()).containsExactly("2");
            assertThat(finding.remedy())
                    .isEqualTo("Attest with the reason that it is with line 2, or buy outside CMAS.");
        });
        assertThat(given.attested("NSP-BEST-VALUE").askedOf(rule))
                .singleElement()
                .matches(finding -> !finding.blocking());
    }

    @Test
    void anAmendmentIsAskedOfItemsThatItAddsOrChanges() {
        Order before = order(line("1"), line("2").nsp("1")).document();

        assertThat(order(line("1"), line("2").nsp("1"))
                        .issuedBefore(before)
                        .amendedOn(Given.ORDER_DATE.plusDays(1))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(order(
                                line("1"),
                                line("2").nsp("1").costing("100.01"),
                                line("3").nsp("1"))
                        .issuedBefore(before)
                        .amendedOn(Given.ORDER_DATE.plusDays(1))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> assertThat(finding.lineIds()).containsExactly("2", "3"));
    }

    @Test
    void anOrderWithoutNspItemsIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
