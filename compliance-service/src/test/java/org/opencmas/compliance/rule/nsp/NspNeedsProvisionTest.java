package org.opencmas.compliance.rule.nsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
import static org.opencmas.compliance.rule.purchaseorder.Given.cmas;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-ONLY-WAY: an NSP line is bought only on a CMAS that has the NSP provision")
class NspNeedsProvisionTest {
    private final Rule<OrderFacts> rule = new NspNeedsProvision();

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

    @ParameterizedTest(name = "the provision comes on {0}, the NSP line is of 2026-04-01 → {1}")
    @CsvSource({"2026-04-01, PASS", "2026-04-02, FAIL"})
    void anNspLineThatAnAmendmentAddsIsJudgedByTheProvisionOfItsOwnDay(LocalDate provision, Verdict verdict) {
        assertThat(order(line("1"), line("2").nsp("1").changed())
                        .amendedOn(LocalDate.of(2026, 4, 1))
                        .on(cmas(CMAS).nspFrom(provision))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void aProvisionThatCameLaterDoesNotHelpALineOfTheOrderDate() {
        assertThat(order(line("1"), line("2").nsp("1"))
                        .amendedOn(LocalDate.of(2026, 4, 1))
                        .on(cmas(CMAS).nspFrom(LocalDate.of(2026, 4, 1)))
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
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
