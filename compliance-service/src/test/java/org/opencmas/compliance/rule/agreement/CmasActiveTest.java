package org.opencmas.compliance.rule.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.cmas;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;

@DisplayName("CON-ACTIVE-CHECK: active means start <= order date <= end and status ACTIVE")
class CmasActiveTest {
    private final Rule<OrderFacts> rule = new CmasActive();

    @ParameterizedTest(name = "{0}: ordered {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        the day before the first, 2024-12-31, FAIL
        the first day,            2025-01-01, PASS
        the last day,             2026-06-30, PASS
        the day after the last,   2026-07-01, FAIL
        """)
    void boundariesOfTheTerm(String name, LocalDate orderedOn, Verdict verdict) {
        assertThat(order(line("1"))
                        .dated(orderedOn)
                        .on(cmas(CMAS).term(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 6, 30)))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"ACTIVE, PASS", "SUSPENDED, FAIL", "TERMINATED, FAIL"})
    void boundariesOfTheStatus(Agreement.Status status, Verdict verdict) {
        assertThat(order(line("1")).on(cmas(CMAS).status(status)).verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void aStatusWhoseFirstDayWasNotToldIsSaidToBeCountedFromItsNews() {
        assertThat(order(line("1"))
                        .on(cmas(CMAS).status(Agreement.Status.SUSPENDED).statusDayAssumed())
                        .askedOf(rule)
                        .getFirst()
                        .message())
                .isEqualTo(
                        "CMAS 3-12-70-2473E is suspended on 2026-03-02. The registry told no first day of that status; it is"
                                + " counted from the day of its news.");
    }

    @Test
    void anOrderOf1999IsJudgedByTheTermOfThatTime() {
        assertThat(order(line("1"))
                        .dated(LocalDate.of(1999, 8, 24))
                        .on(cmas(CMAS).term(LocalDate.of(1996, 4, 1), LocalDate.of(2001, 3, 31)))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void theRemedyNamesTheTerm() {
        assertThat(order(line("1"))
                        .dated(LocalDate.of(2026, 7, 1))
                        .on(cmas(CMAS).term(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 6, 30)))
                        .remedyOf(rule))
                .isEqualTo("Issue from 2025-01-01 through 2026-06-30, or order from a CMAS in term.");
    }

    @Test
    void whileNewsWaitsNothingIsDeterminedWhateverWasKnownBefore() {
        for (Agreement.Status before : Agreement.Status.values()) {
            assertThat(order(line("1"))
                            .on(cmas(CMAS).status(before).newsWaiting())
                            .verdictOf(rule))
                    .isEqualTo(Verdict.UNDETERMINED);
        }
    }

    @Test
    void inAReceiptThatStillGaveWhatMayBeOutOfDateAPersonHasToLook() {
        assertThat(order(line("1")).on(cmas(CMAS).stale()).verdictOf(rule)).isEqualTo(Verdict.NEEDS_ATTESTATION);
        assertThat(order(line("1"))
                        .on(cmas(CMAS).status(Agreement.Status.TERMINATED).stale())
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void anUnknownCmasIsUndetermined() {
        assertThat(order(line("1")).on(cmas(CMAS).unknown()).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
    }
}
