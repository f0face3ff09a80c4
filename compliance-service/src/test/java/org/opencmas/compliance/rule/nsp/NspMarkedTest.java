package org.opencmas.compliance.rule.nsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-IDENTIFIED: NSP items are separately listed and clearly marked")
class NspMarkedTest {
    private final Rule<OrderFacts> rule = new NspMarked();

    @Test
    @WorkedCase(passes = true, value = "line 2 listed by itself and marked as NSP → PASS")
    void aLineOfItsOwnWithTheMarkPassesAndASumOfSeveralFails() {
        assertThat(order(line("1"), line("2").nsp("1")).verdictOf(rule)).isEqualTo(Verdict.PASS);
        assertThat(order(line("1"), line("2").nsp("1").lumpSum()).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.FAIL && finding.blocking());
    }

    @ParameterizedTest(name = "an unmarked line described as \"{0}\" → {1}")
    @CsvSource({
        "NSP cable,                  WARN",
        "open market cable,          WARN",
        "cable (open-market),        WARN",
        "Not Specifically Priced kit, WARN",
        "inspection of a cable,      NOT_APPLICABLE",
        "a cable,                    NOT_APPLICABLE"
    })
    void aLineThatOnlyItsWordsCallNspIsAWarning(String description, Verdict verdict) {
        assertThat(order(line("1").described(description)).verdictOf(rule)).isEqualTo(verdict);
    }
}
