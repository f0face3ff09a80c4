package org.opencmas.compliance.rule.severalcmas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.OTHER_CONTRACTOR;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
import static org.opencmas.compliance.rule.purchaseorder.Given.cmas;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("MULTI-SAME-CONTRACTOR: all CMAS on one order belong to the same contractor")
class OneContractorTest {
    private final Rule<OrderFacts> rule = new OneContractor();

    @Test
    @WorkedCase(passes = true, value = "two CMAS of one contractor → PASS")
    void twoOfOneContractorPass() {
        assertThat(order(line("1"), line("2").on(SECOND)).verdictOf(rule)).isEqualTo(Verdict.PASS);
    }

    @Test
    @WorkedCase(passes = false, value = "line 2 on a CMAS of another contractor → FAIL, on line 2")
    void twoOfTwoContractorsFail() {
        Finding finding = order(line("1"), line("2").on(SECOND))
                .on(cmas(SECOND).of(OTHER_CONTRACTOR))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.remedy()).isEqualTo("Move line 2 to an order of its own.");
    }

    @Test
    void oneUnknownIsUndetermined() {
        assertThat(order(line("1"), line("2").on(SECOND))
                        .on(cmas(SECOND).unknown())
                        .verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void anOrderOnOneCmasIsNotItsConcern() {
        assertThat(order(line("1"), line("2").on(CMAS)).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
