package org.opencmas.compliance.rule.severalcmas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.NON_IT;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.terms.CmasNumber;

@DisplayName("MULTI-NO-IT-NONIT: IT and non-IT CMAS are never mixed, by local agencies neither")
class NoItWithNonItTest {
    private final Rule<OrderFacts> rule = new NoItWithNonIt();

    @Test
    @WorkedCase(passes = true, value = "3-12-70-2473E and 3-12-70-2473F on one order → PASS")
    void twoItPass() {
        assertThat(order(line("1"), line("2").on(SECOND)).verdictOf(rule)).isEqualTo(Verdict.PASS);
    }

    @Test
    void twoNonItPass() {
        CmasNumber another = CmasNumber.parse("4-06-78-0031B");
        assertThat(order(line("1").on(NON_IT), line("2").on(another)).verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    @WorkedCase(
            passes = false,
            value = "an IT and a non-IT CMAS on one order, by a city or by a State department → FAIL")
    void anyMixFailsForLocalAndStateBuyers() {
        assertThat(order(line("1"), line("2").on(NON_IT)).verdictOf(rule)).isEqualTo(Verdict.FAIL);
        assertThat(order(line("1"), line("2").on(NON_IT)).stateBuyer().verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void theFewerLinesAreToMove() {
        assertThat(order(line("1"), line("2").on(NON_IT), line("3")).remedyOf(rule))
                .isEqualTo("Move line 2 to an order of its own.");
    }

    @Test
    void ofAsManyTheOthersAreToMove() {
        assertThat(order(line("1"), line("2").on(NON_IT)).remedyOf(rule))
                .isEqualTo("Move line 2 to an order of its own.");
        assertThat(order(line("1"), line("2").on(NON_IT), line("3"), line("4").on(NON_IT))
                        .remedyOf(rule))
                .isEqualTo("Move lines 2 and 4 to an order of their own.");
        assertThat(order(line("1"), line("2").on(NON_IT), line("3").on(NON_IT)).remedyOf(rule))
                .isEqualTo("Move line 1 to an order of its own.");
    }

    @Test
    void anOrderOnOneCmasIsNotItsConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
