package org.opencmas.compliance.rule.nsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-SUBORDINATE: each NSP line names the priced lines it supports, and a person says why")
class NspSupportsPricedTest {
    private final Rule<OrderFacts> rule = new NspSupportsPriced();

    @Test
    @WorkedCase(passes = true, value = "NSP line 3 supports priced lines 1 and 2, with its reason → PASS")
    void oneOrSeveralPricedLinesPass() {
        assertThat(order(line("1"), line("2").nsp("1")).verdictOf(rule)).isEqualTo(Verdict.PASS);
        assertThat(order(line("1"), line("2"), line("3").nsp("1", "2")).verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    @WorkedCase(passes = false, value = "NSP line 2 names no line that it supports → FAIL")
    void noLinkFails() {
        assertThat(order(line("1"), line("2").nsp()).verdictOf(rule)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aLinkToAnNspLineOrToNothingFails() {
        assertThat(order(line("1"), line("2").nsp("1"), line("3").nsp("2")).verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
        assertThat(order(line("1"), line("2").nsp("2")).verdictOf(rule)).isEqualTo(Verdict.FAIL);
        assertThat(order(line("1"), line("2").nsp("1", "9")).verdictOf(rule)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aTravelLineIsNoPricedLine() {
        assertThat(order(line("1").kind(LineKind.TRAVEL), line("2").nsp("1")).verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void aMissingReasonBlocksUntilAttested() {
        Given unexplained = order(line("1"), line("2").nsp("1").reason(" "));

        assertThat(unexplained.verdictOf(rule)).isEqualTo(Verdict.NEEDS_ATTESTATION);
        assertThat(unexplained.askedOf(rule)).allMatch(Finding::blocking);
        assertThat(unexplained.attested("NSP-SUBORDINATE").askedOf(rule)).noneMatch(Finding::blocking);
    }

    @Test
    void withoutNspLinesItDoesNotApply() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
