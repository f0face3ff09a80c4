package org.opencmas.compliance.rule.publicworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Coding;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

@DisplayName("PW-CABLE: installing physical layer cable counts as public works")
class CableIsPublicWorksTest {
    private final Rule<OrderFacts> rule = new CableIsPublicWorks();

    private static final Coding CABLE = new Coding(null, null, null, true, null, null, null);

    @Test
    void aLineCodedAsCableCountsForEveryRuleWithoutTheFlag() {
        Given given = order(
                line("1").costing("400.00"),
                line("2").kind(LineKind.SERVICES).coded(CABLE).costing("400.01"));

        assertThat(given.askedOf(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
            assertThat(finding.numbers()).containsEntry("publicWorks", "400.01");
        });
        assertThat(given.document().lines(OrderLine::publicWorks))
                .extracting(OrderLine::lineId)
                .containsExactly("2");
        assertThat(given.verdictOf(new PublicWorksIncidental())).isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest(name = "goods \"{0}\", coded as cable: {1} → {2}")
    @CsvSource({
        "Installation of cable,     ,      NEEDS_ATTESTATION",
        "Installation of cable,     false, NOT_APPLICABLE",
        "'Cable, with installation', ,     NEEDS_ATTESTATION",
        "'Cable, installation kit', ,      NOT_APPLICABLE",
        "Fiber cable,               ,      NOT_APPLICABLE"
    })
    void goodsAreAskedAboutWhereTheirWordsNameTheWork(String description, Boolean cable, Verdict verdict) {
        assertThat(order(line("1").described(description).coded(new Coding(null, null, null, cable, null, null, null)))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "services \"{0}\", coded as cable: {1} → {2}")
    @CsvSource({
        "Cabling of a hall, ,      NEEDS_ATTESTATION",
        "Cabling of a hall, false, NOT_APPLICABLE",
        "Cabling of a hall, true,  PASS",
        "Help desk,         ,      NOT_APPLICABLE"
    })
    void wordsAreOnlyAskedAbout(String description, Boolean cable, Verdict verdict) {
        assertThat(order(line("1")
                                .kind(LineKind.SERVICES)
                                .described(description)
                                .coded(new Coding(null, null, null, cable, null, null, null)))
                        .askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && !finding.blocking());
    }
}
