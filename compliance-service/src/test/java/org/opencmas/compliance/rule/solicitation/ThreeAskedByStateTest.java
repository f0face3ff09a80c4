package org.opencmas.compliance.rule.solicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CONTRACTOR;
import static org.opencmas.compliance.rule.purchaseorder.Given.ORDER_DATE;
import static org.opencmas.compliance.rule.purchaseorder.Given.OTHER_CONTRACTOR;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.GivenProcurement.way;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.GivenProcurement;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.RequestRecord;
import org.opencmas.terms.CertificationType;

@DisplayName(
        "SOL-MIN3-STATE: a State agency has asked three CMAS contractors, one of them certified or a reason why none")
class ThreeAskedByStateTest {
    private final Rule<OrderFacts> rule = new ThreeAskedByState();

    private static Given state(String total, GivenProcurement told) {
        return order(line("1").costing(total)).stateBuyer().told(told.onRecord());
    }

    /** An order that tells of no request that is kept in the suite. */
    private static Given stated(String total, GivenProcurement told) {
        return order(line("1").costing(total)).stateBuyer().told(told);
    }

    @ParameterizedTest(name = "{0} asked, {1} certified, reason {2} → {3}, {4} findings")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2, 1, -,            FAIL, 1
        3, 0, -,            FAIL, 1
        3, 0, none bid,     PASS, 1
        3, 1, -,            PASS, 1
        4, 1, -,            PASS, 1
        2, 0, -,            FAIL, 2
        0, 0, -,            FAIL, 2
        """)
    void boundaries(int asked, int certified, String reason, Verdict verdict, int findings) {
        GivenProcurement told = way().nobodyAsked().noneCertified(reason);
        for (int i = 0; i < asked; i++) {
            told.asked("Contractor " + i, null, ORDER_DATE, i < certified);
        }

        List<Finding> found = state("5000.00", told).askedOf(rule);

        assertThat(found).hasSize(findings).allMatch(finding -> finding.verdict() == verdict);
        assertThat(found).allMatch(finding -> finding.blocking() == (verdict == Verdict.FAIL));
    }

    @ParameterizedTest(name = "total {0}, one asked → {1}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        4999.99, PASS
        5000.00, FAIL
        """)
    void belowTheSmallAmountOneIsEnough(String total, Verdict verdict) {
        assertThat(state(total, way().asked("A")).verdictOf(rule)).isEqualTo(verdict);
    }

    @Test
    void belowTheSmallAmountNobodyIsTooFew() {
        assertThat(state("100.00", way().nobodyAsked()).verdictOf(rule)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aContractorCountsOnceHoweverItIsTold() {
        GivenProcurement told = way().asked("A, Inc.", CONTRACTOR, ORDER_DATE, true)
                .asked("A", CONTRACTOR, ORDER_DATE, true)
                .asked("a,  inc.", null, ORDER_DATE, true)
                .asked("B", OTHER_CONTRACTOR, ORDER_DATE, false);

        assertThat(state("5000.00", told).askedOf(rule).getFirst().numbers()).containsEntry("asked", "2");
    }

    @ParameterizedTest(name = "the same firm told as certified {0}, then {1} → {2}")
    @CsvSource({"false, true, PASS", "true, false, PASS", "false, false, FAIL"})
    void oneContractorIsCertifiedWhereAnyEntryOfItSaysSo(boolean first, boolean second, Verdict verdict) {
        GivenProcurement told =
                way().asked("A", "B").asked("C", null, ORDER_DATE, first).asked("C", null, ORDER_DATE, second);

        assertThat(state("5000.00", told).verdictOf(rule)).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "asked on {0}, order of 2026-03-02 → {1}")
    @CsvSource({"2026-03-02, PASS", "2026-03-03, FAIL"})
    void whoIsAskedAfterTheOrderDoesNotCount(LocalDate on, Verdict verdict) {
        assertThat(state(
                                "5000.00",
                                way().asked("A", "B").asked("C", null, on, true).noneCertified("none"))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "its own contractor, certified through {0}, asked on 2026-03-02 → {1}")
    @CsvSource(
            nullValues = "-",
            value = {"2026-03-02, PASS", "2026-03-01, WARN", "-, WARN"})
    void whatIsCountedOfTheOrdersContractorIsComparedWithItsRecord(LocalDate through, Verdict verdict) {
        Given given = state("5000.00", way().asked("A", "B").asked("Contractor, Inc.", CONTRACTOR, ORDER_DATE, true));

        Given known = through == null ? given : given.certificate(CertificationType.SB, null, through);
        assertThat(known.askedOf(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(finding.blocking()).isFalse();
        });
    }

    @Test
    void theOrdersContractorIsKnownByItsNameWhereItIsToldWithoutItsId() {
        Given given = state("5000.00", way().asked("A", "B").asked("CONTRACTOR, Inc.", null, ORDER_DATE, true));

        assertThat(given.verdictOf(rule)).isEqualTo(Verdict.WARN);
        assertThat(given.certificate(CertificationType.SB, null, ORDER_DATE).verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "{0} told as asked, total {1}, without a request on record → {2}")
    @CsvSource({"3, 5000.00, UNDETERMINED", "2, 5000.00, FAIL", "1, 4999.99, PASS"})
    void whatTheOrderStatesOfItselfIsNotPassedUntilSomebodyAttests(int asked, String total, Verdict verdict) {
        GivenProcurement told = way().noneCertified("none bid");
        for (int i = 0; i < asked; i++) {
            told.asked("Contractor " + i);
        }
        Given given = stated(total, told);

        assertThat(given.askedOf(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(finding.blocking()).isEqualTo(verdict != Verdict.PASS);
        });
        assertThat(given.attested("SOL-MIN3-STATE").askedOf(rule).getFirst().blocking())
                .isEqualTo(verdict == Verdict.FAIL);
    }

    @Test
    void anOrderThatDoesNotTellIsNotPassedUntilSomebodyAttests() {
        Given untold = order(line("1").costing("5000.00")).stateBuyer();
        Finding finding = untold.askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(finding.blocking()).isTrue();
        assertThat(untold.attested("SOL-MIN3-STATE").askedOf(rule).getFirst().blocking())
                .isFalse();
    }

    @ParameterizedTest(name = "a check whose request''s record is {0}, {1} asked → {2}")
    @CsvSource({
        "AS_TOLD, 3, PASS",
        "AS_TOLD, 2, FAIL",
        "NOT_SEEN, 3, UNDETERMINED",
        "NOT_SEEN, 2, UNDETERMINED",
        "DIFFERS, 3, FAIL"
    })
    void aCheckIsNeitherPassedNorFailedByARecordThatWasNotSeen(RequestRecord record, int asked, Verdict verdict) {
        GivenProcurement told = way().noneCertified("none offers it");
        for (int i = 0; i < asked; i++) {
            told.asked("Contractor " + i);
        }
        Given given = state("5000.00", told).withRequestRecord(record);

        assertThat(given.askedOf(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(finding.blocking()).isEqualTo(verdict != Verdict.PASS);
        });
        assertThat(given.attested("SOL-MIN3-STATE").askedOf(rule).getFirst().blocking())
                .isEqualTo(verdict == Verdict.FAIL);
    }

    @Test
    void aLocalAgencyIsNotBound() {
        Finding finding = order(line("1").costing("9000000.00"))
                .told(way().nobodyAsked())
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(finding.message()).isEqualTo("Binds State agencies; the buyer is a local agency.");
    }

    @Test
    void anAmendmentSeeksNoOffers() {
        assertThat(order(line("1")).stateBuyer().amendedOn(ORDER_DATE).verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
