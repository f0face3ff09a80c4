package org.opencmas.compliance.rule.order;

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
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.GivenLine;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;

@DisplayName("ORD-AMEND-EXPIRED: an amendment is dated on the last day of the CMAS it touches or earlier")
class AmendedBeforeExpiryTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2026, 7, 1);
    private final Rule<OrderFacts> rule = new AmendedBeforeExpiry();

    @ParameterizedTest(name = "{0}: amended {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        the day before, 2026-06-29, PASS
        the last day,   2026-06-30, PASS
        the day after,  2026-07-01, FAIL
        """)
    void boundaries(String name, LocalDate amendedOn, Verdict verdict) {
        assertThat(order(line("1").costing("200.00").changed())
                        .issuedBefore(order(line("1")).document())
                        .amendedOn(amendedOn)
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void anOriginalOrderIsNotItsConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void aSupplementThatExtendsTheCmasCounts() {
        assertThat(order(line("1").costing("200.00").changed())
                        .issuedBefore(order(line("1")).document())
                        .amendedOn(AFTER)
                        .on(cmas(CMAS).term(LocalDate.of(2019, 1, 1), LocalDate.of(2029, 6, 30)))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void linesOfACmasInTermMayChangeBesideAnExpiredOne() {
        assertThat(severalAmended(
                                line("1"), line("2").on(SECOND).costing("5.00").changed())
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void linesOfTheExpiredOneMayNotChange() {
        Finding finding = severalAmended(
                        line("1").costing("5.00").changed(), line("2").on(SECOND))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.lineIds()).containsExactly("1");
        assertThat(finding.remedy()).startsWith("An amendment was possible through 2026-06-30.");
    }

    @Test
    void takingAllLinesOfTheExpiredOneAwayTouchesItToo() {
        assertThat(severalAmended(line("2").on(SECOND)).verdictOf(rule)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aChangeOfTheOrderAsAWholeNeedsAllInTerm() {
        assertThat(severalAmended(line("1"), line("2").on(SECOND))
                        .location("Fresno")
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void onOneCmasThatEndedNothingMayChangeThoughTheVersionBeforeIsNotKnown() {
        assertThat(order(line("1")).amendedOn(AFTER).verdictOf(rule)).isEqualTo(Verdict.FAIL);
        assertThat(order(line("1"))
                        .amendedOn(AFTER)
                        .attested("ORD-AMEND-EXPIRED")
                        .askedOf(rule))
                .allMatch(Finding::blocking);
        assertThat(order(line("1")).amendedOn(LAST_DAY).verdictOf(rule)).isEqualTo(Verdict.PASS);
    }

    @Test
    void onSeveralCmasOfWhichOneEndedItIsUndeterminedWhenTheVersionBeforeIsNotKnown() {
        Given several = order(line("1"), line("2").on(SECOND)).amendedOn(AFTER);

        assertThat(several.verdictOf(rule)).isEqualTo(Verdict.FAIL);
        assertThat(several.on(cmas(SECOND).term(LocalDate.of(2019, 1, 1), LocalDate.of(2029, 6, 30)))
                        .verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aLineOfTheExpiredOneThatIsSentToAnotherLocationIsAChange() {
        assertThat(severalAmended(line("1").location("Fresno"), line("2").on(SECOND))
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void aSuspendedCmasIsAWarning() {
        assertThat(order(line("1"))
                        .amendedOn(LAST_DAY)
                        .on(cmas(CMAS).status(Agreement.Status.SUSPENDED))
                        .verdictOf(rule))
                .isEqualTo(Verdict.WARN);
    }

    private static Given severalAmended(GivenLine... lines) {
        return order(lines)
                .issuedBefore(order(line("1"), line("2").on(SECOND)).document())
                .amendedOn(AFTER)
                .on(cmas(SECOND).term(LocalDate.of(2019, 1, 1), LocalDate.of(2029, 6, 30)));
    }
}
