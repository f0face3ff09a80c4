package org.opencmas.compliance.rule.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.ORDER_DATE;
import static org.opencmas.compliance.rule.purchaseorder.Given.cmas;
import static org.opencmas.compliance.rule.purchaseorder.Given.item;
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
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.order.LinesOnContract;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Step;

@DisplayName("The rule book: what blocks an order, what an attestation lifts, and that every rule is in it")
class RuleBookTest {
    @Test
    void anOrderThatMeetsEverythingIsIssued() {
        Judgement judgement = RuleBooks.ORDERS.judge(order(line("1"))
                .priceList(item("A-1", "EA", "120.00", "120.00"))
                .agencySets(agreesWithItsPolicy())
                .delivered(ORDER_DATE, null, null)
                .told(way().request(ORDER_DATE, false, null)
                        .steps(ORDER_DATE, Step.values())
                        .wholeCopy(CMAS))
                .facts());

        assertThat(judgement.decision()).isEqualTo(Decision.ISSUE);
        assertThat(judgement.findings())
                .extracting(Finding::verdict)
                .containsOnly(Verdict.PASS, Verdict.NOT_APPLICABLE);
        assertThat(judgement.summary()).containsEntry(Verdict.FAIL, 0).containsKey(Verdict.UNDETERMINED);
        assertThat(judgement.summary().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(judgement.findings().size());
    }

    private static Agency.Settings agreesWithItsPolicy() {
        return new Agency.Settings(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Agency.OwnPolicyAttestation("C. Clerk", ORDER_DATE, "the purchasing code", null));
    }

    @Test
    void aLocalOrderThatTellsNothingOfItsWayIsStoppedForItsBestValueAndElseAsked() {
        Judgement judgement = RuleBooks.ORDERS.judge(order(line("1"))
                .priceList(item("A-1", "EA", "120.00", "120.00"))
                .facts());

        assertThat(judgement.failing())
                .filteredOn(Finding::blocking)
                .extracting(Finding::ruleId)
                .containsExactly("BV-MIN-STEPS");
        assertThat(judgement.failing())
                .extracting(Finding::ruleId)
                .containsExactly(
                        "CON-COPY-OBTAINED",
                        "GEN-LOCAL-OWN-POLICY",
                        "SOL-RFO-NEEDED",
                        "BV-MIN-STEPS",
                        "ORD-DELIVERY-AFTER-EXPIRY");
    }

    @Test
    void aStateOrderThatTellsNothingOfItsWayIsNotPassed() {
        assertThat(blockers(order(line("1"))
                        .priceList(item("A-1", "EA", "120.00", "120.00"))
                        .stateBuyer()))
                .contains("SOL-MIN3-STATE", "BV-MIN-STEPS");
    }

    @Test
    void everyRuleAnswers() {
        Judgement judgement = RuleBooks.ORDERS.judge(order(line("1")).facts());

        assertThat(judgement.findings())
                .extracting(Finding::ruleId)
                .containsAll(RuleBooks.ORDERS.texts().stream().map(RuleText::id).toList());
    }

    @Test
    void anAttestationLiftsExactlyTheRuleItNames() {
        Given unlisted =
                order(line("1")).priceListIs(LineListing.ListState.NONE).attested("BV-MIN-STEPS");

        assertThat(blockers(unlisted)).containsExactly("CON-PRICE-CEILING", "ORD-LINES-ON-CONTRACT");
        assertThat(blockers(unlisted.attested("ORD-LINES-ON-CONTRACT"))).containsExactly("CON-PRICE-CEILING");
        assertThat(RuleBooks.ORDERS
                        .judge(unlisted.attested("CON-PRICE-CEILING").facts())
                        .decision())
                .isEqualTo(Decision.ISSUE);
    }

    @Test
    void anAttestationNamesItsPersonInTheFinding() {
        assertThat(order(line("1"))
                        .priceListIs(LineListing.ListState.NONE)
                        .attested("ORD-LINES-ON-CONTRACT")
                        .askedOf(new LinesOnContract()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
                    assertThat(finding.message()).endsWith("Attested by B. Buyer on 2026-03-02: I have checked it.");
                });
    }

    @Test
    void nobodysAttestationLiftsNothing() {
        assertThat(blockers(order(line("1"))
                        .priceListIs(LineListing.ListState.NONE)
                        .unsignedAttestation("ORD-LINES-ON-CONTRACT")))
                .contains("ORD-LINES-ON-CONTRACT", "GEN-ATTESTATION");
    }

    @ParameterizedTest(
            name = "an order of {0} on a CMAS of 2023 to 2027 goes back, and rules of 2019 are a reading: {1}")
    @CsvSource({"1990-01-01, true", "1994-12-31, true", "2019-07-31, true", "2019-08-01, false"})
    void noDateTakesAnOrderOutOfTheRulesReach(LocalDate dated, boolean reading) {
        Judgement judgement = RuleBooks.ORDERS.judge(order(line("1").item("Z-9").costing("9999999.00"))
                .dated(dated)
                .priceList(item("A-1", "EA", "120.00", "120.00"))
                .on(cmas(CMAS)
                        .forUseBy(Agreement.ForUseBy.STATE_ONLY)
                        .term(LocalDate.of(2023, 1, 1), LocalDate.of(2027, 12, 31)))
                .facts());

        assertThat(judgement.decision()).isEqualTo(Decision.RETURN);
        assertThat(judgement.findings())
                .filteredOn(finding -> finding.verdict() == Verdict.FAIL)
                .extracting(Finding::ruleId)
                .contains("CON-ACTIVE-CHECK", "CON-LOCAL-OPTIN", "ORD-LINES-ON-CONTRACT");
        assertThat(judgement.findings())
                .filteredOn(finding -> finding.verdict() != Verdict.NOT_APPLICABLE)
                .allMatch(finding -> reading
                        == finding.message()
                                .endsWith("A reading: the edition cited binds from 2019-08-01, the document is of %s."
                                        .formatted(dated)));
    }

    @Test
    void anAttestationNeverLiftsAFail() {
        assertThat(blockers(order(line("1"))
                        .priceList(item("A-1", "EA", "99.99", null))
                        .attested("BV-MIN-STEPS")
                        .attested("CON-PRICE-CEILING")))
                .containsExactly("CON-PRICE-CEILING");
    }

    @Test
    void factsThatHaveNotArrivedReturnTheOrderAndAreNamed() {
        Judgement judgement = RuleBooks.ORDERS.judge(order(line("1"))
                .unknownBuyer()
                .on(cmas(CMAS).unknown())
                .priceListIs(LineListing.ListState.NONE)
                .facts());

        assertThat(judgement.decision()).isEqualTo(Decision.RETURN);
        assertThat(judgement.findings()).noneMatch(finding -> finding.verdict() == Verdict.FAIL);
        assertThat(judgement.findings())
                .filteredOn(Finding::blocking)
                .allMatch(finding -> finding.verdict() == Verdict.UNDETERMINED)
                .extracting(Finding::remedy)
                .allMatch(remedy -> remedy != null);
    }

    @Test
    void equalFactsGiveEqualFindings() {
        assertThat(RuleBooks.ORDERS.judge(order(line("1")).facts()))
                .isEqualTo(RuleBooks.ORDERS.judge(order(line("1")).facts()));
    }

    @Test
    void idsAreUnique() {
        List<String> ids = RuleBooks.ORDERS.texts().stream().map(RuleText::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(RuleBooks.ORDERS.version()).hasSize(64);
    }

    @Test
    void aRuleIsFoundByItsId() {
        assertThat(RuleBooks.text("PAY-NAME-MATCH").orElseThrow().version()).isEqualTo(2);
        assertThat(RuleBooks.text("pay-name-match")).isEmpty();
    }

    @Test
    void whatAnAgencyMayDecideIsWhatTheRequirementsLeaveToIt() {
        assertThat(RuleBooks.texts().stream()
                        .filter(text -> text.latitude().severityByAgency())
                        .map(RuleText::id))
                .containsExactly("ORD-LIMIT-LOCAL", "SOL-RFO-NEEDED", "SOL-MIN-LOCAL", "BV-MIN-STEPS");
        assertThat(RuleBooks.texts().stream()
                        .filter(text -> text.latitude().overridable())
                        .map(RuleText::id))
                .containsExactly("BV-MIN-STEPS", "SOL-TERM-RFO");
    }

    /** ORD-AMEND-RECHECK: an amended order passes every rule on its amended whole, and its NSP tier is read anew. */
    @ParameterizedTest(name = "an order of 10,000.00 and NSP of 4,000.00 is amended to {0} and {1}: {2} says {3}")
    @CsvSource({
        "10000.00,  5000.00,  NSP-DOLLAR-LOW,  PASS",
        "10000.00,  5000.01,  NSP-DOLLAR-LOW,  FAIL",
        "245000.00, 5000.01,  NSP-DOLLAR-HIGH, PASS",
        "237500.00, 12500.01, NSP-DOLLAR-HIGH, FAIL"
    })
    void anAmendedOrderIsJudgedAsAWhole(String priced, String nsp, String rule, Verdict verdict) {
        OrderFacts amended = Given.pricedAndNsp(priced, nsp)
                .issuedBefore(Given.pricedAndNsp("10000.00", "4000.00").document())
                .amendedOn(Given.ORDER_DATE.plusDays(1))
                .facts();

        assertThat(RuleBooks.ORDERS.judge(amended).findings())
                .filteredOn(finding -> finding.ruleId().equals(rule))
                .extracting(Finding::verdict)
                .contains(verdict);
        assertThat(RuleBooks.ORDERS.judge(amended).findings())
                .filteredOn(finding -> finding.ruleId().equals(rule) && finding.verdict() == Verdict.FAIL)
                .hasSize(verdict == Verdict.FAIL ? 1 : 0);
    }

    @Test
    void noTextSpeaksOfApprovalOrCompliance() {
        Stream<String> texts = RuleBooks.ORDERS.texts().stream()
                .flatMap(text -> Stream.of(text.title(), text.meaning(), String.valueOf(text.reading())));

        assertThat(texts).noneMatch(text -> text.matches("(?is).*\\b(approved|compliant)\\b.*"));
    }

    private static List<String> blockers(Given given) {
        return RuleBooks.ORDERS.judge(given.facts()).findings().stream()
                .filter(Finding::blocking)
                .map(Finding::ruleId)
                .toList();
    }
}
