package org.opencmas.compliance.ordercheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.ordercheck.rule.Given.CMAS;
import static org.opencmas.compliance.ordercheck.rule.Given.SECOND;
import static org.opencmas.compliance.ordercheck.rule.Given.cmas;
import static org.opencmas.compliance.ordercheck.rule.Given.line;
import static org.opencmas.compliance.ordercheck.rule.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.terms.CmasNumber;

@DisplayName("CON-NUMBER-SUFFIX: the letter belongs to the number and is compared exactly")
class NumberKeepsSuffixTest {
    private final OrderRule rule = new NumberKeepsSuffix();

    @Test
    void aNumberKnownExactlyPasses() {
        assertThat(order(line("1").on(CMAS)).verdictOf(rule)).isEqualTo(Verdict.PASS);
    }

    @Test
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
