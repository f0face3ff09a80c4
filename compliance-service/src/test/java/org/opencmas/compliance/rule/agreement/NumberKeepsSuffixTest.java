package org.opencmas.compliance.rule.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
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
import org.opencmas.terms.CmasNumber;

@DisplayName("CON-NUMBER-SUFFIX: the letter belongs to the number and is compared exactly")
class NumberKeepsSuffixTest {
    private final Rule<OrderFacts> rule = new NumberKeepsSuffix();

    @Test
    @WorkedCase(passes = true, value = "3-12-70-2473E, which is known with its letter → PASS")
    void aNumberKnownExactlyPasses() {
        assertThat(order(line("1").on(CMAS)).verdictOf(rule)).isEqualTo(Verdict.PASS);
    }

    @Test
    @WorkedCase(passes = false, value = "3-12-70-2473, where 3-12-70-2473E and 3-12-70-2473F are known → WARN")
    void aNumberWithoutItsLetterIsAnotherNumber() {
        CmasNumber bare = CmasNumber.parse("3-12-70-2473");
        Finding finding = order(line("1").on(bare))
                .on(cmas(bare).unknown(CMAS, SECOND))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.remedy()).isEqualTo("If it was meant, write 3-12-70-2473E or 3-12-70-2473F.");
    }

    @Test
    void twoLettersAreTwoAgreements() {
        assertThat(order(line("1").on(CMAS), line("2").on(SECOND))
                        .facts()
                        .order()
                        .cmasNumbers())
                .containsExactly(CMAS, SECOND);
    }

    @Test
    void anUnknownNumberWithoutLikenessIsUndetermined() {
        assertThat(order(line("1")).on(cmas(CMAS).unknown()).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
    }
}
