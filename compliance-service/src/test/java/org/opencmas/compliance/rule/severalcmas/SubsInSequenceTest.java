package org.opencmas.compliance.rule.severalcmas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.Given.sub;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.terms.CmasNumber;

@DisplayName("MULTI-SUB-SEQUENCE: groups are labelled Sub #1, Sub #2, Sub #3, no gap and no repeat")
class SubsInSequenceTest {
    private static final CmasNumber THIRD = CmasNumber.parse("3-12-70-2473G");
    private static final LocalDate AMENDED = LocalDate.of(2026, 4, 1);
    private final Rule<OrderFacts> rule = new SubsInSequence();

    @ParameterizedTest(name = "Sub #{0}, Sub #{1} → {2}")
    @CsvSource({"1, 2, PASS", "0, 1, FAIL", "2, 3, FAIL", "1, 3, FAIL", "1, 1, FAIL", "2, 1, FAIL"})
    void boundaries(int first, int second, Verdict verdict) {
        assertThat(order(line("1"), line("2").on(SECOND))
                        .subs(sub(first, CMAS, "100.00"), sub(second, SECOND, "100.00"))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void theRemedyShowsTheRightLabels() {
        assertThat(order(line("1"), line("2").on(SECOND))
                        .subs(sub(1, CMAS, "100.00"), sub(3, SECOND, "100.00"))
                        .remedyOf(rule))
                .isEqualTo("Label them Sub #1 3-12-70-2473E, Sub #2 3-12-70-2473F.");
    }

    @ParameterizedTest(name = "the added CMAS is Sub #{0} → {1}")
    @CsvSource({"3, PASS", "2, FAIL", "4, FAIL"})
    void anAmendmentThatAddsACmasTakesTheNextNumber(int added, Verdict verdict) {
        assertThat(order(line("1"), line("2").on(SECOND), line("3").on(THIRD))
                        .issuedBefore(order(line("1"), line("2").on(SECOND)).document())
                        .amendedOn(AMENDED)
                        .subs(sub(1, CMAS, "100.00"), sub(2, SECOND, "100.00"), sub(added, THIRD, "100.00"))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void anAmendmentThatRemovesACmasDoesNotRenumber() {
        Given withoutSecond = order(line("1"), line("3").on(THIRD))
                .issuedBefore(order(line("1"), line("2").on(SECOND), line("3").on(THIRD))
                        .document())
                .amendedOn(AMENDED);

        assertThat(withoutSecond
                        .subs(sub(1, CMAS, "100.00"), sub(3, THIRD, "100.00"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
        assertThat(withoutSecond
                        .subs(sub(1, CMAS, "100.00"), sub(2, THIRD, "100.00"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest(name = "Sub #{0}, Sub #{1}, the order as last issued not known → {2}")
    @CsvSource({"1, 2, UNDETERMINED", "1, 3, UNDETERMINED", "2, 1, FAIL", "0, 1, FAIL"})
    void labelsThatCannotBeComparedWithTheOldOnesAreUndetermined(int first, int second, Verdict verdict) {
        assertThat(order(line("1"), line("2").on(SECOND))
                        .amendedOn(AMENDED)
                        .subs(sub(first, CMAS, "100.00"), sub(second, SECOND, "100.00"))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void anOrderOnSeveralCmasWithoutGroupsFails() {
        Given several = order(line("1"), line("2").on(SECOND)).subs();

        assertThat(several.verdictOf(rule)).isEqualTo(Verdict.FAIL);
        assertThat(several.amendedOn(AMENDED).verdictOf(rule)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void anOrderOnOneCmasIsNotItsConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
