package org.opencmas.compliance.ordercheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.ordercheck.rule.Given.CMAS;
import static org.opencmas.compliance.ordercheck.rule.Given.SECOND;
import static org.opencmas.compliance.ordercheck.rule.Given.cmas;
import static org.opencmas.compliance.ordercheck.rule.Given.line;
import static org.opencmas.compliance.ordercheck.rule.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("NSP-ONLY-WAY: an NSP line is bought only on a CMAS that has the NSP provision")
class NspNeedsProvisionTest {
    private final OrderRule rule = new NspNeedsProvision();

    @Test
    void withTheProvisionItPasses() {
        assertThat(order(line("1"), line("2").nsp("1")).verdictOf(rule)).isEqualTo(Verdict.PASS);
    }

    @Test
    void withoutTheProvisionItFails() {
        Finding finding = order(line("1"), line("2").nsp("1"))
                .on(cmas(CMAS).withoutNsp())
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.lineIds()).containsExactly("2");
        assertThat(finding.remedy()).isEqualTo("Buy line 2 outside CMAS.");
    }

    @Test
    void theProvisionOfAnotherGroupDoesNotHelp() {
        assertThat(order(line("1"), line("2").on(SECOND).nsp("1"))
                        .on(cmas(SECOND).withoutNsp())
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
        assertThat(order(line("1"), line("2").nsp("1"), line("3").on(SECOND))
                        .on(cmas(SECOND).withoutNsp())
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void anUnknownCmasIsUndetermined() {
        assertThat(order(line("1"), line("2").nsp("1")).on(cmas(CMAS).unknown()).verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void withoutNspLinesItDoesNotApply() {
        assertThat(order(line("1")).on(cmas(CMAS).withoutNsp()).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
