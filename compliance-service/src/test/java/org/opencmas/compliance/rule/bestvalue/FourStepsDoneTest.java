package org.opencmas.compliance.rule.bestvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.ORDER_DATE;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.GivenProcurement.way;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.GivenProcurement;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.known.Agency.Severity;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Step;

@DisplayName(
        "BV-MIN-STEPS: the four least steps are done before the order is issued, the first no later than the fourth")
class FourStepsDoneTest {
    private final Rule<OrderFacts> rule = new FourStepsDone();

    private static GivenProcurement all(LocalDate on) {
        return way().steps(on, Step.values());
    }

    private static Agency.Settings wants(Severity action) {
        return new Agency.Settings(null, null, null, action, null, null, null, null, null);
    }

    private static Given buyer(boolean state, GivenProcurement told) {
        Given given = order(line("1")).told(told);
        return state ? given.stateBuyer() : given;
    }

    @ParameterizedTest(name = "State {0}, done {1}, order of 2026-03-02 → {2}, blocks {3}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        true,  2026-03-02, PASS,              false
        true,  2026-03-03, FAIL,              true
        false, 2026-03-02, PASS,              false
        false, 2026-03-03, NEEDS_ATTESTATION, true
        """)
    void boundaries(boolean state, LocalDate on, Verdict verdict, boolean blocks) {
        Finding finding = buyer(state, all(on)).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isEqualTo(blocks);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void eachOfTheFourIsNeeded(Step missing) {
        Step[] three = Stream.of(Step.values()).filter(step -> step != missing).toArray(Step[]::new);
        Finding finding =
                buyer(true, way().steps(ORDER_DATE, three)).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.message()).contains(missing.name());
    }

    @ParameterizedTest(name = "requirements {0}, compared {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        2026-02-01, 2026-02-01, PASS
        2026-02-01, 2026-02-02, PASS
        2026-02-02, 2026-02-01, FAIL
        """)
    void theFirstComesNoLaterThanTheFourth(LocalDate first, LocalDate fourth, Verdict verdict) {
        GivenProcurement told = way().steps(first, Step.REQUIREMENTS)
                .steps(ORDER_DATE, Step.CMAS_COPY, Step.REVIEW)
                .steps(fourth, Step.COMPARISON);

        assertThat(buyer(true, told).verdictOf(rule)).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "one offer, evidence {0} → {1}")
    @CsvSource(
            nullValues = "-",
            value = {"-, FAIL", "file 7, PASS"})
    void oneOfferIsComparedWithThePricesOfTheCmas(String evidence, Verdict verdict) {
        GivenProcurement told = way().offered("A", true, null)
                .asked("B", "C")
                .steps(ORDER_DATE, Step.REQUIREMENTS, Step.CMAS_COPY, Step.REVIEW)
                .step(Step.COMPARISON, ORDER_DATE, evidence);

        assertThat(buyer(true, told).verdictOf(rule)).isEqualTo(verdict);
    }

    @Test
    void twoOffersNeedNoFurtherEvidence() {
        assertThat(buyer(true, all(ORDER_DATE).offered("A", true, null).offered("B", true, null))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    /** Silence is not milder than three steps of four: both stop where the agency has not set that they warn. */
    @ParameterizedTest(name = "the agency wants {0}, told {1} → blocks {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        -,     true,  true
        WARN,  true,  false
        BLOCK, true,  true
        -,     false, true
        WARN,  false, false
        BLOCK, false, true
        """)
    void aLocalAgencySaysWhetherItStopsTheOrder(Severity action, boolean told, boolean blocks) {
        Given given = order(line("1")).agencySets(wants(action));
        Finding finding = (told ? given.told(way().steps(ORDER_DATE, Step.REVIEW)) : given)
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.NEEDS_ATTESTATION);
        assertThat(finding.blocking()).isEqualTo(blocks);
    }

    @Test
    void aNamedPersonOfALocalAgencyMayGoOnAndNobodyOfAStateAgency() {
        GivenProcurement three = way().steps(ORDER_DATE, Step.REQUIREMENTS, Step.CMAS_COPY, Step.REVIEW);

        assertThat(buyer(false, three)
                        .attested("BV-MIN-STEPS")
                        .askedOf(rule)
                        .getFirst()
                        .blocking())
                .isFalse();
        assertThat(buyer(true, three)
                        .attested("BV-MIN-STEPS")
                        .askedOf(rule)
                        .getFirst()
                        .blocking())
                .isTrue();
    }

    @Test
    void aStateOrderThatTellsNothingIsNotPassed() {
        Finding finding = order(line("1"))
                .stateBuyer()
                .agencySets(wants(Severity.WARN))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(finding.blocking()).isTrue();
    }

    @Test
    void anAmendmentDeterminesNoBestValueAnew() {
        assertThat(order(line("1")).stateBuyer().amendedOn(ORDER_DATE).verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
