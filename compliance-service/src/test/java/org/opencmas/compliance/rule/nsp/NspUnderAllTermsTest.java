package org.opencmas.compliance.rule.nsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-TERMS: all terms of the CMAS hold for its NSP items")
class NspUnderAllTermsTest {
    private final Rule<OrderFacts> rule = new NspUnderAllTerms();

    @Test
    @WorkedCase(passes = true, value = "NSP line 2 under its CMAS → PASS, with the sentence to print on the order")
    void theSentenceToPrintComesWithTheFinding() {
        assertThat(order(line("1"), line("2").nsp("1")).askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
                    assertThat(finding.lineIds()).containsExactly("2");
                    assertThat(finding.numbers()).containsKey("printOnOrder");
                });
    }

    @Test
    @WorkedCase(passes = false, value = "NSP line 2 without a readable CMAS number → UNDETERMINED")
    void withoutAReadableCmasItIsNotKnownWhoseTermsHold() {
        assertThat(order(line("1"), line("2").nsp("1").printed("nothing")).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.UNDETERMINED && !finding.blocking());
    }

    @Test
    void anOrderWithoutNspItemsIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
