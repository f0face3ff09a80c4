package org.opencmas.compliance.rule.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("ORD-ISSUE-BEFORE-EXPIRY: an order is dated on the last day of the CMAS or earlier")
class IssuedBeforeExpiryTest {
    private final Rule<OrderFacts> rule = new IssuedBeforeExpiry();

    @ParameterizedTest(name = "{0}: dated {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        the day before, 2026-06-29, PASS
        the last day,   2026-06-30, PASS
        the day after,  2026-07-01, FAIL
        """)
    void boundaries(String name, LocalDate dated, Verdict verdict) {
        assertThat(order(line("1")).dated(dated).verdictOf(rule)).isEqualTo(verdict);
    }

    @Test
    void theRemedyIsTheLastDay() {
        assertThat(order(line("1")).dated(LocalDate.of(2026, 7, 1)).remedyOf(rule))
                .isEqualTo("Issue by 2026-06-30, or order from a CMAS in term.");
    }

    @ParameterizedTest(name = "received {0} → back-dating warned of: {1}")
    @CsvSource({"2026-03-02, false", "2026-04-01, false", "2026-04-02, true", "2026-01-31, false", "2026-01-30, true"})
    void aDateFarFromTheArrivalIsAWarningAndNeverBlocks(LocalDate received, boolean warned) {
        List<Finding> findings = order(line("1")).receivedOn(received).askedOf(rule);

        assertThat(findings).extracting(Finding::verdict).contains(Verdict.PASS);
        assertThat(findings.stream().anyMatch(finding -> finding.verdict() == Verdict.WARN))
                .isEqualTo(warned);
        assertThat(findings).noneMatch(Finding::blocking);
    }
}
