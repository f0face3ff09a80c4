package org.opencmas.compliance.rule.order;

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

@DisplayName("ORD-CMAS-NUMBER-CORRECT: each number exists and belongs to the contractor named")
class CmasNumberCorrectTest {
    private final Rule<OrderFacts> rule = new CmasNumberCorrect();

    @Test
    @WorkedCase(passes = true, value = "a CMAS of the contractor named on the order → PASS")
    void aNumberOfTheContractorNamedPasses() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.PASS);
    }

    @Test
    @WorkedCase(
            passes = false,
            value = "line 2 on a CMAS of Another, Inc., which the order does not name → FAIL, on line 2")
    void aNumberOfAnotherContractorFails() {
        Finding finding = order(line("1"), line("2").on(SECOND))
                .on(cmas(SECOND).of(OTHER_CONTRACTOR))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.lineIds()).containsExactly("2");
        assertThat(finding.remedy()).contains("Another, Inc.");
    }

    @Test
    void aNumberNotKnownHereIsUndeterminedAndNamed() {
        Finding finding =
                order(line("1")).on(cmas(CMAS).unknown()).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(finding.blocking()).isTrue();
        assertThat(finding.remedy())
                .isEqualTo("Submit again when the registry has sent CMAS 3-12-70-2473E, or correct the number.");
    }
}
