package org.opencmas.compliance.rule.severalcmas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.Given.sub;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("MULTI-GROUP: every line names its CMAS and every CMAS has exactly one group")
class LinesGroupedByCmasTest {
    private final Rule<OrderFacts> rule = new LinesGroupedByCmas();

    @Test
    @WorkedCase(passes = true, value = "lines 1 and 3 on one CMAS, line 2 on another, a group for each → PASS")
    void oneGroupForEachCmasPassesInWhateverOrderLinesCome() {
        assertThat(order(line("1"), line("2").on(SECOND), line("3")).verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aLineWithoutCmasFails() {
        Finding finding =
                order(line("1"), line("2").printed(null)).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.lineIds()).containsExactly("2");
    }

    @Test
    @WorkedCase(passes = false, value = "Sub #1 and Sub #3 for one CMAS → FAIL")
    void aSplitGroupFails() {
        assertThat(order(line("1"), line("2").on(SECOND), line("3"))
                        .subs(sub(1, CMAS, "100.00"), sub(2, SECOND, "100.00"), sub(3, CMAS, "100.00"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void aLineWhoseCmasHasNoGroupFails() {
        assertThat(order(line("1"), line("2").on(SECOND))
                        .subs(sub(1, CMAS, "100.00"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void anOrderOnOneCmasIsNotItsConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
