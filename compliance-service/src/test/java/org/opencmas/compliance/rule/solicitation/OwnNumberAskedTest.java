package org.opencmas.compliance.rule.solicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.ORDER_DATE;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.GivenProcurement.way;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.known.Agency.Severity;

@DisplayName(
        "SOL-MIN-LOCAL: a local agency has asked as many contractors as it set for itself, and never the State's number")
class OwnNumberAskedTest {
    private final Rule<OrderFacts> rule = new OwnNumberAsked();

    private static Agency.Settings least(Integer number, Severity action) {
        return new Agency.Settings(number, action, null, null, null, null, null, null, null);
    }

    @ParameterizedTest(name = "two asked, own number {0}, {1} → {2}, blocks {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2, -,     PASS,           false
        3, -,     WARN,           false
        3, WARN,  WARN,           false
        3, BLOCK, FAIL,           true
        2, BLOCK, PASS,           false
        0, BLOCK, NOT_APPLICABLE, false
        -, -,     NOT_APPLICABLE, false
        """)
    void boundaries(Integer number, Severity action, Verdict verdict, boolean blocks) {
        Finding finding = order(line("1"))
                .agencySets(least(number, action))
                .told(way().asked("A", "B"))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isEqualTo(blocks);
    }

    @ParameterizedTest(name = "nothing told, {0} → blocks {1}")
    @CsvSource(
            nullValues = "-",
            value = {"-, false", "WARN, false", "BLOCK, true"})
    void anOrderThatDoesNotTellIsAskedAndStoppedWhereTheAgencyWantsIt(Severity action, boolean blocks) {
        Finding finding =
                order(line("1")).agencySets(least(1, action)).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.NEEDS_ATTESTATION);
        assertThat(finding.blocking()).isEqualTo(blocks);
    }

    @Test
    void aStateAgencyHasTheStatesNumber() {
        assertThat(order(line("1"))
                        .stateBuyer()
                        .agencySets(least(9, Severity.BLOCK))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void anAmendmentSeeksNoOffers() {
        assertThat(order(line("1"))
                        .agencySets(least(9, Severity.BLOCK))
                        .amendedOn(ORDER_DATE)
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
