package org.opencmas.compliance.ordercheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.ordercheck.rule.Given.CMAS;
import static org.opencmas.compliance.ordercheck.rule.Given.cmas;
import static org.opencmas.compliance.ordercheck.rule.Given.item;
import static org.opencmas.compliance.ordercheck.rule.Given.line;
import static org.opencmas.compliance.ordercheck.rule.Given.order;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The rule book: what blocks an order, what an attestation lifts, and that every rule is in it")
class RuleBookTest {
    @Test
    void anOrderThatMeetsEverythingIsIssued() {
        Judgement judgement = RuleBook.judge(
                order(line("1")).priceList(item("A-1", "EA", "120.00", null)).facts());

        assertThat(judgement.decision()).isEqualTo(Decision.ISSUE);
        assertThat(judgement.findings())
                .extracting(Finding::verdict)
                .containsOnly(Verdict.PASS, Verdict.NOT_APPLICABLE);
        assertThat(judgement.summary()).containsEntry(Verdict.FAIL, 0).containsKey(Verdict.UNDETERMINED);
    }

    @Test
    void everyRuleAnswers() {
        Judgement judgement = RuleBook.judge(order(line("1")).facts());

        assertThat(judgement.findings())
                .extracting(Finding::ruleId)
                .containsAll(
                        RuleBook.rules().stream().map(rule -> rule.text().id()).toList());
    }

    @Test
    void anAttestationLiftsExactlyTheRuleItNames() {
        Given unlisted = order(line("1")).priceListIs(LineListing.ListState.NONE);

        assertThat(blockers(unlisted)).containsExactly("ORD-LINES-ON-CONTRACT", "CON-PRICE-CEILING");
        assertThat(blockers(unlisted.attested("ORD-LINES-ON-CONTRACT"))).containsExactly("CON-PRICE-CEILING");
        assertThat(RuleBook.judge(unlisted.attested("CON-PRICE-CEILING").facts())
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
                .contains("ORD-LINES-ON-CONTRACT");
    }

    @Test
    void anAttestationNeverLiftsAFail() {
        assertThat(blockers(order(line("1"))
                        .priceList(item("A-1", "EA", "99.99", null))
                        .attested("CON-PRICE-CEILING")))
                .containsExactly("CON-PRICE-CEILING");
    }

    @Test
    void factsThatHaveNotArrivedReturnTheOrderAndAreNamed() {
        Judgement judgement = RuleBook.judge(order(line("1"))
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
        assertThat(RuleBook.judge(order(line("1")).facts()))
                .isEqualTo(RuleBook.judge(order(line("1")).facts()));
    }

    @Test
    void anOrderOlderThanTheProgrammesFirstAwardsIsNotJudged() {
        assertThat(order(line("1")).dated(LocalDate.of(1994, 12, 31)).verdictOf(new CmasActive()))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void idsAreUnique() {
        List<String> ids =
                RuleBook.rules().stream().map(rule -> rule.text().id()).toList();

        assertThat(ids).doesNotHaveDuplicates().hasSize(OrderRule.class.getPermittedSubclasses().length);
        assertThat(RuleBook.version()).hasSize(64);
    }

    @Test
    void noTextSpeaksOfApprovalOrCompliance() {
        Stream<String> texts = RuleBook.rules().stream()
                .map(OrderRule::text)
                .flatMap(text -> Stream.of(text.title(), text.meaning(), String.valueOf(text.reading())));

        assertThat(texts).noneMatch(text -> text.matches("(?is).*\\b(approved|compliant)\\b.*"));
    }

    @TestFactory
    Stream<DynamicTest> everyPermittedRuleHasATestNamedForIt() {
        return Stream.of(OrderRule.class.getPermittedSubclasses())
                .map(rule -> DynamicTest.dynamicTest(rule.getSimpleName(), () -> {
                    Class<?> test = Class.forName(rule.getName() + "Test");
                    OrderRule made = (OrderRule) rule.getDeclaredConstructor().newInstance();
                    assertThat(test.getAnnotation(DisplayName.class).value())
                            .startsWith(made.text().id() + ": ");
                }));
    }

    private static List<String> blockers(Given given) {
        return RuleBook.judge(given.facts()).findings().stream()
                .filter(Finding::blocking)
                .map(Finding::ruleId)
                .toList();
    }
}
