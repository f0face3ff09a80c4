package org.opencmas.compliance.rule.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.cmas;
import static org.opencmas.compliance.rule.purchaseorder.Given.item;
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
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("ORD-LINES-ON-CONTRACT: every line that is not NSP is on the price list by exactly its item id")
class LinesOnContractTest {
    private final Rule<OrderFacts> rule = new LinesOnContract();

    @ParameterizedTest(name = "ordered {0} → {1}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        A-1,   PASS
        a-1,   NEEDS_ATTESTATION
        A1,    NEEDS_ATTESTATION
        A 1,   NEEDS_ATTESTATION
        A-2,   FAIL
        -,     FAIL
        """)
    void boundaries(String itemId, Verdict verdict) {
        assertThat(order(line("1").item(itemId))
                        .priceList(item("A-1", "EA", "120.00", null))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void theSpellingOnTheListIsProposed() {
        assertThat(order(line("1").item("a1"))
                        .priceList(item("A-1", "EA", "120.00", null))
                        .remedyOf(rule))
                .isEqualTo("Write item A-1 on line 1, or attest that it is the same.");
    }

    @Test
    void theSameDescriptionIsProposedToo() {
        assertThat(order(line("1").item("Z-9").described("item a-1"))
                        .priceList(item("A-1", "EA", "120.00", null))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
    }

    @ParameterizedTest(name = "price list {0} → {1}")
    @CsvSource({"INCOMPLETE, UNDETERMINED", "NONE, UNDETERMINED"})
    void withoutTheWholeListItIsUndeterminedUntilAttested(LineListing.ListState list, Verdict verdict) {
        Given unlisted = order(line("1")).priceListIs(list);

        assertThat(unlisted.verdictOf(rule)).isEqualTo(verdict);
        assertThat(unlisted.askedOf(rule)).allMatch(Finding::blocking);
        assertThat(unlisted.attested("ORD-LINES-ON-CONTRACT").askedOf(rule)).noneMatch(Finding::blocking);
    }

    @Test
    void aLineWithoutItemThatIsDescribedAsOneOnTheListIsPutToAPerson() {
        assertThat(order(line("1").item(null).described("ITEM A1"))
                        .priceList(item("A-1", "EA", "120.00", null))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
    }

    @Test
    void noAttestationPutsOnTheListWhatAWholeListDoesNotHave() {
        assertThat(order(line("1").item(null).described("gold bars"))
                        .priceList(item("A-1", "EA", "120.00", null))
                        .attested("ORD-LINES-ON-CONTRACT")
                        .askedOf(rule))
                .allMatch(Finding::blocking);
    }

    @ParameterizedTest(name = "travel is provided for from {0}, the travel line is of 2026-04-01 → {1}")
    @CsvSource({"2026-04-01, PASS", "2026-04-02, FAIL"})
    void travelThatAnAmendmentAddsIsJudgedOnItsOwnDay(LocalDate from, Verdict verdict) {
        assertThat(order(line("1"), line("2").kind(LineKind.TRAVEL).changed())
                        .priceList(item("A-1", "EA", "120.00", "120.00"))
                        .amendedOn(LocalDate.of(2026, 4, 1))
                        .on(cmas(CMAS).travelFrom(from))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void nspLinesAreNotAsked() {
        assertThat(order(line("1").item("A-1"), line("2").nsp("1"))
                        .priceList(item("A-1", "EA", "120.00", null))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "travel allowed {0} → {1}")
    @CsvSource(
            nullValues = "-",
            value = {"true, PASS", "false, FAIL", "-, UNDETERMINED"})
    void travelIsOnTheCmasWhenTheCmasProvidesForIt(Boolean allowed, Verdict verdict) {
        assertThat(order(line("1").kind(LineKind.TRAVEL))
                        .on(cmas(CMAS).travel(allowed))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }
}
