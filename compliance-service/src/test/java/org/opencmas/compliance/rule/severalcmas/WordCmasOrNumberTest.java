package org.opencmas.compliance.rule.severalcmas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("MULTI-WORD-CMAS: two or more CMAS, the field says CMAS; one, it says that number")
class WordCmasOrNumberTest {
    private final Rule<OrderFacts> rule = new WordCmasOrNumber();

    @ParameterizedTest(name = "\"{0}\" → on two CMAS {1}, on one {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        CMAS,            PASS, FAIL
        cmas,            PASS, FAIL
        3-12-70-2473E,   FAIL, PASS
        #3-12-70-2473e,  FAIL, PASS
        3-12-70-2473F,   FAIL, FAIL
        3-12-70-2473,    FAIL, FAIL
        GS-35F-0119Y,    FAIL, FAIL
        '',              FAIL, FAIL
        """)
    void boundaries(String written, Verdict onTwo, Verdict onOne) {
        assertThat(order(line("1"), line("2").on(SECOND))
                        .contractNumber(written)
                        .verdictOf(rule))
                .isEqualTo(onTwo);
        assertThat(order(line("1")).contractNumber(written).verdictOf(rule)).isEqualTo(onOne);
    }

    @Test
    void theRemedySaysWhatToWrite() {
        assertThat(order(line("1"), line("2").on(SECOND))
                        .contractNumber("3-12-70-2473E")
                        .remedyOf(rule))
                .isEqualTo("Write CMAS in the contract-number field.");
    }
}
