package org.opencmas.compliance.rule.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.ORDER_DATE;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
import static org.opencmas.compliance.rule.purchaseorder.Given.cmas;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.GivenProcurement.way;

import java.time.LocalDate;
import java.util.List;
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
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.CopyItem;

@DisplayName(
        "CON-COPY-OBTAINED: a copy of every CMAS newly ordered from was read, for eight things, with its newest supplement")
class CopyObtainedTest {
    private static final List<CopyItem> ALL = List.of(CopyItem.values());
    private final Rule<OrderFacts> rule = new CopyObtained();

    private static GivenProcurement copy(int supplement, LocalDate on, List<CopyItem> checked) {
        return way().copy(CMAS, supplement, on, checked, null, null);
    }

    @ParameterizedTest(name = "obtained {0}, with supplement {1} of {2} → {3}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        2026-03-02, 3, 3, PASS
        2026-03-03, 3, 3, WARN
        2026-03-02, 2, 3, WARN
        2026-03-02, 4, 3, PASS
        """)
    void boundaries(LocalDate on, int read, int inForce, Verdict verdict) {
        Finding finding = order(line("1"))
                .on(cmas(CMAS).supplement(inForce))
                .told(copy(read, on, ALL))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(CopyItem.class)
    void eachOfTheEightThingsIsAskedFor(CopyItem missing) {
        List<CopyItem> seven =
                Stream.of(CopyItem.values()).filter(item -> item != missing).toList();
        Finding finding =
                order(line("1")).told(copy(0, ORDER_DATE, seven)).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.NEEDS_ATTESTATION);
        assertThat(finding.message()).contains(missing.name());
    }

    @Test
    void anOrderThatTellsOfNoCopyIsAskedAndNotStopped() {
        Finding finding = order(line("1")).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.NEEDS_ATTESTATION);
        assertThat(finding.blocking()).isFalse();
        assertThat(finding.lineIds()).containsExactly("1");
    }

    @Test
    void aCopyOfAnotherCmasIsNone() {
        assertThat(order(line("1")).told(way().wholeCopy(SECOND)).verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
    }

    @Test
    void theNewestOfSeveralCopiesCountsAndTheirReadingAddsUp() {
        GivenProcurement twoCopies = copy(1, ORDER_DATE, List.of(CopyItem.PRICES))
                .copy(
                        CMAS,
                        2,
                        ORDER_DATE,
                        Stream.of(CopyItem.values())
                                .filter(item -> item != CopyItem.PRICES)
                                .toList(),
                        null,
                        null);

        assertThat(order(line("1")).on(cmas(CMAS).supplement(2)).told(twoCopies).verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void whichSupplementIsTheNewestOfAnUnknownCmasIsNotKnown() {
        assertThat(order(line("1"))
                        .on(cmas(CMAS).unknown())
                        .told(copy(3, ORDER_DATE, ALL))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
                    assertThat(finding.blocking()).isFalse();
                    assertThat(finding.lineIds()).containsExactly("1");
                });
    }

    @ParameterizedTest(name = "the copy in time holds supplement {0} of 2, a later one holds 3 → {1}")
    @CsvSource({"2, PASS", "1, WARN"})
    void theCopyInTimeCountsBeforeALaterOne(int inTime, Verdict verdict) {
        GivenProcurement both =
                copy(inTime, ORDER_DATE, ALL).copy(CMAS, 3, ORDER_DATE.plusDays(1), List.of(), null, null);

        assertThat(order(line("1")).on(cmas(CMAS).supplement(2)).told(both).verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void anAmendmentIsAskedAboutTheCmasThatItBringsOnly() {
        Given before = order(line("1"));
        Given same = order(line("1")).amendedOn(ORDER_DATE.plusDays(9)).issuedBefore(before.document());
        Given more = order(line("1"), line("2").on(SECOND))
                .amendedOn(ORDER_DATE.plusDays(9))
                .issuedBefore(before.document());

        assertThat(same.verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(more.askedOf(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.NEEDS_ATTESTATION);
            assertThat(finding.lineIds()).containsExactly("2");
        });
    }
}
