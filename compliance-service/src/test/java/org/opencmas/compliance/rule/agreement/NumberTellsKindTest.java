package org.opencmas.compliance.rule.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("CON-NUMBER-CATEGORY: a CMAS number begins with 3 for IT or 4 for non-IT, and nothing else is one")
class NumberTellsKindTest {
    private final Rule<OrderFacts> rule = new NumberTellsKind();

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        3-12-70-2473E,   PASS
        4-06-78-0031A,   PASS
        3-24-09-1021,    PASS
        #4-06-78-0031A,  PASS
        2-12-70-2473E,   FAIL
        5-12-70-2473E,   FAIL
        1-12-70-2473E,   FAIL
        7-20-99-42,      FAIL
        GS-35F-0119Y,    FAIL
        """)
    void boundaries(String printed, Verdict verdict) {
        assertThat(order(line("1").printed(printed)).verdictOf(rule)).isEqualTo(verdict);
    }

    @Test
    void theKindIsShown() {
        assertThat(order(line("1").printed("4-06-78-0031A"))
                        .askedOf(rule)
                        .getFirst()
                        .numbers())
                .containsEntry("4-06-78-0031A", "NON_IT");
    }

    @Test
    void aLineWithoutNumberIsNamed() {
        Finding finding =
                order(line("1"), line("2").printed(null)).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.lineIds()).containsExactly("2");
    }

    @Test
    void whyItIsNoNumberIsSaid() {
        assertThat(order(line("1").printed("5-12-70-2473E"))
                        .askedOf(rule)
                        .getFirst()
                        .message())
                .isEqualTo(
                        "A CMAS number begins with 3 (IT) or 4 (non-IT); one that begins with 5 belongs to another leveraged"
                                + " procurement agreement.");
    }

    @Test
    void whatMayHaveBeenMisreadIsSuggestedAndNotTaken() {
        Finding finding =
                order(line("1").printed("3-12-7O-2473E")).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.remedy()).contains("perhaps 3-12-70-2473E");
    }
}
