package org.opencmas.compliance.rule.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.item;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("CON-PRICE-CEILING: a unit price is at most the lower of CMAS price and base price")
class PriceWithinCeilingTest {
    private final Rule<OrderFacts> rule = new PriceWithinCeiling();

    @ParameterizedTest(name = "CMAS {0}, base {1}, ordered at {2} → {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        # CMAS,   base,   order,     verdict
          120.00, -,      119.99,    UNDETERMINED
          120.00, -,      120.00,    UNDETERMINED
          120.00, -,      120.01,    FAIL
          120.00, -,      120.000001,FAIL
          120.00, 130.00, 120.01,    FAIL
          120.00, 110.00, 110.00,    PASS
          120.00, 110.00, 110.01,    FAIL
        """)
    void boundaries(String cmasPrice, String basePrice, String ordered, Verdict verdict) {
        assertThat(order(line("1").costing(ordered))
                        .priceList(item("A-1", "EA", cmasPrice, basePrice))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void theRemedyIsTheCeiling() {
        assertThat(order(line("1").costing("125.50"))
                        .priceList(item("A-1", "EA", "120.00", null))
                        .remedyOf(rule))
                .isEqualTo("Set the unit price of line 1 to 120.00 or less.");
    }

    @ParameterizedTest(name = "listed per {0}, ordered per EA → {1}")
    @CsvSource({"EA, PASS", "ea, PASS", "BOX, UNDETERMINED"})
    void anotherUnitCannotBeCompared(String unit, Verdict verdict) {
        assertThat(order(line("1"))
                        .priceList(item("A-1", unit, "120.00", "120.00"))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void withoutAPriceToCompareItIsUndetermined() {
        assertThat(order(line("1")).priceListIs(LineListing.ListState.NONE).verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(order(line("1"))
                        .priceListIs(LineListing.ListState.INCOMPLETE)
                        .verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aBasePriceThatIsNotRecordedIsNamedAndAPersonHasToCompare() {
        Given unrecorded = order(line("1")).priceList(item("A-1", "EA", "120.00", null));

        assertThat(unrecorded.askedOf(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.blocking()).isTrue();
            assertThat(finding.message()).contains("no base price of item A-1 is recorded");
        });
        assertThat(unrecorded.attested("CON-PRICE-CEILING").askedOf(rule)).noneMatch(Finding::blocking);
    }

    @ParameterizedTest(name = "item {0}, described as {1}, at {2} → {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        -,   something else, 1.00,   FAIL
        Z-9, something else, 1.00,   FAIL
        -,   item a-1,       120.00, UNDETERMINED
        -,   item a-1,       120.01, FAIL
        a1,  something else, 110.00, UNDETERMINED
        a1,  something else, 120.01, FAIL
        """)
    void leavingOutTheItemDoesNotEscapeTheCeiling(String itemId, String description, String price, Verdict verdict) {
        assertThat(order(line("1").item(itemId).described(description).costing(price))
                        .priceList(item("A-1", "EA", "120.00", "130.00"))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void aLineThatIsLikeAnItemOfAnotherUnitIsNotCompared() {
        assertThat(order(line("1").item("a1").described("something else").costing("120.01"))
                        .priceList(item("A-1", "BOX", "120.00", "130.00"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aLineWithoutCmasCannotBeCompared() {
        assertThat(order(line("1").printed(null)).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(order(line("1"), line("2").printed(null))
                        .priceList(item("A-1", "EA", "120.00", "120.00"))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> assertThat(finding.lineIds()).containsExactly("2"));
    }

    @Test
    void anNspLineHasNoCeiling() {
        assertThat(order(line("1"), line("2").nsp("1").costing("120.01"))
                        .priceList(item("A-1", "EA", "120.00", "120.00"))
                        .askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.PASS);
    }

    @Test
    void eachLineAboveItsCeilingIsAFindingOfItsOwn() {
        assertThat(order(
                                line("1").costing("120.01"),
                                line("2").costing("120.00"),
                                line("3").costing("130.00"))
                        .priceList(item("A-1", "EA", "120.00", "120.00"))
                        .askedOf(rule))
                .extracting(Finding::lineIds)
                .containsExactly(java.util.List.of("1"), java.util.List.of("3"));
    }
}
